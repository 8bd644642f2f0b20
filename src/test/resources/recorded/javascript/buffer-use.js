const b = Buffer.concat([Buffer.from('ab'), Buffer.from([0x63])]);
console.log(b.toString('hex'), b.toString('base64'), b.equals(Buffer.from('abc')), b.length);
console.log(b.slice(1).toString(), Buffer.byteLength('é'), Buffer.isBuffer(b), b.readUInt16BE(0));
console.log(Buffer.compare(Buffer.from('a'), Buffer.from('b')), b.indexOf('c'), JSON.stringify(b));
