import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Database } from "../adapters/database/driver.ts";

/** Under this name the tests' processes are told the folder in which they write down what the program asks of SQLite. */
export const RECORDS = "EMPTYCHAIR_TEST_STATEMENTS";

const PATCHED = Symbol.for("what is asked of SQLite is written down");
type Patched = typeof Database.prototype & { [PATCHED]?: true };

/** A list of rows, which tests ask for in ways that the program does not. */
const LIST = /^SELECT [^(]* FROM "\w+" WHERE desk_id = \?/;

/** The files of the calls under way, the nearest first, without source maps: those would take ten times as long. */
function filesOfCalls(): readonly string[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 40;
  Error.prepareStackTrace = (_, calls) => calls.map((call) => call.getFileName() ?? "");
  const files = new Error().stack as unknown as readonly string[];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return files;
}

/** Whether the program asks: its engine, and for a list not a test by itself. */
function isAskedByProgram(source: string): boolean {
  const files = filesOfCalls().slice(3);
  if (!files.some((file) => file.includes("/sqlite-engine."))) return false;
  const asking = files.find((file) => /\/(?:src|adapters|test)\//.test(file) && !file.includes("/adapters/database/"));
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
