// What a program finds in its global scope beyond the language. Runs first in every context; the function's result
// is for the runner alone. Nothing here is a boundary: a program may change any of it and harms only itself.
(function (host) {
  'use strict';
  const stringify = JSON.stringify;
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

  // Formatting as in Node: Node's own code, loaded when a program first needs more than plain values.
  let formatter;
  const util = () => {
    if (formatter === undefined) {
      const module = { exports: {} };
      host.inspector()(module.exports, module, host.primordials()(), { getPromiseDetails: (promise, pending) => [pending] });
      formatter = module.exports;
    }
    return formatter;
  };
  const plain = (value) => {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
        return Object.is(value, -0) ? '-0' : `${value}`;
      case 'boolean':
      case 'undefined':
        return `${value}`;
      default:
        return value === null ? 'null' : undefined;
    }
  };
  const format = (values) => {
    if (typeof values[0] === 'string' && values.length > 1 && values[0].includes('%')) {
      return util().format(...values);
    }
    let text = '';
    for (let index = 0; index < values.length; index++) {
      const part = plain(values[index]);
      if (part === undefined) {
        return util().format(...values);
      }
      text += index === 0 ? part : ` ${part}`;
    }
    return text;
  };

  let indentation = '';
  const writeLine = (toError, values) => {
    const text = format(values);
    host.write(toError, (indentation === '' ? text : indentation + text.replaceAll('\n', `\n${indentation}`)) + '\n');
  };
  const counts = new Map();
  const starts = new Map();
  const elapsed = (label) => `${label}: ${(host.now() - starts.get(label)).toFixed(3)}ms`;
  const log = (...values) => writeLine(false, values);
  const warn = (...values) => writeLine(true, values);
  const group = (...values) => {
    if (values.length > 0) {
      log(...values);
    }
    indentation += '  ';
  };
  define('console', {
    log,
    info: log,
    debug: log,
    warn,
    error: warn,
    trace: (...values) => warn('Trace:', ...values),
    assert: (condition, ...values) => {
      if (!condition) {
        if (typeof values[0] === 'string') {
          values[0] = `Assertion failed: ${values[0]}`;
          warn(...values);
        } else {
          warn(values.length === 0 ? 'Assertion failed' : 'Assertion failed:', ...values);
        }
      }
    },
    dir: (value, options) => log(util().inspect(value, options)),
    table: log,
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => counts.delete(label),
    time: (label = 'default') => starts.set(label, host.now()),
    timeLog: (label = 'default', ...values) => starts.has(label) && log(elapsed(label), ...values),
    timeEnd: (label = 'default') => {
      if (starts.has(label)) {
        log(elapsed(label));
        starts.delete(label);
      }
    },
  });
  define('print', log);

  const timer = (repeating) => (callback, delay, ...values) => {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function');
    }
    return host.setTimer(() => callback(...values), Number(delay) || 0, repeating);
  };
  const clearTimer = (id) => typeof id === 'number' && host.clearTimer(id);
  define('setTimeout', timer(false));
  define('setInterval', timer(true));
  define('setImmediate', (callback, ...values) => timer(false)(callback, 0, ...values));
  define('clearTimeout', clearTimer);
  define('clearInterval', clearTimer);
  define('clearImmediate', clearTimer);
  define('queueMicrotask', (callback) => {
    Promise.resolve().then(callback);
  });
  define('performance', { now: host.now });

  define('stdin', host.stdin);
  define('args', Array.from(host.args));
  define('env', Object.fromEntries(Array.from(host.environment, (entry) => [entry[0], entry[1]])));
  define('exit', (code = 0) => host.exit(Number(code) & 255));

  // CommonJS, among the program's own files.
  const modules = new Map();
  const requireFrom = (directory) => {
    const require = (name) => {
      const path = host.resolve(directory, `${name}`);
      if (path === null) {
        const error = new Error(`Cannot find module '${name}': only the program's own files can be required, by ./ or ../`);
        error.code = 'MODULE_NOT_FOUND';
        throw error;
      }
      if (!modules.has(path)) {
        const module = { id: path, filename: path, exports: {}, loaded: false };
        modules.set(path, module);
        try {
          if (path.endsWith('.json')) {
            module.exports = JSON.parse(host.text(path));
          } else {
            const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
            const body = host.compile(path);
            Reflect.apply(body, module.exports, [module.exports, requireFrom(parent), module, path, parent]);
          }
        } catch (error) {
          modules.delete(path);
          throw error;
        }
        module.loaded = true;
      }
      return modules.get(path).exports;
    };
    require.main = main;
    return require;
  };
  const main = { id: '.', filename: host.entrypoint, exports: {}, loaded: false };
  const home = host.entrypoint.includes('/') ? host.entrypoint.slice(0, host.entrypoint.lastIndexOf('/')) : '';
  define('module', main);
  define('exports', main.exports);
  define('require', requireFrom(home));
  define('__filename', host.entrypoint);
  define('__dirname', home);

  return {
    // The program's value, or a place for it where the value is a promise.
    settle: (value) => {
      const place = { value };
      if (value instanceof Promise) {
        place.value = undefined;
        value.then((settled) => {
          place.value = settled;
        });
      }
      return place;
    },
    // As JSON, or undefined where it has none.
    json: (place) => {
      try {
        return stringify(place.value);
      } catch {
        return undefined;
      }
    },
  };
});
