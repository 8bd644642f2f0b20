// expect: THREW
const { default: found } = await import('/etc/passwd');
console.log(found);
