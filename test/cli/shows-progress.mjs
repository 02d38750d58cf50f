// Shows a half-finished bar on what writes at once, as a terminal does, and goes on until it is ended.
import { writeSync } from "node:fs";
import { createProgress } from "../../build/adapters/cli/progress.js";

const terminal = { isTTY: true, columns: 100, write: (text) => writeSync(1, text) > 0 };
createProgress("Filling the demo", terminal).show(0.5);
setInterval(() => {}, 1_000);
