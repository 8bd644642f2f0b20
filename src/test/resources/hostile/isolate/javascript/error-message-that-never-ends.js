// expect: THREW
// Whoever words the uncaught error must not run the getter.
const error = new Error('x');
Object.defineProperty(error, 'message', { get() { for (;;); } });
throw error;
