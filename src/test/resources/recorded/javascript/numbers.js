console.log((1234.5678).toFixed(2), (255).toString(16), parseInt('12px'), Number('0x1f'), 0.1 + 0.2, 1e21, 1e-7);
console.log((1234567.891).toLocaleString('en-US'), Number.MAX_SAFE_INTEGER, 2n ** 64n, -7 % 3, 5 / 0);
console.log(Math.max(), Math.hypot(3, 4), Math.trunc(-1.5), Math.sign(-3), Math.clz32(1), (25).toExponential());
console.log(BigInt('123456789012345678901234567890') * 2n, BigInt.asUintN(8, 257n), Number(3n));
