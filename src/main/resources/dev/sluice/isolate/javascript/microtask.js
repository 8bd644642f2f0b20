// The function queueMicrotask.
'use strict';
(function ({ part }) {
  const { requireFunction } = part('errors');
  return function queueMicrotask(callback) {
    requireFunction('callback', callback);
    Promise.resolve().then(() => callback());
  };
});
