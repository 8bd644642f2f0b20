// expect: MEMORY
const kept = [];
for (let n = 0; ; n++) kept.push(('x' + n).repeat(100_000).split('').join('-'));
