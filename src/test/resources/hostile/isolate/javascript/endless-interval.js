// expect: WALL
setInterval(() => {}, 1);
