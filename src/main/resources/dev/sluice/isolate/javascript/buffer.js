// The package buffer, with the encoding that Node has and it has not.
'use strict';
(function ({ part, host }) {
  const module = { exports: {} };
  const { pack } = part('builtins');
  const needed = { 'base64-js': () => pack('base64-js'), ieee754: () => pack('ieee754') };
  host.pack('buffer/index.js')(module.exports, (name) => needed[name](), module);
  const { Buffer } = module.exports;
  const isUrlSafe = (encoding) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';
  const { from, isEncoding, byteLength } = Buffer;
  const { toString, write } = Buffer.prototype;
  const plain = (encoding) => (isUrlSafe(encoding) ? 'base64' : encoding);

  Object.assign(Buffer, {
    from: (value, encoding, length) => from(value, plain(encoding), length),
    isEncoding: (encoding) => isUrlSafe(encoding) || isEncoding(encoding),
    byteLength: (value, encoding) => byteLength(value, plain(encoding)),
  });
  Object.assign(Buffer.prototype, {
    toString(...args) {
      if (!isUrlSafe(args[0])) {
        return Reflect.apply(toString, this, args);
      }
      args[0] = 'base64';
      return Reflect.apply(toString, this, args).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    },
    write(...args) {
      return Reflect.apply(write, this, args.map(plain));
    },
  });
  return {
    ...module.exports,
    atob: part('base64').atob,
    btoa: part('base64').btoa,
    constants: { MAX_LENGTH: module.exports.kMaxLength, MAX_STRING_LENGTH: 536_870_888 },
  };
});
