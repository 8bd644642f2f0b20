const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 1));
late.catch((error) => console.log('caught', error.message));
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
Promise.reject(new Error('handled by the event'));
