// expect: EXITED 0
// Harms itself only; the next program of the worker must not notice (the test runs one).
Object.prototype.polluted = 'yes';
Array.prototype.push = Array.prototype.map = () => { throw new Error('polluted'); };
Promise.prototype.then = function () { return this; };
JSON.stringify = () => '"forged"';
String.prototype.includes = () => true;
globalThis.console = { log: () => {} };
1;
