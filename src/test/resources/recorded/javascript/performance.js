const start = performance.now();
for (let i = 0; i < 1e5; i++);
console.log(performance.now() >= start, typeof performance.timeOrigin);
