const assert = require('assert');
assert(true); assert.ok(1); assert.equal(1, '1'); assert.strictEqual(1, 1);
assert.deepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] });
assert.notDeepStrictEqual([1], [2]); assert.throws(() => { throw new TypeError('x'); }, TypeError);
assert.throws(() => { throw new Error('abc'); }, /b/); assert.doesNotThrow(() => 1); assert.match('abc', /b/);
assert.rejects(Promise.reject(new Error('r'))).then(() => console.log('rejected'));
console.log('ok');
