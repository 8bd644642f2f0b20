const assert = require('node:assert');
for (const check of [() => assert.strictEqual(1, 2), () => assert.ok(0, 'zero'), () => assert.fail('boom'),
  () => assert.equal(1, 2), () => assert.throws(() => {}), () => assert.notStrictEqual(1, 1)]) {
  try { check(); } catch (error) { console.log(error.name, error.code, error.message.split('\n')[0]); }
}
