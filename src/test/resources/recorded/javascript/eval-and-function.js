console.log(eval('1 + 2'), new Function('a', 'b', 'return a * b')(3, 4), (0, eval)('this') === globalThis);
try { eval('let 1'); } catch (error) { console.log(error.name); }
