// expect: DID_NOT_COMPILE
const x = {;
