// Errors as Node makes them: with a code.
'use strict';
(function () {
  const coded = (Type, code, message) => {
    const error = new Type(message);
    error.code = code;
    return error;
  };
  const shown = (value) => {
    if (value === null || value === undefined) {
      return `${value}`;
    }
    if (typeof value === 'function') {
      return `function ${value.name}`;
    }
    if (typeof value === 'object') {
      return value.constructor?.name ? `an instance of ${value.constructor.name}` : 'an object';
    }
    return `type ${typeof value} (${typeof value === 'string' ? `'${value}'` : String(value)})`;
  };
  const invalidArgument = (name, expected, value) =>
    coded(
      TypeError,
      'ERR_INVALID_ARG_TYPE',
      `The "${name}" argument must be ${expected}. Received ${shown(value)}`,
    );
  // V8's Error.captureStackTrace: the frames from here, without those above a function.
  const captureStackTrace = (target, above) => {
    const lines = new Error().stack.split('\n').slice(1);
    const name = typeof above === 'function' ? above.name : '';
    const last = name === '' ? -1 : lines.findIndex((line) => line.startsWith(`    at ${name} (`) || line.startsWith(`    at new ${name} (`));
    const frames = lines.slice(last + 1);
    Object.defineProperty(target, 'stack', {
      value: [Error.prototype.toString.call(target), ...frames].join('\n'),
      writable: true,
      configurable: true,
      enumerable: false,
    });
  };

  return {
    captureStackTrace,
    coded,
    invalidArgument,
    requireFunction: (name, value) => {
      if (typeof value !== 'function') {
        throw invalidArgument(name, 'of type function', value);
      }
    },
  };
});
