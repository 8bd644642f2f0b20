process.on('uncaughtException', (error) => console.log('handler', error.message));
setTimeout(() => { throw new Error('in a timer'); }, 1);
setTimeout(() => console.log('still here'), 5);
