// Formatting as in Node: Node's own code, and the answers that Node gets from V8.
'use strict';
(function ({ host, part }) {
  const primordials = part('primordials');

  // Looks at what an iterator over a Map or a Set has yet to give, and gives it back.
  const previewEntries = (iterator, wantsPairs) => {
    if (typeof iterator.next !== 'function') {
      return [];
    }
    const entries = [];
    for (let step = iterator.next(); !step.done; step = iterator.next()) {
      entries.push(step.value);
    }
    const rest = entries[Symbol.iterator]();
    Object.defineProperty(iterator, 'next', { value: () => rest.next(), configurable: true });
    const pairs = entries.length > 0 && entries.every((entry) => Array.isArray(entry) && entry.length === 2);
    return wantsPairs ? [pairs ? entries.flat() : entries, pairs] : entries;
  };

  // The engine tells a promise's state only in words, and of its value only what they can hold.
  const SETTLED = /^Promise\{\[\[PromiseStatus\]\]: "(\w+)", \[\[PromiseValue\]\]: (.*)\}$/su;
  const valueOf = (words) => {
    if (words === 'undefined') {
      return undefined;
    }
    try {
      return JSON.parse(words);
    } catch {
      return { [Symbol.for('nodejs.util.inspect.custom')]: () => words };
    }
  };
  const getPromiseDetails = (promise, pending, rejected) => {
    const [, state, value] = SETTLED.exec(host.describe(promise)) ?? [];
    if (state === undefined || state === 'pending') {
      return [pending, undefined];
    }
    return [state === 'rejected' ? rejected : 'fulfilled', valueOf(value)];
  };

  const getProxyDetails = (value, both = true) => {
    const details = part('proxy').details(value);
    return details === undefined || both ? details : details[0];
  };

  const module = { exports: {} };
  const binding = { getPromiseDetails, getProxyDetails, previewEntries, types: part('types') };
  host.pack('node-inspect-extracted/inspect.js')(module.exports, module, primordials, binding);
  return module.exports;
});
