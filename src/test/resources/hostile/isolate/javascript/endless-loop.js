// expect: WALL
console.log('begun');
for (;;);
