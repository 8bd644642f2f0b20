// expect: MEMORY
const kept = [];
for (;;) { try { kept.push(new Array(1_000_000).fill({})); } catch { kept.push(1); } }
