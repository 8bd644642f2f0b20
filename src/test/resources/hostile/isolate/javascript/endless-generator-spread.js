// expect: MEMORY
[...(function* () { for (;;) yield new Array(10_000).fill(1); })()];
