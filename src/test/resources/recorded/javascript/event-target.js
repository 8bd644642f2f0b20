const target = new EventTarget();
target.addEventListener('ping', (event) => console.log(event.type, event.target === target), { once: true });
console.log(target.dispatchEvent(new Event('ping')), target.dispatchEvent(new Event('ping')));
