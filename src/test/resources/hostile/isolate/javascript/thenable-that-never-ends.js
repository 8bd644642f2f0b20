// expect: WALL
Promise.resolve({ then() { for (;;); } });
