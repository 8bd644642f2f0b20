// The clock of Web Performance.
'use strict';
(function ({ host }) {
  const timeOrigin = Date.now() - host.now();
  return { now: () => host.now(), timeOrigin, toJSON: () => ({ timeOrigin }) };
});
