const util = require('util');
console.log(util.inspect({ a: [1, { b: 2 }], s: 'x' }, { depth: 0 }), util.format('%s-%d', 'a', 1));
console.log(util.inspect('str'), util.inspect(new Map([[1, 2]])), util.isDeepStrictEqual({ a: [1] }, { a: [1] }));
console.log(util.inspect({ a: 1, b: { c: 2 } }, { compact: false }));
console.log(util.types.isDate(new Date()), util.types.isPromise(Promise.resolve()));
