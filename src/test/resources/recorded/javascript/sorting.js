const people = [{ n: 'Cy', a: 3 }, { n: 'Al', a: 3 }, { n: 'Bo', a: 1 }];
people.sort((p, q) => p.a - q.a || p.n.localeCompare(q.n));
console.log(people.map((p) => p.n).join());
console.log([..."hello"].sort().join(''), ['b', undefined, 'a'].sort());
