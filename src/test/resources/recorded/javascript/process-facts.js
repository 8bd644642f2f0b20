console.log(process.argv.length, typeof process.pid, process.platform, Object.keys(process.env).length >= 0);
console.log(typeof process.version, typeof process.hrtime.bigint(), process.hrtime().length, typeof process.uptime());
console.log(typeof process.memoryUsage().heapUsed, process.cwd().startsWith('/'), process.stdout.isTTY === true);
process.stdout.write('no newline');
process.stdout.write('\n');
process.stderr.write('to stderr\n');
