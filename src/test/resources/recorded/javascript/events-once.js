const { once, EventEmitter } = require('node:events');
class Job extends EventEmitter {}
const job = new Job();
setTimeout(() => job.emit('done', 42), 1);
once(job, 'done').then(([value]) => console.log(value));
