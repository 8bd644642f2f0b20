// expect: WALL
({ toJSON() { for (;;); } });
