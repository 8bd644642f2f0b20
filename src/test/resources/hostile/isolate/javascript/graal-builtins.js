// expect: EXITED 0
// Nothing of the engine's own extensions is to be found.
const found = ['Java', 'Polyglot', 'Graal', 'Packages', 'java', 'javafx', 'load', 'loadWithNewGlobal', 'quit',
  'readbuffer', 'read', 'Worker', 'WebAssembly', 'Deno', 'Bun', 'fetch', 'XMLHttpRequest', 'WebSocket',
  'importScripts', 'printErr'].filter((name) => name in globalThis);
if (found.length > 0) throw new Error('found ' + found);
