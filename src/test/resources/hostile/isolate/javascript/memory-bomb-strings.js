// expect: MEMORY
const kept = [];
for (let n = 0; ; n++) kept.push('x'.repeat(1_000_000) + n);
