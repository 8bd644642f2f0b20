// expect: THREW
import found from 'file:///etc/passwd';
console.log(found);
