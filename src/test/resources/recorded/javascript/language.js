const { a, ...rest } = { a: 1, b: 2, c: 3 }; const [x, , y = 9] = [1, 2];
console.log(a, rest, x, y, rest?.b, rest.q?.z, null ?? 'd', 0 || 'e', 2 ** 3 ** 2);
label: for (const i of [1, 2]) { for (const j of [1, 2]) { if (j === 2) continue label; console.log(i, j); } }
class P { #v = 1; static { P.s = 2; } get v() { return this.#v; } static has(o) { return #v in o; } }
console.log(new P().v, P.s, P.has({}), P.has(new P()));
function* g() { const got = yield 1; console.log('got', got); return 2; }
const it = g(); console.log(it.next(), it.next('x'), it.next());
console.log([..."ab"].map((c, i) => c + i).join(), typeof undefined, void 0, (() => { try { return 1; } finally { console.log('f'); } })());
