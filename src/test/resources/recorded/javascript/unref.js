setTimeout(() => console.log('never'), 50).unref();
const t = setTimeout(() => console.log('yes'), 1);
console.log(t.hasRef());
