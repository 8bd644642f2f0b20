// expect: THREW
throw 'just a string';
