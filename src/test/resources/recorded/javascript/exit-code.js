console.log('a');
process.exitCode = 3;
console.log('b');
