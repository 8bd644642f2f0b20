// Timers, with the objects that Node gives for them.
'use strict';
(function ({ host, part, runTicks }) {
  const { requireFunction } = part('errors');

  class Timeout {
    #callback;
    #delay;
    #repeating;
    #id;
    #referenced = true;

    constructor(callback, delay, values, repeating) {
      requireFunction('callback', callback);
      this.#callback = () => {
        Reflect.apply(callback, this, values);
        runTicks();
      };
      this.#delay = Number(delay) || 0;
      this.#repeating = repeating;
      this.#id = host.setTimer(this.#callback, this.#delay, repeating);
    }

    ref() {
      this.#referenced = true;
      host.keepAlive(this.#id, true);
      return this;
    }

    unref() {
      this.#referenced = false;
      host.keepAlive(this.#id, false);
      return this;
    }

    hasRef() {
      return this.#referenced;
    }

    refresh() {
      if (host.clearTimer(this.#id)) {
        this.#id = host.setTimer(this.#callback, this.#delay, this.#repeating);
        host.keepAlive(this.#id, this.#referenced);
      }
      return this;
    }

    close() {
      host.clearTimer(this.#id);
      return this;
    }

    [Symbol.toPrimitive]() {
      return this.#id;
    }

    [Symbol.for('nodejs.dispose')]() {
      this.close();
    }
  }

  class Immediate {
    #id;
    #referenced = true;

    constructor(callback, values) {
      requireFunction('callback', callback);
      this.#id = host.setImmediate(() => {
        Reflect.apply(callback, this, values);
        runTicks();
      });
    }

    ref() {
      this.#referenced = true;
      host.keepAlive(this.#id, true);
      return this;
    }

    unref() {
      this.#referenced = false;
      host.keepAlive(this.#id, false);
      return this;
    }

    hasRef() {
      return this.#referenced;
    }

    close() {
      host.clearTimer(this.#id);
    }
  }

  const clear = (timer) => {
    if (timer instanceof Timeout || timer instanceof Immediate) {
      timer.close();
    } else if (typeof timer === 'number' || typeof timer === 'string') {
      host.clearTimer(Number(timer));
    }
  };
  const timers = {
    setTimeout: function setTimeout(callback, delay, ...values) {
      return new Timeout(callback, delay, values, false);
    },
    clearTimeout: function clearTimeout(timer) {
      clear(timer);
    },
    setImmediate: function setImmediate(callback, ...values) {
      return new Immediate(callback, values);
    },
    clearImmediate: function clearImmediate(timer) {
      clear(timer);
    },
    setInterval: function setInterval(callback, delay, ...values) {
      return new Timeout(callback, delay, values, true);
    },
    clearInterval: function clearInterval(timer) {
      clear(timer);
    },
  };
  for (const name of ['setTimeout', 'setImmediate']) {
    Object.defineProperty(timers[name], Symbol.for('nodejs.util.promisify.custom'), {
      get: () => part('timers-promises')[name],
    });
  }
  return timers;
});
