// The engine's own doors.
const fs = require("fs");
for (const path of ["/etc/shadow", "/proc/1/mem", "/dev/kmsg"]) {
  try {
    fs.readFileSync(path);
    process.exit(1);
  } catch {}
}
try {
  process.setuid(0);
  process.exit(1);
} catch {}
console.log("refused");
