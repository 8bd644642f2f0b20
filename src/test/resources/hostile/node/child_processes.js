// Starts processes until it cannot, and says so in an exception.
const { spawn } = require("child_process");
for (let count = 0; count < 500; count++) {
  spawn("sleep", ["60"]).on("error", (error) => {
    throw error;
  });
}
