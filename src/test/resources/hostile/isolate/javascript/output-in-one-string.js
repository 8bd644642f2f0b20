// expect: OUTPUT
console.log('x'.repeat(4_000_000));
