// expect: WALL
for (;;) { try { for (;;); } catch { } finally { continue; } }
