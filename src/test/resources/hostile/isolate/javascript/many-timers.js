// expect: MEMORY
for (;;) setTimeout(() => {}, 1_000_000, new Array(10_000).fill(1));
