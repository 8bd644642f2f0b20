// expect: EXITED 0
// Printing runs no trap of the guest's.
const handler = new Proxy({}, { get: () => { throw new Error('trap'); } });
console.log(new Proxy({}, handler));
