// expect: MEMORY
const kept = [];
for (;;) kept.push(new Promise(() => {}).then(() => kept), new Array(1000).fill(Promise.resolve()));
