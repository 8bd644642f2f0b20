console.group('outer');
console.log('in');
console.group();
console.log('deeper\ntwo lines');
console.groupEnd();
console.groupEnd();
console.log('out');
