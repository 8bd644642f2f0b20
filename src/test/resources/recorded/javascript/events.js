const EventEmitter = require('events');
const e = new EventEmitter();
e.on('x', (...args) => console.log('on', ...args));
e.once('x', () => console.log('once'));
e.prependListener('x', () => console.log('first'));
console.log(e.emit('x', 1, 2), e.emit('x', 3), e.emit('y'), e.listenerCount('x'), e.eventNames());
e.off('x', () => {});
e.removeAllListeners('x');
console.log(e.emit('x'));
try { e.emit('error', new Error('unheard')); } catch (error) { console.log(error.message); }
