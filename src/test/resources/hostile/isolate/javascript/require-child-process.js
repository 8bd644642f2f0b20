// expect: THREW
console.log(require('child_process').execSync('id').toString());
