// expect: WALL
let n = 3n;
for (;;) { n = n * n; if (n > 2n ** 200_000n) n = 3n; }
