// expect: WALL
const again = () => { Promise.resolve().then(again); };
again();
