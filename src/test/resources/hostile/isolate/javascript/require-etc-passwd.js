// expect: THREW
console.log(require('../../../../etc/passwd'));
