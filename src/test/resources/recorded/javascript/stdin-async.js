(async () => {
  let text = '';
  for await (const part of process.stdin) text += part;
  console.log(text.trim().split(/\s+/).map(Number).reduce((a, b) => a + b, 0));
})();
