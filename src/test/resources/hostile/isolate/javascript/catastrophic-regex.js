// expect: WALL
/^(?=((a+)+)+\1b)(a|aa)+$/.test('a'.repeat(60) + 'c');
/^(a+)+\1$/.test('a'.repeat(64) + 'b');
for (;;) /^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(64));
