// expect: THREW
// {{port}} is a listener of the test: nothing may ever knock there.
const attempts = [
  () => fetch('http://127.0.0.1:{{port}}/'),
  () => new XMLHttpRequest(),
  () => new WebSocket('ws://127.0.0.1:{{port}}/'),
  () => require('net').connect({{port}}, '127.0.0.1'),
  () => require('http').get('http://127.0.0.1:{{port}}/'),
  () => load('http://127.0.0.1:{{port}}/x.js'),
  () => Java.type('java.net.Socket')('127.0.0.1', {{port}}),
];
attempts.forEach((attempt) => { try { attempt(); console.log('reached'); } catch { } });
import('http://127.0.0.1:{{port}}/x.mjs').then(() => console.log('reached'));
