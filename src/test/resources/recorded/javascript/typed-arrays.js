console.log(new Uint8Array([1, 2, 255]), new Float64Array(2), new ArrayBuffer(4));
console.log(Buffer.from('hé'), Buffer.from('aGk=', 'base64').toString(), Buffer.alloc(3, 1));
console.log(new DataView(new ArrayBuffer(2)).byteLength);
