// expect: EXITED 0
for (const name of Object.getOwnPropertyNames(globalThis)) {
  try { Object.freeze(globalThis[name]); Object.freeze(globalThis[name].prototype); } catch { }
}
Object.freeze(globalThis);
