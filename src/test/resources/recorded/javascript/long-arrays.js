console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(Array.from({ length: 8 }, (_, i) => 'item number ' + i));
console.log('x'.repeat(200).length, ['x'.repeat(100)]);
