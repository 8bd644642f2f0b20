console.log('%s is %d years and %i days, %f', 'Bob', 42.5, 7.9, 1.25);
console.log('%o %O %j %%', { a: 1 }, { b: [2] }, { c: 3 });
console.log('%c styled', 'color: red');
console.log('%s', 'a', 'b', { c: 1 });
