import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { Database } from "./driver.ts";
import type { Connection } from "./sqlite-connection.ts";

/** What SQLite finds wrong with the file's pages, indexes, checks and references; empty when it is sound. */
export function unsoundness(connection: Connection): string[] {
  const pages = connection.pragma("integrity_check") as { integrity_check: string }[];
  const orphans = connection.pragma("foreign_key_check") as { table: string; parent: string }[];
  return [
    ...pages.map((found) => found.integrity_check).filter((found) => found !== "ok"),
    ...orphans.map(({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`),
  ];
}

function verify(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const [found] = unsoundness(copy);
    if (found !== undefined) throw new Error(`The copy is damaged and was removed: ${found}`);
  } finally {
    copy.close();
  }
}

/** Copies a database in use to a new file for its owner alone, checked before it gets its name. Throws where the file exists. */
export async function copyDatabase(connection: Connection, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists; name another file or remove it first.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  closeSync(openSync(unfinished, "wx", 0o600));
  try {
    await connection.backup(unfinished);
    verify(unfinished);
    renameSync(unfinished, file);
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(unfinished + suffix, { force: true });
  }
}
