// expect: EXITED 0
const found = [...Object.entries(env), ...Object.entries(process.env)];
if (found.length > 0) throw new Error(JSON.stringify(found));
