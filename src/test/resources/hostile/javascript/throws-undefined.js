// expect: THREW
throw undefined;
