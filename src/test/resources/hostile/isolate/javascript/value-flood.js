// expect: OUTPUT
'x'.repeat(4_000_000);
