// expect: EXITED 0
// Bytes of a report on standard output stay the program's output.
console.log('\x00\x00\x00\x06\x02\x04\x00\x00\x00\x00');
print('\x00\x00\x00\x04\x02\x00\x00\x00');
console.error('\xff\xff\xff\xff');
exit(0);
