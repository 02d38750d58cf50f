import { createReadStream, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Clock } from "../../src/ports.ts";
import type { OpenedStore } from "../database/database.ts";
import { knownBeside } from "../database/marker.ts";
import type { DatabasePlace } from "../database-place.ts";
import type { BackupFile } from "../desk-works.ts";
import { momentOf, stampOf } from "../stamp.ts";

/** The copies of a database in a file, which stand beside it. */
export interface Backups extends KeptBackups {
  make(): Promise<BackupFile>;
  /** Makes one that goes by itself once enough newer ones of its kind are there. */
  makeNightly(signal: AbortSignal): Promise<BackupFile>;
  read(name: string): AsyncIterable<Uint8Array>;
}

/** The same as they can be looked at without the store. */
export interface KeptBackups {
  /** All of them, the newest first. */
  list(): readonly BackupFile[];
  /** Those that the program made by itself, the newest first, each with the moment in its name. */
  nightly(): readonly BackupFile[];
  /** Takes away those that the program made by itself, but for the newest ones, and what is left of one that was begun. */
  rotate(keep: number): void;
  /** Since when there is a database here, milliseconds since 1970; null where that is not known. */
  readonly since: number | null;
}

/** What a stop in the middle of one leaves. */
const UNFINISHED = /\.nightly-\d{8}T\d{6}Z\.backup\.unfinished(?:-wal|-shm|-journal)?$/;
const NIGHTLY = /\.nightly-(\d{8}T\d{6}Z)\.backup$/;

/** The copies beside a database; null where that is for the server's own tools. */
export function backupsBeside(place: DatabasePlace): KeptBackups | null {
  if (place.engine !== "sqlite") return null;
  const { path } = place;
  const own = `${basename(path)}.`;
  const folder = dirname(path);
  const ownFiles = () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.startsWith(own));
  const list = () =>
    ownFiles()
      .filter((name) => name.endsWith(".backup"))
      .flatMap((name): BackupFile[] => {
        const file = statSync(join(folder, name), { throwIfNoEntry: false });
        return file === undefined ? [] : [{ name, bytes: file.size, at: file.mtimeMs }];
      })
      .toSorted((one, other) => other.at - one.at);
  const nightly = () =>
    list()
      .flatMap((file) => {
        const at = momentOf(NIGHTLY.exec(file.name.slice(own.length - 1))?.[1] ?? "");
        return at === null ? [] : [{ ...file, at }];
      })
      .toSorted((one, other) => other.at - one.at);
  return {
    list,
    nightly,
    rotate: (keep) => {
      const old = nightly().slice(keep);
      const left = ownFiles().filter((name) => UNFINISHED.test(name));
      for (const name of [...old.map((one) => one.name), ...left]) rmSync(join(folder, name), { force: true });
    },
    since: knownBeside(path).since,
  };
}

/** The copies that the program makes; null where that is for the server's own tools. */
export function backupsOf(place: DatabasePlace, store: Pick<OpenedStore, "backup">, clock: Clock): Backups | null {
  const { backup } = store;
  const kept = backupsBeside(place);
  if (place.engine !== "sqlite" || backup === null || kept === null) return null;
  const made = async (kind: string, signal?: AbortSignal): Promise<BackupFile> => {
    const at = clock.now();
    const file = `${place.path}.${kind}${stampOf(at)}.backup`;
    const { bytes } = await backup(file, signal);
    return { name: basename(file), bytes, at };
  };
  return {
    ...kept,
    make: () => made(""),
    makeNightly: (signal) => made("nightly-", signal),
    read: (name) => createReadStream(join(dirname(place.path), name)),
  };
}
