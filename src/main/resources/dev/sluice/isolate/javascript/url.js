// The module url: the standard's own implementation (whatwg-url), and for url.parse the package url.
'use strict';
(function ({ part }) {
  const { pack } = part('builtins');
  const { coded, invalidArgument } = part('errors');
  const { URL: WhatwgURL, URLSearchParams } = pack('whatwg-url');
  const CUSTOM = Symbol.for('nodejs.util.inspect.custom');
  const PARTS = [
    'href',
    'origin',
    'protocol',
    'username',
    'password',
    'host',
    'hostname',
    'port',
    'pathname',
    'search',
    'searchParams',
    'hash',
  ];

  class URL extends WhatwgURL {
    constructor(...given) {
      try {
        super(...given);
      } catch (error) {
        if (given.length > 0 && error instanceof TypeError && /^Invalid (base )?URL/.test(error.message)) {
          throw Object.assign(coded(TypeError, 'ERR_INVALID_URL', 'Invalid URL'), { input: `${given[0]}` });
        }
        throw error;
      }
    }

    static {
      Object.defineProperty(this.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });
    }

    [CUSTOM](depth, options, inspect) {
      const shown = Object.fromEntries(PARTS.map((name) => [name, this[name]]));
      return depth < 0 ? this.href : `URL ${inspect(shown, options)}`;
    }
  }
  Object.defineProperty(URLSearchParams.prototype, CUSTOM, {
    value(depth, options, inspect) {
      const pairs = [...this].map(([name, value]) => `${inspect(name, options)} => ${inspect(value, options)}`);
      return pairs.length === 0 ? 'URLSearchParams {}' : `URLSearchParams { ${pairs.join(', ')} }`;
    },
    configurable: true,
    writable: true,
  });

  const legacy = () => pack('url');
  const fileURLToPath = (place) => {
    if (typeof place !== 'string' && !(place instanceof WhatwgURL)) {
      throw invalidArgument('path', 'of type string or an instance of URL', place);
    }
    const url = new URL(place);
    if (url.protocol !== 'file:') {
      throw coded(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    }
    return decodeURIComponent(url.pathname);
  };
  const pathToFileURL = (path) => {
    const url = new URL('file:///');
    url.pathname = pack('path-browserify').resolve('/job', path).replaceAll('%', '%25');
    return url;
  };
  const host = (domain) => {
    try {
      return new URL(`ws://${domain}`).hostname;
    } catch {
      return '';
    }
  };
  return {
    URL,
    URLSearchParams,
    Url: class Url {},
    parse: (...args) => legacy().parse(...args),
    resolve: (...args) => legacy().resolve(...args),
    resolveObject: (...args) => legacy().resolveObject(...args),
    format: (value, ...rest) => (value instanceof WhatwgURL ? value.href : legacy().format(value, ...rest)),
    domainToASCII: host,
    domainToUnicode: (domain) => part('domains').toUnicode(host(domain), {}).domain,
    fileURLToPath,
    pathToFileURL,
    urlToHttpOptions: (url) => ({
      protocol: url.protocol,
      hostname: url.hostname,
      hash: url.hash,
      search: url.search,
      pathname: url.pathname,
      path: `${url.pathname}${url.search}`,
      href: url.href,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
    }),
  };
});
