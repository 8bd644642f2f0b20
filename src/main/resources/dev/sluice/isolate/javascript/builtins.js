// The modules of Node that a program can have here, most of them packages; each is loaded when it is first required.
'use strict';
(function ({ host, part, ticks }) {
  const MAIN = {
    assert: 'assert/assert.js',
    'base64-js': 'base64-js/index.js',
    'cjs-module-lexer': 'cjs-module-lexer/lexer.js',
    events: 'events/events.js',
    ieee754: 'ieee754/index.js',
    'path-browserify': 'path-browserify/index.js',
    punycode: 'punycode/punycode.js',
    'querystring-es3': 'querystring-es3/index.js',
    string_decoder: 'string_decoder/lib/string_decoder.js',
    tr46: 'tr46/index.js',
    url: 'url/url.js',
    'webidl-conversions': 'webidl-conversions/lib/index.js',
    'whatwg-url': 'whatwg-url/index.js',
  };
  // What packages ask for and the language has by now, or we have ourselves.
  const OWN = {
    buffer: () => builtin('buffer'),
    'call-bind/callBound': () => (name) => {
      const function_ = name.split('.').reduce((owner, key) => owner[key], globalThis);
      return Function.prototype.call.bind(function_);
    },
    'object-is/polyfill': () => () => Object.is,
    'object.assign/polyfill': () => () => Object.assign,
    'punycode/': () => pack('punycode'),
    qs: () => pack('querystring-es3'),
    'safe-buffer': () => builtin('buffer'),
    tr46: () => part('domains'),
    'util/': () => builtin('util'),
  };

  // The packages' own process: not the program's, which costs more to have.
  const process = {
    env: {},
    nextTick: (callback, ...values) => {
      ticks.push(() => callback(...values));
      host.attention();
    },
  };

  const files = new Map();
  const file = (path) => {
    let module = files.get(path);
    if (module === undefined) {
      module = { exports: {} };
      files.set(path, module);
      if (path.endsWith('.json')) {
        module.exports = JSON.parse(host.packText(path));
      } else {
        const folder = path.slice(0, path.lastIndexOf('/'));
        host.pack(path)(module.exports, (name) => ask(folder, name), module, process);
      }
    }
    return module.exports;
  };
  const ask = (folder, name) => {
    if (!name.startsWith('.')) {
      return Object.hasOwn(OWN, name) ? OWN[name]() : pack(name);
    }
    const steps = folder.split('/');
    for (const step of name.split('/')) {
      if (step === '..') {
        steps.pop();
      } else if (step !== '.') {
        steps.push(step);
      }
    }
    const path = steps.join('/');
    return file(/\.js(on)?$/.test(path) ? path : `${path}.js`);
  };
  const pack = (name) => file(MAIN[name]);

  const BUILTINS = {
    assert: () => pack('assert'),
    'assert/strict': () => pack('assert').strict,
    buffer: () => part('buffer'),
    console: () => globalThis.console,
    events: () => pack('events'),
    path: () => pack('path-browserify'),
    'path/posix': () => pack('path-browserify'),
    process: () => part('process').process,
    punycode: () => pack('punycode'),
    querystring: () => part('querystring'),
    string_decoder: () => pack('string_decoder'),
    timers: () => ({ ...part('timers'), promises: part('timers-promises') }),
    'timers/promises': () => part('timers-promises'),
    url: () => part('url'),
    util: () => part('util'),
    'util/types': () => part('types'),
  };
  const loaded = new Map();
  const builtin = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, BUILTINS[name]());
    }
    return loaded.get(name);
  };

  return {
    builtin,
    file,
    pack,
    names: [...Object.keys(BUILTINS), 'module'].sort(),
    // With or without its prefix; undefined where there is none of that name.
    find: (name) => {
      const plain = name.startsWith('node:') ? name.slice('node:'.length) : name;
      return Object.hasOwn(BUILTINS, plain) ? builtin(plain) : undefined;
    },
  };
});
