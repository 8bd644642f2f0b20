console.log(JSON.stringify({ a: [1, undefined, () => 1], d: new Date(0), n: NaN, u: undefined }, null, 2));
console.log(JSON.parse('{"a":[1,{"b":null}]}', (k, v) => (typeof v === 'number' ? v + 1 : v)));
try { JSON.parse('{bad'); } catch (error) { console.log(error.name); }
try { const c = {}; c.c = c; JSON.stringify(c); } catch (error) { console.log(error.name); }
console.log(JSON.stringify('\u2028\ud800'));
