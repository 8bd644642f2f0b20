const original = { d: new Date(0), m: new Map([[1, { a: [1] }]]), s: new Set('ab'), u: new Uint8Array([1]), r: /x/g };
original.self = original;
const copy = structuredClone(original);
console.log(copy.d.getTime(), copy.m.get(1), copy.s.has('a'), copy.u, copy.r, copy.self === copy, copy !== original);
try { structuredClone(() => {}); } catch (error) { console.log(error.name, error instanceof DOMException); }
console.log(structuredClone(new Error('e')).message);
