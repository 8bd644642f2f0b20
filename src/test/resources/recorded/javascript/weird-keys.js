console.log({ 1: 'a', b: 'c', 'd-e': 'f', __proto__: { x: 1 } });
console.log(JSON.stringify({ ['a' + 1]: 1, b() {}, [Symbol.iterator]: 2 }), [1, 2, 3, ...'x'].length);
const arr = [1, 2]; arr.prop = 'p'; arr[-1] = 0; console.log(arr);
