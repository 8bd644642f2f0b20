// The structured clone of HTML, of what a program can hold here.
'use strict';
(function ({ part }) {
  const { isBoxedPrimitive, isDate, isMap, isNativeError, isPromise, isRegExp, isSet, isWeakMap, isWeakSet } = part('types');
  const refuse = (value) => {
    const words = typeof value === 'symbol' || typeof value === 'function' ? String(value) : `#<${value.constructor?.name ?? 'Object'}>`;
    throw new (part('DOMException'))(`${words} could not be cloned.`, 'DataCloneError');
  };
  const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  const cloneError = (value, inner) => {
    const error = new (ERRORS[value.name] ?? Error)(value.message);
    if (Object.hasOwn(value, 'cause')) {
      Object.defineProperty(error, 'cause', { value: inner(value.cause), writable: true, configurable: true });
    }
    error.stack = value.stack;
    return error;
  };

  return function structuredClone(...given) {
    if (given.length === 0) {
      throw part('errors').coded(TypeError, 'ERR_MISSING_ARGS', 'The "value" argument must be specified');
    }
    const seen = new Map();
    const keep = (value, copy) => {
      seen.set(value, copy);
      return copy;
    };
    const properties = (value, copy) => {
      for (const key of Object.keys(value)) {
        copy[key] = clone(value[key]);
      }
      return copy;
    };
    const clone = (value) => {
      if (typeof value === 'symbol' || typeof value === 'function') {
        refuse(value);
      }
      if (value === null || typeof value !== 'object') {
        return value;
      }
      if (seen.has(value)) {
        return seen.get(value);
      }
      if (Array.isArray(value)) {
        return properties(value, keep(value, new Array(value.length)));
      }
      if (isMap(value)) {
        const copy = keep(value, new Map());
        [...value].forEach(([key, item]) => copy.set(clone(key), clone(item)));
        return copy;
      }
      if (isSet(value)) {
        const copy = keep(value, new Set());
        [...value].forEach((item) => copy.add(clone(item)));
        return copy;
      }
      if (isDate(value)) {
        return keep(value, new Date(value.getTime()));
      }
      if (isRegExp(value)) {
        return keep(value, new RegExp(value.source, value.flags));
      }
      if (isNativeError(value)) {
        return keep(value, cloneError(value, clone));
      }
      if (isBoxedPrimitive(value)) {
        return typeof value.valueOf() === 'symbol' ? refuse(value) : keep(value, Object(value.valueOf()));
      }
      if (value instanceof ArrayBuffer) {
        return keep(value, value.slice(0));
      }
      if (ArrayBuffer.isView(value)) {
        const Type = value instanceof DataView ? DataView : globalThis[value[Symbol.toStringTag]];
        const length = value instanceof DataView ? value.byteLength : value.length;
        return keep(value, new Type(clone(value.buffer), value.byteOffset, length));
      }
      if (isPromise(value) || isWeakMap(value) || isWeakSet(value) || value instanceof WeakRef) {
        refuse(value);
      }
      return properties(value, keep(value, {}));
    };
    return clone(given[0]);
  };
});
