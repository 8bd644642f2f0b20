console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir([1, 2, 3]);
