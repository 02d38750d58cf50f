// Takes the lock of the file named first, says so, and holds it until it is ended.
import { acquireLock } from "../../build/adapters/database/lock.js";

const [path] = process.argv.slice(2);
try {
  acquireLock(path, { pid: process.pid, host: "desk-host", now: Date.UTC(2026, 0, 2) });
  process.stdout.write("held\n");
  setInterval(() => globalThis.gc?.(), 20);
} catch (error) {
  process.stdout.write(`refused: ${error.message}\n`);
}
