import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { isSameFile } from "../same-file.ts";
import { stampOf } from "../stamp.ts";
import { synchronise } from "../write-whole.ts";
import { copyDatabase, inspectCopy } from "./backup.ts";
import { claimPlace } from "./claim.ts";
import type { CopyContents, WholeFile } from "./database.ts";
import { lookAtFile } from "./look-at-file.ts";
import { forgetKept } from "./marker.ts";
import { readMigrations } from "./migration-files.ts";
import { connect } from "./sqlite-connection.ts";

/** Throws a sentence where the file cannot be a copy of a database of ours, told without touching it. */
function refuseOther(file: string, path: string): void {
  const kind = lookAtFile(file);
  if (kind === "missing") throw new Error(`There is no file ${file}; name a backup.`);
  if (kind !== "ours") throw new Error(`${file} is no Empty Chair backup; name another file.`);
  if (isSameFile(file, path)) throw new Error(`${file} is the database itself; name a backup.`);
}

async function inspect(file: string, path: string, migrations: string): Promise<CopyContents> {
  refuseOther(file, path);
  const contents = await inspectCopy(file).catch((error: Error) => {
    const reason = error.message.replace(/^it is damaged: /, "");
    throw new Error(`${file} is damaged and cannot be restored (${reason}); take another backup.`, { cause: error });
  });
  const known = readMigrations(migrations).length;
  if (contents.version <= known) return contents;
  const schemas = `schema ${contents.version}, this one knows ${known}`;
  throw new Error(
    `${file} was written by a newer Empty Chair (${schemas}); install that one, or take an older backup.`,
  );
}

/** Writes what the log beside the file holds into it; what is damaged keeps its log beside it. */
function settle(path: string): void {
  try {
    const connection = connect(path);
    try {
      connection.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      connection.close();
    }
  } catch {
    // It is kept as it is.
  }
}

/** Renames the database with what belongs to it. A stop in between leaves none under its name, and a start refuses to begin anew. */
function setAside(path: string, now: number): string | null {
  if (existsSync(path)) settle(path);
  const kept = `${path}.replaced-${stampOf(now)}.backup`;
  const found = existsSync(path) && statSync(path).size > 0;
  if (existsSync(path)) renameSync(path, kept);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${kept}-wal`);
  rmSync(`${path}-shm`, { force: true });
  if (!found) rmSync(kept, { force: true });
  return found ? kept : null;
}

/** The file of a SQLite database as a whole. */
export function wholeFile(path: string, migrations: string): WholeFile {
  const beside = `${path}.restoring`;
  return {
    backUp: (file, isForced) => copyDatabase(path, file, { isForced }),
    inspect: (file) => inspect(file, path, migrations),
    claim: (now) => claimPlace(path, now),
    async bringBeside(file) {
      await copyDatabase(file, beside, { isForced: true, isInUse: false });
      return beside;
    },
    replaceBy(prepared, now) {
      forgetKept(path);
      const kept = setAside(path, now);
      renameSync(prepared, path);
      synchronise(dirname(path));
      return kept === null ? null : basename(kept);
    },
  };
}
