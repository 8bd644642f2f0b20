// expect: THREW
Java.type('java.lang.System').getenv();
