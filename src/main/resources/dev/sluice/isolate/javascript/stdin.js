// Standard input as a stream: all of it is there from the start, and comes in chunks as from a pipe.
'use strict';
(function ({ host, part }) {
  const CHUNK = 65_536;
  const { setImmediate } = part('timers');
  const { builtin } = part('builtins');
  const stdin = new (builtin('events'))();
  let encoding;
  let rest = host.stdin;
  let flowing = null;
  let scheduled = false;
  let ended = false;

  const take = () => {
    // A code point of two units is never cut.
    const length = /[\ud800-\udbff]/.test(rest[CHUNK - 1] ?? '') ? CHUNK + 1 : CHUNK;
    const text = rest.slice(0, length);
    rest = rest.slice(text.length);
    const bytes = () => builtin('buffer').Buffer.from(text);
    return encoding === undefined ? bytes() : /^utf-?8$/i.test(encoding) ? text : bytes().toString(encoding);
  };
  const finish = () => {
    if (!ended) {
      ended = true;
      stdin.readableEnded = true;
      stdin.emit('end');
      stdin.emit('close');
    }
  };
  const step = () => {
    scheduled = false;
    if (stdin.listenerCount('readable') > 0) {
      stdin.emit('readable');
      if (rest === '') {
        finish();
      }
    } else if (flowing) {
      if (rest === '') {
        finish();
      } else {
        stdin.emit('data', take());
      }
    }
    if (!ended && (flowing || stdin.listenerCount('readable') > 0)) {
      schedule();
    }
  };
  const schedule = () => {
    if (!scheduled && !ended) {
      scheduled = true;
      setImmediate(step);
    }
  };

  const { on } = stdin;
  Object.assign(stdin, {
    fd: 0,
    readable: true,
    readableEnded: false,
    on: (name, listener) => {
      Reflect.apply(on, stdin, [name, listener]);
      if (name === 'data' && flowing !== false) {
        stdin.resume();
      } else if (name === 'readable') {
        schedule();
      }
      return stdin;
    },
    setEncoding: (name = 'utf8') => {
      encoding = name;
      return stdin;
    },
    read: () => (rest === '' ? null : take()),
    resume: () => {
      flowing = true;
      schedule();
      return stdin;
    },
    pause: () => {
      flowing = false;
      return stdin;
    },
    isPaused: () => flowing === false,
    ref: () => stdin,
    unref: () => stdin,
    destroy: () => {
      rest = '';
      finish();
      return stdin;
    },
    pipe: (destination) => {
      stdin.on('data', (chunk) => destination.write(chunk));
      stdin.on('end', () => destination.end());
      return destination;
    },
    async *[Symbol.asyncIterator]() {
      while (rest !== '') {
        yield take();
      }
      finish();
    },
  });
  stdin.addListener = stdin.on;
  return stdin;
});
