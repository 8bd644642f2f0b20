console.log('abc'.padStart(5, '*'), 'a-b-c'.replaceAll('-', '+'), 'x'.at(-1), ' t '.trim(), 'abc'.localeCompare('abd'));
console.log('ß'.toUpperCase(), 'İ'.toLowerCase().length, 'e\u0301'.normalize('NFC').length, [...'a😀b'].length);
console.log('%s'.concat(1), `t${1 + 1}`, String.raw`a\nb`, 'abc'.matchAll(/./g).next().value.index);
console.log('a,b;c'.split(/[,;]/), 'abcabc'.lastIndexOf('b'), 'x'.codePointAt(0), String.fromCodePoint(128512));
