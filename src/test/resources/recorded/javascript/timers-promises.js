const { setTimeout: sleep } = require('timers/promises');
sleep(2, 'value').then(console.log);
