// expect: MEMORY
const kept = [];
for (;;) kept.push(new Array(1_000_000).fill(Math.random()));
