console.log(1, 'two', true, null, undefined, 3n, Symbol('s'));
console.log([1, [2, [3, [4, [5]]]]], { a: { b: { c: { d: 1 } } } });
console.log(new Map([['k', { v: 1 }]]), new Set([1, 'a']), new Date(0), /re/gi);
console.log([undefined, , null], [1.5, -0, NaN, Infinity]);
