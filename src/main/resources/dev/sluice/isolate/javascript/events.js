// Events of the DOM and what aborts by them, on the package event-target-shim.
'use strict';
(function ({ host, part }) {
  const module = { exports: {} };
  host.pack('event-target-shim/index.js')(module.exports, undefined, module);
  const { Event, EventTarget, defineEventAttribute } = module.exports;
  const exception = (message, name) => new (part('DOMException'))(message, name);
  const abortError = (cause) => {
    const error = part('errors').coded(Error, 'ABORT_ERR', 'The operation was aborted');
    error.name = 'AbortError';
    if (cause !== undefined) {
      error.cause = cause;
    }
    return error;
  };

  class CustomEvent extends Event {
    #detail;

    constructor(type, options) {
      super(type, options);
      this.#detail = options?.detail ?? null;
    }

    get detail() {
      return this.#detail;
    }
  }

  const KEY = Symbol('only AbortController and AbortSignal make signals');
  let abort;
  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;

    constructor(key) {
      if (key !== KEY) {
        throw part('errors').coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
      }
      super();
    }

    static {
      abort = (signal, reason = exception('This operation was aborted', 'AbortError')) => {
        if (!signal.#aborted) {
          signal.#aborted = true;
          signal.#reason = reason;
          signal.dispatchEvent(new Event('abort'));
        }
      };
    }

    static abort(reason) {
      const signal = new AbortSignal(KEY);
      abort(signal, reason);
      return signal;
    }

    static timeout(delay) {
      const signal = new AbortSignal(KEY);
      const expire = () => abort(signal, exception('The operation was aborted due to timeout', 'TimeoutError'));
      part('timers').setTimeout(expire, delay).unref();
      return signal;
    }

    static any(signals) {
      const signal = new AbortSignal(KEY);
      for (const other of signals) {
        if (other.aborted) {
          abort(signal, other.reason);
          break;
        }
        other.addEventListener('abort', () => abort(signal, other.reason), { once: true });
      }
      return signal;
    }

    get aborted() {
      return this.#aborted;
    }

    get reason() {
      return this.#reason;
    }

    throwIfAborted() {
      if (this.#aborted) {
        throw this.#reason;
      }
    }

    get [Symbol.toStringTag]() {
      return 'AbortSignal';
    }
  }
  defineEventAttribute(AbortSignal.prototype, 'abort');

  class AbortController {
    #signal = new AbortSignal(KEY);

    get signal() {
      return this.#signal;
    }

    abort(reason) {
      abort(this.#signal, reason);
    }

    get [Symbol.toStringTag]() {
      return 'AbortController';
    }
  }

  return { Event, EventTarget, CustomEvent, AbortController, AbortSignal, abortError };
});
