const log = [];
const p = new Proxy({ a: 1 }, { get: (t, k) => { log.push(String(k)); return t[k]; }, has: () => true });
console.log(p.a, 'z' in p, log);
const iterable = { *[Symbol.iterator]() { yield 1; yield 2; } };
console.log([...iterable], Symbol.for('x') === Symbol.for('x'), Symbol('d').description, Object(1n));
console.log(Reflect.ownKeys({ b: 1, a: 2, 1: 3 }), Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x'));
