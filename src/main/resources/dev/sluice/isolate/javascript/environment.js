// The job's environment, as an object of its own.
'use strict';
(function ({ host }) {
  return Object.fromEntries(Array.from(host.environment, (pair) => [pair[0], pair[1]]));
});
