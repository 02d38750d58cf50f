// Shows a half-finished bar on a terminal that writes to standard output, and goes on until it is ended.
import { createProgress } from "../../build/adapters/cli/progress.js";

const terminal = Object.assign(process.stdout, { isTTY: true, columns: 100 });
createProgress("Filling the demo", terminal).show(0.5);
setInterval(() => {}, 1_000);
