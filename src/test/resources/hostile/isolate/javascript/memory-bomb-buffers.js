// expect: MEMORY
const kept = [];
for (;;) kept.push(new Uint8Array(8 * 1024 * 1024));
