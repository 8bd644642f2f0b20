// expect: MEMORY
[...(function* () { for (;;) yield { a: 1 }; })()];
