const path = require('path');
console.log(path.join('/a', '..', 'b', 'c.txt'), path.basename('/x/y.js', '.js'), path.extname('a.b.c'));
console.log(path.dirname('/a/b/c'), path.normalize('/a//b/./c/..'), path.isAbsolute('a'), path.sep);
console.log(path.relative('/a/b/c', '/a/d'), path.parse('/home/u/f.txt'), path.format({ dir: '/d', base: 'b' }));
console.log(path.posix === path, path.resolve('/x', 'y', '../z'));
