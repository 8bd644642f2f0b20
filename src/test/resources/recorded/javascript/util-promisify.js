const { promisify, inherits, deprecate, callbackify } = require('node:util');
const old = (a, b, done) => setTimeout(() => done(a > b ? new Error('too large') : null, a + b), 1);
promisify(old)(1, 2).then((sum) => console.log(sum));
promisify(old)(3, 2).catch((error) => console.log(error.message));
callbackify(async (x) => x * 2)(4, (error, value) => console.log(error, value));
function A() {} function B() {} inherits(B, A); console.log(new B() instanceof A);
