// Randomness of Web Crypto; nothing else of it.
'use strict';
(function ({ host, part }) {
  const { coded } = part('errors');
  const MOST_BYTES = 65_536;
  const fill = (bytes) => {
    const text = host.random(bytes.length);
    for (let index = 0; index < bytes.length; index++) {
      bytes[index] = text.charCodeAt(index);
    }
    return bytes;
  };
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    getRandomValues: (array) => {
      if (!ArrayBuffer.isView(array) || array instanceof DataView || /Float/.test(array[Symbol.toStringTag])) {
        throw new (part('DOMException'))('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
      }
      if (array.byteLength > MOST_BYTES) {
        throw new (part('DOMException'))(
          `The requested length exceeds ${MOST_BYTES.toLocaleString('en')} bytes`,
          'QuotaExceededError',
        );
      }
      fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      return array;
    },
    randomUUID: (options = {}) => {
      if (options === null || typeof options !== 'object') {
        throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "options" argument must be of type object');
      }
      const bytes = fill(new Uint8Array(16));
      bytes[6] = (bytes[6] & 0x0f) | 0x40;
      bytes[8] = (bytes[8] & 0x3f) | 0x80;
      return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
});
