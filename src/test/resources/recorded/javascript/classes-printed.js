class Point { constructor(x, y) { this.x = x; this.y = y; } }
class Named extends Point { get name() { return 'n'; } static z = 1; }
console.log(new Point(1, 2), new Named(3, 4), Point, Named, new (class {})());
console.log(function f() {}, () => {}, async () => {}, function* g() {});
console.log(Object.create(null), Object.create({ a: 1 }));
