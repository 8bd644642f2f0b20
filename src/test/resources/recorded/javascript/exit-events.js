process.on('beforeExit', () => console.log('before'));
process.on('exit', (code) => console.log('exit', code));
console.log('main');
