// expect: THREW
Polyglot.eval('js', '1');
