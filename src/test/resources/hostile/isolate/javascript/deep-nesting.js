// expect: THREW
eval('('.repeat(1_000_000));
