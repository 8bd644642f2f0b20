// Writes without waiting to be read.
const line = "y".repeat(1 << 16);
for (;;) require("fs").writeSync(1, line);
