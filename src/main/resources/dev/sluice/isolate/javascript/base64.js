// atob and btoa of HTML.
'use strict';
(function ({ part }) {
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const invalid = (message) => new (part('DOMException'))(message, 'InvalidCharacterError');
  const needed = (given, name) => {
    if (given.length === 0) {
      throw part('errors').coded(TypeError, 'ERR_MISSING_ARGS', `The "${name}" argument must be specified`);
    }
    return `${given[0]}`;
  };
  return {
    btoa: (...given) => {
      const text = needed(given, 'data');
      let encoded = '';
      for (let at = 0; at < text.length; at += 3) {
        const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
        if (a > 255 || b > 255 || c > 255) {
          throw invalid('Invalid character');
        }
        const bits = (a << 16) | (b << 8) | c;
        encoded += LETTERS[bits >> 18] + LETTERS[(bits >> 12) & 63];
        encoded += at + 1 < text.length ? LETTERS[(bits >> 6) & 63] : '=';
        encoded += at + 2 < text.length ? LETTERS[bits & 63] : '=';
      }
      return encoded;
    },
    atob: (...given) => {
      let text = needed(given, 'data').replace(/[\t\n\f\r ]/g, '');
      if (text.length % 4 === 0) {
        text = text.replace(/={1,2}$/, '');
      }
      if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
        throw invalid('The string to be decoded is not correctly encoded.');
      }
      let decoded = '';
      let bits = 0;
      let held = 0;
      for (const letter of text) {
        bits = (bits << 6) | LETTERS.indexOf(letter);
        held += 6;
        if (held >= 8) {
          held -= 8;
          decoded += String.fromCharCode((bits >> held) & 255);
          bits &= (1 << held) - 1;
        }
      }
      return decoded;
    },
  };
});
