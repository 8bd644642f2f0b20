// The object process, as far as a program without a process of its own can have one.
'use strict';
(function ({ host, part, ticks }) {
  const { requireFunction } = part('errors');
  const EventEmitter = part('builtins').builtin('events');
  const VERSION = '18.20.0';
  const process = new EventEmitter();
  const lazily = (name, make) =>
    Object.defineProperty(process, name, {
      get: () => {
        const value = make();
        Object.defineProperty(process, name, { value, writable: true, configurable: true, enumerable: true });
        return value;
      },
      configurable: true,
      enumerable: true,
    });

  const output = (descriptor, toError) => {
    const stream = new EventEmitter();
    const decode = (chunk, encoding) =>
      typeof chunk === 'string' && (encoding === undefined || /^utf-?8$/i.test(encoding))
        ? chunk
        : part('builtins').builtin('buffer').Buffer.from(chunk, encoding).toString();
    return Object.assign(stream, {
      fd: descriptor,
      writable: true,
      write: (chunk, encoding, callback) => {
        const then = typeof encoding === 'function' ? encoding : callback;
        if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
          throw part('errors').invalidArgument(
            'chunk',
            'of type string or an instance of Buffer or Uint8Array',
            chunk,
          );
        }
        host.write(toError, decode(chunk, typeof encoding === 'function' ? undefined : encoding));
        if (typeof then === 'function') {
          process.nextTick(then);
        }
        return true;
      },
      end: (chunk, ...rest) => {
        if (chunk !== undefined && typeof chunk !== 'function') {
          stream.write(chunk, ...rest);
        }
        return stream;
      },
      cork: () => {},
      uncork: () => {},
    });
  };

  const hrtime = (since) => {
    const nanos = host.nanos();
    let seconds = Math.floor(nanos / 1e9);
    let rest = Math.floor(nanos % 1e9);
    if (since !== undefined) {
      seconds -= since[0];
      rest -= since[1];
      if (rest < 0) {
        seconds -= 1;
        rest += 1e9;
      }
    }
    return [seconds, rest];
  };
  hrtime.bigint = () => BigInt(Math.floor(host.nanos()));

  const memoryUsage = () => {
    const [heapTotal, heapUsed] = Array.from(host.memory());
    return { rss: heapTotal, heapTotal, heapUsed, external: 0, arrayBuffers: 0 };
  };
  memoryUsage.rss = () => memoryUsage().rss;

  let leaving = false;
  const code = () => {
    const value = Number(process.exitCode ?? 0);
    return Number.isInteger(value) ? value & 255 : 1;
  };
  const leave = (proposed) => {
    if (proposed !== undefined) {
      process.exitCode = proposed;
    }
    if (!leaving) {
      leaving = true;
      process.emit('exit', code());
    }
    return code();
  };

  Object.assign(process, {
    version: `v${VERSION}`,
    versions: { node: VERSION },
    release: { name: 'node' },
    arch: 'x64',
    platform: 'linux',
    title: 'node',
    pid: 1,
    ppid: 0,
    exitCode: undefined,
    execPath: '/usr/bin/node',
    execArgv: [],
    argv0: 'node',
    argv: ['/usr/bin/node', host.file, ...Array.from(host.args)],
    features: {},
    config: {},
    nextTick: (callback, ...values) => {
      requireFunction('callback', callback);
      ticks.push(() => callback(...values));
      host.attention();
    },
    exit: (status) => {
      if (status !== undefined && status !== null && !Number.isInteger(Number(status))) {
        throw part('errors').invalidArgument('code', 'of type number', status);
      }
      host.exit(leave(status ?? undefined));
    },
    cwd: () => host.folder,
    uptime: () => host.now() / 1000,
    hrtime,
    memoryUsage,
    cpuUsage: () => ({ user: Math.floor(host.now() * 1000), system: 0 }),
    umask: () => 0o22,
    getuid: () => 65534,
    getgid: () => 65534,
    emitWarning: (warning, type) => {
      const given = typeof type === 'object' && type !== null ? type.type : type;
      const name = warning instanceof Error ? warning.name : (given ?? 'Warning');
      const error = warning instanceof Error ? warning : Object.assign(new Error(warning), { name });
      process.nextTick(() => {
        if (!process.emit('warning', error)) {
          host.write(true, `(node:1) ${name}: ${error.message}\n`);
        }
      });
    },
    getBuiltinModule: (name) => part('builtins').find(`${name}`),
    [Symbol.toStringTag]: 'process',
  });
  lazily('env', () => part('environment'));
  lazily('stdin', () => part('stdin'));
  lazily('stdout', () => output(1, false));
  lazily('stderr', () => output(2, true));

  return {
    process,
    rejected: (reason, promise) => process.emit('unhandledRejection', reason, promise),
    caught: (error) => process.emit('uncaughtException', error, 'uncaughtException'),
    idle: () => {
      process.emit('beforeExit', code());
    },
    leave,
  };
});
