import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { openSqliteStore, type SqliteStore, type SqliteStoreConfig } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";

/** The migrations that ship. */
export const MIGRATIONS = packageFile("data", "migrations");

/** A clock that stands still. */
export const CLOCK = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** What a new file holds once it has the newest schema, which takes fifteen times as long to make as to write. */
let empty: Promise<Buffer> | undefined;

async function makeEmpty(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-"));
  const path = join(folder, "empty.db");
  await (await openSqliteStore({ path, migrations: MIGRATIONS, clock: CLOCK })).close();
  const content = readFileSync(path);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return content;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Puts an empty database of the newest schema there, unless something is there already or there is no folder for it. */
export async function putEmpty(path: string): Promise<void> {
  if (existsSync(path) || !isFolder(dirname(path))) return;
  empty ??= makeEmpty();
  writeFileSync(path, await empty, { mode: 0o600 });
}

/** The store in a file, with the shipped migrations unless others are named. */
export async function openStore(path: string, more: Partial<SqliteStoreConfig> = {}): Promise<SqliteStore> {
  if (more.migrations === undefined) await putEmpty(path);
  return openSqliteStore({ path, migrations: MIGRATIONS, clock: CLOCK, ...more });
}
