// Takes memory that V8's own heap limit does not count, and memory that it does.
const kept = [];
for (;;) kept.push(Buffer.alloc(1 << 20, 1), new Array(1 << 17).fill(kept.length));
