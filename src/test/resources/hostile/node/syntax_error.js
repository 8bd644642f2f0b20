// Does not parse, though its first line would run.
console.log("ran");
const = 1;
