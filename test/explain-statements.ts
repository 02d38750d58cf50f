import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database } from "../adapters/database/driver.ts";
import { openSqliteStore } from "../adapters/database/sqlite.ts";
import { packageFile } from "../adapters/package-root.ts";
import { readsThrough, stepsOf } from "./database/plans.ts";

/** See record-statements.ts. */
const RECORDS = "EMPTYCHAIR_TEST_STATEMENTS";

/** Has whatever the program asks of SQLite in any test written down. */
export function setup(): void {
  process.env[RECORDS] = mkdtempSync(join(tmpdir(), "emptychair-"));
}

function recordedIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));
  return [...new Set(lines)].map((line) => JSON.parse(line) as string);
}

async function faultsIn(folder: string): Promise<string[]> {
  const path = join(folder, "empty.db");
  const migrations = packageFile("data", "migrations");
  await (await openSqliteStore({ path, migrations, clock: { now: () => 0 } })).close();
  const database = new Database(path, { readonly: true });
  const faults = recordedIn(folder).flatMap((sql) => {
    const found = readsThrough(sql, stepsOf(database, sql));
    return found.length === 0 ? [] : [`${sql.replace(/\s+/g, " ")}\n    ${found.join("\n    ")}`];
  });
  database.close();
  return faults;
}

/** Explains every statement that was asked, once all tests are over. Throws where one reads through a growing table without a known reason. */
export async function teardown(): Promise<void> {
  const folder = process.env[RECORDS] ?? "";
  try {
    const faults = await faultsIn(folder);
    if (faults.length === 0) return;
    process.exitCode = 1;
    throw new Error(`These statements read through a table that grows:\n\n${faults.join("\n\n")}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
