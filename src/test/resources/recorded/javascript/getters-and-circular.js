const o = { get now() { return 1; }, set v(x) {}, [Symbol('k')]: 1, 'key with space': 2 };
o.self = o; o.list = [o];
console.log(o);
console.log(Object.freeze([1]), Object.isFrozen(Object.freeze({})));
