const util = require('util');
class Money { constructor(n) { this.n = n; } [util.inspect.custom]() { return `Money<${this.n}>`; } }
console.log(new Money(5), [new Money(6)]);
console.log({ toString() { return 'hidden'; } });
