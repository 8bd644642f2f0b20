let n = 0;
const timer = setInterval(() => {
  console.log(++n);
  if (n === 3) clearInterval(timer);
}, 1);
const never = setTimeout(() => console.log('never'), 5);
clearTimeout(never);
setTimeout((a, b) => console.log(a, b), 20, 'x', 'y');
