// The module querystring: a package's, and what Node's has besides.
'use strict';
(function ({ part }) {
  const { parse, stringify } = part('builtins').pack('querystring-es3');
  const unescape = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return globalThis.unescape(text);
    }
  };
  // An object without a prototype: a parameter may have any name.
  const parsed = (...values) => Object.assign(Object.create(null), parse(...values));
  return { parse: parsed, decode: parsed, stringify, encode: stringify, escape: encodeURIComponent, unescape };
});
