const m = new Map([['a', 1]]); const w = new WeakMap(); const k = {}; w.set(k, 1);
console.log([...m.entries()], m.size, w.has(k), [...new Set([3, 1, 3])], Object.fromEntries(m));
console.log([3, 1, 2].toSorted?.() ?? 'old', [1, 2, 3].findLast((x) => x < 3), [1, [2, [3]]].flat(Infinity), [1, 2].includes(2));
console.log([10, 9, 1].sort(), [10, 9, 1].sort((a, b) => a - b), Array.from('abc', (c) => c + c), Array.of(7).fill(1));
