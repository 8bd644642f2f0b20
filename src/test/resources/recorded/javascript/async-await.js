const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function* numbers() { for (let i = 0; i < 3; i++) { await sleep(1); yield i; } }
(async () => {
  for await (const n of numbers()) console.log(n);
  console.log(await Promise.all([sleep(2).then(() => 'slow'), 'fast']));
  console.log(await Promise.race([sleep(20), sleep(1).then(() => 'first')]));
  console.log(await Promise.allSettled([1, Promise.reject(new Error('no'))]).then((r) => r.map((x) => x.status)));
  try { await Promise.any([Promise.reject(1)]); } catch (e) { console.log(e.constructor.name); }
})();
