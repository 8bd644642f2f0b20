const controller = new AbortController();
controller.signal.addEventListener('abort', () => console.log('aborted', controller.signal.reason.name));
controller.abort();
console.log(controller.signal.aborted);
try { controller.signal.throwIfAborted(); } catch (error) { console.log(error.name, error.code); }
