console.log('out');
console.info('info');
console.debug('debug');
console.error('err');
console.warn('warn');
console.trace ? 0 : 1;
