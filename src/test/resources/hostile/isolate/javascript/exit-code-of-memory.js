// expect: EXITED 3
// 3 is what a JVM without memory ends with; from a program it is just a code.
exit(3);
