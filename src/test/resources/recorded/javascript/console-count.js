console.count();
console.count('x');
console.count('x');
console.countReset('x');
console.count('x');
