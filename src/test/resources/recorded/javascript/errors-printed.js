const e = new TypeError('bad thing');
console.log(e.name, e.message, String(e), e instanceof Error);
try { null.x; } catch (error) { console.log(error.constructor.name); }
const cause = new Error('outer', { cause: new Error('inner') });
console.log(cause.cause.message);
console.log(new AggregateError([new Error('a')], 'many').errors.length);
