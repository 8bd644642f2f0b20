console.log(typeof require('util').inspect, typeof require('node:path').join, require('path') === require('node:path'));
console.log(typeof module, typeof exports, typeof require, typeof __filename, typeof __dirname);
