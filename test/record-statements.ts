import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Database } from "../adapters/database/driver.ts";

/** Under this name the tests' processes are told the folder in which they write down what the program asks of SQLite. */
export const RECORDS = "EMPTYCHAIR_TEST_STATEMENTS";

const PATCHED = Symbol.for("what is asked of SQLite is written down");
type Patched = typeof Database.prototype & { [PATCHED]?: true };

/** A list of rows, which tests ask for in ways that the program does not. */
const LIST = /^SELECT [^(]* FROM "\w+" WHERE desk_id = \?/;

/** Whether the program asks: its engine, and for a list not a test by itself. */
function isAskedByProgram(source: string): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  const frames = new Error().stack?.split("\n").slice(3) ?? [];
  Error.stackTraceLimit = stackTraceLimit;
  if (!frames.some((frame) => frame.includes("/sqlite-engine."))) return false;
  const asking = frames.find(
    (frame) => /\/(?:src|adapters|test)\//.test(frame) && !frame.includes("/adapters/database/"),
  );
  return !LIST.test(source) || (asking !== undefined && !asking.includes("/test/"));
}

/** Writes down each statement that any store of this process sends to SQLite, once. */
function recordStatements(folder: string): void {
  const prototype: Patched = Database.prototype;
  if (prototype[PATCHED]) return;
  prototype[PATCHED] = true;
  const { prepare } = prototype;
  const seen = new Set<string>();
  prototype.prepare = function (this: typeof prototype, source: string) {
    if (!seen.has(source) && isAskedByProgram(source)) {
      seen.add(source);
      appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(source)}\n`);
    }
    return prepare.call(this, source);
  } as typeof prepare;
}

const folder = process.env[RECORDS];
if (folder !== undefined) recordStatements(folder);
