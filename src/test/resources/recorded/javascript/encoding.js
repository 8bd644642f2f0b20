const bytes = new TextEncoder().encode('hé€😀');
console.log(bytes, new TextDecoder().decode(bytes), new TextDecoder('utf-8').encoding);
console.log(new TextDecoder('utf-16le').decode(new Uint8Array([104, 0, 105, 0])));
console.log(btoa('hello'), atob('aGVsbG8='), encodeURIComponent('a b&ü'), decodeURIComponent('%C3%BC'));
console.log(escape('ü'), unescape('%FC'));
try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])); } catch (error) { console.log(error.name); }
try { atob('***'); } catch (error) { console.log(error.name); }
