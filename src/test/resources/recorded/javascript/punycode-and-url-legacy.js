const url = require('url');
const parsed = url.parse('http://h:80/p?q=1#f');
console.log(parsed.hostname, parsed.port, parsed.pathname, parsed.query, url.resolve('/a/b', '../c'), url.format({ protocol: 'http', host: 'h', pathname: '/p' }));
