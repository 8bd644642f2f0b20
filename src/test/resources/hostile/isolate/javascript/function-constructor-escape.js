// expect: EXITED 0
const global = Function('return this')();
const nested = console.log.constructor.constructor('return typeof Java + typeof Polyglot')();
if (nested !== 'undefinedundefined' || global !== globalThis) throw new Error(nested);
