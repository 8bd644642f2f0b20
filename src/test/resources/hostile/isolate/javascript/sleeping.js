// expect: THREW
// The agent of a context may not be suspended.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
