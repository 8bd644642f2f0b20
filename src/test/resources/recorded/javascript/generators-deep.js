function* walk(tree) { if (tree) { yield* walk(tree.l); yield tree.v; yield* walk(tree.r); } }
console.log([...walk({ v: 2, l: { v: 1 }, r: { v: 3 } })]);
const fib = { *[Symbol.iterator]() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } } };
for (const n of fib) { if (n > 20) break; process.stdout.write(n + ' '); }
console.log();
