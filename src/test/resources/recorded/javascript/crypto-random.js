console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(globalThis.crypto.randomUUID()));
console.log(globalThis.crypto.getRandomValues(new Uint8Array(4)).length);
console.log(globalThis.crypto.randomUUID() !== globalThis.crypto.randomUUID());
