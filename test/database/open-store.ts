import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** The store in a file, with the shipped migrations unless others are named. */
export function openStore(path: string, more: Partial<SqliteStoreConfig> = {}): Promise<SqliteStore> {
  return openSqliteStore({ path, migrations: MIGRATIONS, clock: CLOCK, ...more });
}
