// What this job was granted, callable by name.
//
//   const { weather } = require('sluice');
//   const today = await weather.get('/v1/today', { query: { unit: 'c' } });
//   console.log(today.status, today.body);
//
// Rejects with an error named Denied, whose rule says what forbids it, or Failed.
'use strict';
const http = require('http');

function ask(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { socketPath: '/run/sluice/capabilities.sock', method, path, agent: false },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve([answer.statusCode, JSON.parse(Buffer.concat(parts).toString())]));
        answer.on('error', reject);
      },
    );
    request.on('error', (error) =>
      reject(error.code === 'ENOENT' ? named('Denied', 'nothing is granted to this job', 'grant') : error));
    request.end(body);
  });
}

function named(name, reason, rule) {
  return Object.assign(new Error(rule ? `${rule}: ${reason}` : reason), { name, rule });
}

async function call(binding, operation, args) {
  const [status, answer] = await ask('POST', `/${binding}/${operation}`, JSON.stringify(args));
  if (status === 200) return answer;
  throw status === 403 ? named('Denied', answer.reason, answer.rule) : named('Failed', answer.reason);
}

function binding(name) {
  return new Proxy({}, { get: (_, operation) => (...args) => call(name, operation, args) });
}

module.exports = new Proxy(
  { names: async () => (await ask('GET', '/'))[1] },
  { get: (own, name) => own[name] ?? binding(name) },
);
