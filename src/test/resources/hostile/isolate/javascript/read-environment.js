// expect: EXITED 0
if (Object.keys(env).length > 0 || typeof process !== 'undefined') throw new Error(JSON.stringify(env));
