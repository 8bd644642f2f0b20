const u = new URL('https://user:pw@example.org:8080/a/b/../c?x=1&y=two#frag');
console.log(u.href, u.host, u.pathname, u.search, u.hash, u.origin, u.username);
u.searchParams.append('z', 'ü &'); u.port = ''; console.log(u.toString());
console.log([...new URLSearchParams('a=1&b=2&a=3')], new URLSearchParams({ q: 'x y' }).toString());
console.log(new URL('../d', 'http://h/a/b/c').href);
try { new URL('no'); } catch (error) { console.log(error.name, error.code); }
console.log(URL.canParse ? URL.canParse('a:b') : true);
