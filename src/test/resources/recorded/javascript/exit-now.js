process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 10);
process.exit(4);
