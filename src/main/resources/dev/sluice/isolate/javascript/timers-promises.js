// The module timers/promises.
'use strict';
(function ({ part }) {
  const timers = part('timers');
  const until = (start, clear, value, { signal, ref = true } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = start(() => {
        signal?.removeEventListener('abort', abort);
        resolve(value);
      });
      const abort = () => {
        clear(timer);
        reject(part('events').abortError(signal.reason));
      };
      signal?.addEventListener('abort', abort);
      if (!ref) {
        timer.unref();
      }
    });
  const setTimeout = (delay, value, options) =>
    until((callback) => timers.setTimeout(callback, delay), timers.clearTimeout, value, options);
  const setImmediate = (value, options) => until(timers.setImmediate, timers.clearImmediate, value, options);
  async function* setInterval(delay, value, options) {
    for (;;) {
      yield await setTimeout(delay, value, options);
    }
  }
  return {
    setTimeout,
    setImmediate,
    setInterval,
    scheduler: { wait: (delay, options) => setTimeout(delay, undefined, options), yield: () => setImmediate() },
  };
});
