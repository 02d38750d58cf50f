import { createReadStream, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Clock } from "../../src/ports.ts";
import type { OpenedStore } from "../database/database.ts";
import type { DatabasePlace } from "../database-place.ts";
import type { BackupFile } from "../desk-works.ts";
import { stampOf } from "../stamp.ts";

/** The copies of a database in a file, which stand beside it. */
export interface Backups {
  /** All of them, the newest first. */
  list(): readonly BackupFile[];
  make(): Promise<BackupFile>;
  read(name: string): AsyncIterable<Uint8Array>;
}

/** The copies that the program makes; null where that is for the server's own tools. */
export function backupsOf(place: DatabasePlace, store: Pick<OpenedStore, "backup">, clock: Clock): Backups | null {
  const { backup } = store;
  if (place.engine !== "sqlite" || backup === null) return null;
  const folder = dirname(place.path);
  const own = `${basename(place.path)}.`;
  const found = (name: string): BackupFile => {
    const { size, mtimeMs } = statSync(join(folder, name));
    return { name, bytes: size, at: mtimeMs };
  };
  return {
    list: () =>
      readdirSync(folder)
        .filter((name) => name.startsWith(own) && name.endsWith(".backup"))
        .map(found)
        .toSorted((one, other) => other.at - one.at),
    async make() {
      const name = `${own}${stampOf(clock.now())}.backup`;
      await backup(join(folder, name));
      return found(name);
    },
    read: (name) => createReadStream(join(folder, name)),
  };
}
