// The console, as Node has it: log, info and debug to standard output, warn and error to standard error.
'use strict';
(function ({ host, part }) {
  // What needs no formatting, without loading any.
  const plain = (value) => {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
        return Object.is(value, -0) ? '-0' : `${value}`;
      case 'bigint':
        return `${value}n`;
      case 'boolean':
      case 'undefined':
        return `${value}`;
      default:
        return value === null ? 'null' : undefined;
    }
  };
  const format = (values) => {
    if (typeof values[0] === 'string' && values.length > 1 && values[0].includes('%')) {
      return part('inspect').format(...values);
    }
    let text = '';
    for (let index = 0; index < values.length; index++) {
      const shown = plain(values[index]);
      if (shown === undefined) {
        return part('inspect').format(...values);
      }
      text += index === 0 ? shown : ` ${shown}`;
    }
    return text;
  };

  let indentation = '';
  const writeLine = (toError, text) =>
    void host.write(
      toError,
      (indentation === '' ? text : indentation + text.replaceAll('\n', `\n${indentation}`)) + '\n',
    );
  const log = (...values) => writeLine(false, format(values));
  const warn = (...values) => writeLine(true, format(values));
  const group = (...values) => {
    if (values.length > 0) {
      log(...values);
    }
    indentation += '  ';
  };

  const counts = new Map();
  const starts = new Map();
  const complain = (text) => part('process').process.emitWarning(text);
  const elapsed = (label) => {
    const millis = host.now() - starts.get(label);
    if (millis >= 60_000) {
      const minutes = Math.floor(millis / 60_000);
      const seconds = (millis / 1000 - minutes * 60).toFixed(3).padStart(6, '0');
      return `${label}: ${minutes}:${seconds} (m:ss.mmm)`;
    }
    return millis >= 1000 ? `${label}: ${(millis / 1000).toFixed(3)}s` : `${label}: ${Number(millis.toFixed(3))}ms`;
  };
  const timing = (name, label, then) => {
    const text = `${label}`;
    if (starts.has(text)) {
      then(text);
    } else {
      complain(`No such label '${text}' for console.${name}()`);
    }
  };

  const console = {
    log,
    warn,
    dir: (value, options) => log(part('inspect').inspect(value, { customInspect: false, ...options })),
    time: (label = 'default') => {
      if (starts.has(`${label}`)) {
        complain(`Label '${label}' already exists for console.time()`);
      } else {
        starts.set(`${label}`, host.now());
      }
    },
    timeEnd: (label = 'default') =>
      timing('timeEnd', label, (text) => {
        log(elapsed(text));
        starts.delete(text);
      }),
    timeLog: (label = 'default', ...values) => timing('timeLog', label, (text) => log(elapsed(text), ...values)),
    trace: (...values) => {
      const trace = { name: 'Trace', message: format(values) };
      Error.captureStackTrace(trace, console.trace);
      warn(trace.stack);
    },
    assert: (condition, ...values) => {
      if (condition) {
        return;
      }
      values[0] = `Assertion failed${values.length === 0 ? '' : `: ${values[0]}`}`;
      warn(...values);
    },
    clear: () => {},
    count: (label = 'default') => {
      const text = `${label}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
      log(`${text}: ${counts.get(text)}`);
    },
    countReset: (label = 'default') => {
      if (!counts.delete(`${label}`)) {
        complain(`Count for '${label}' does not exist`);
      }
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
    table: (data, columns) => {
      if (data === null || typeof data !== 'object') {
        log(data);
      } else {
        log(part('table')(data, columns));
      }
    },
    debug: log,
    info: log,
    dirxml: log,
    error: warn,
    timeStamp: () => {},
    profile: () => {},
    profileEnd: () => {},
  };
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });
  return { console, format };
});
