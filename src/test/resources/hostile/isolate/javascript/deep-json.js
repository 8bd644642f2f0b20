// expect: THREW
let nested = [];
for (let depth = 0; depth < 1_000_000; depth++) nested = [nested];
JSON.stringify(nested).length;
