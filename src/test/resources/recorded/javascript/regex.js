console.log('2024-05-06'.match(/(?<y>\d+)-(?<m>\d+)/).groups.y, /(?<=a)b/.test('ab'), 'aBc'.replace(/b/i, (m) => `[${m}]`));
console.log('x1y22'.match(/\d+/g), /^\p{Lu}/u.test('Ä'), 'a\nb'.match(/a.b/s) !== null, /a/y.sticky, 'abc'.search(/c/));
console.log('aaa'.replace(/a/g, '$&$&'), /(a)|(b)/.exec('b'));
