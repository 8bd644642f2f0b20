// Domain names for URLs: those in plain ASCII need none of Unicode's tables.
'use strict';
(function ({ part }) {
  const tables = () => part('builtins').pack('tr46');
  const isPlain = (domain) => /^[\0-\x7f]*$/.test(domain) && !/(^|\.)xn--/i.test(domain);
  return {
    toASCII: (domain, options) =>
      isPlain(domain) && !options.useSTD3ASCIIRules ? domain.toLowerCase() : tables().toASCII(domain, options),
    toUnicode: (domain, options) => tables().toUnicode(domain, options),
  };
});
