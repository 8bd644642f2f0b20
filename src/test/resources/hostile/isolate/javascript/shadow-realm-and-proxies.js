// expect: THREW
const handler = new Proxy({}, { get: () => { throw new Error('trap'); } });
console.log(new Proxy({}, handler));
