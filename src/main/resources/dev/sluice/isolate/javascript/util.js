// The module util.
'use strict';
(function ({ part }) {
  const { coded, invalidArgument, requireFunction } = part('errors');
  const { inspect, format, formatWithOptions, stripVTControlCharacters } = part('inspect');
  const types = part('types');
  const CUSTOM = Symbol.for('nodejs.util.promisify.custom');

  const promisify = (original) => {
    requireFunction('original', original);
    const custom = original[CUSTOM];
    if (custom !== undefined) {
      requireFunction('util.promisify.custom', custom);
      return Object.defineProperty(custom, CUSTOM, { value: custom, configurable: true });
    }
    function promised(...args) {
      return new Promise((resolve, reject) => {
        Reflect.apply(original, this, [...args, (error, value) => (error ? reject(error) : resolve(value))]);
      });
    }
    Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
    Object.defineProperty(promised, CUSTOM, { value: promised, configurable: true });
    return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
  };
  promisify.custom = CUSTOM;

  const callbackify = (original) => {
    requireFunction('original', original);
    return function (...args) {
      const callback = args.pop();
      requireFunction('last argument', callback);
      const { nextTick } = part('process').process;
      Reflect.apply(original, this, args).then(
        (value) => nextTick(callback, null, value),
        (reason) => nextTick(callback, reason || coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value')),
      );
    };
  };

  const inherits = (constructor, parent) => {
    requireFunction('ctor', constructor);
    requireFunction('superCtor', parent);
    if (parent.prototype === undefined) {
      throw invalidArgument('superCtor.prototype', 'of type object', parent.prototype);
    }
    Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  };

  const deprecate = (original, message, code) => {
    let warned = false;
    return function (...args) {
      if (!warned) {
        warned = true;
        part('process').process.emitWarning(code === undefined ? message : `[${code}] ${message}`, 'DeprecationWarning');
      }
      return new.target ? Reflect.construct(original, args, new.target) : Reflect.apply(original, this, args);
    };
  };

  const debuglog = () => Object.assign(() => {}, { enabled: false });
  const isA = (type) => (value) => typeof value === type;
  return {
    inspect,
    format,
    formatWithOptions,
    stripVTControlCharacters,
    promisify,
    callbackify,
    inherits,
    deprecate,
    debuglog,
    debug: debuglog,
    types,
    isDeepStrictEqual: (left, right) => part('builtins').file('assert/internal/util/comparisons.js').isDeepStrictEqual(left, right),
    toUSVString: (value) => `${value}`.toWellFormed(),
    TextEncoder,
    TextDecoder,
    isArray: Array.isArray,
    isBoolean: isA('boolean'),
    isDate: types.isDate,
    isError: (value) => value instanceof Error,
    isFunction: isA('function'),
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: isA('number'),
    isObject: (value) => value !== null && typeof value === 'object',
    isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
    isRegExp: types.isRegExp,
    isString: isA('string'),
    isSymbol: isA('symbol'),
    isUndefined: (value) => value === undefined,
  };
});
