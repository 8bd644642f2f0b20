const qs = require('querystring');
console.log(qs.parse('a=1&b=2&a=3&c'), qs.stringify({ x: [1, 2], y: 'a b' }), qs.escape('ü&'));
