// expect: OUTPUT
for (;;) console.error('all work and no play');
