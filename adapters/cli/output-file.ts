import { existsSync, type Stats, statSync, writeFileSync } from "node:fs";
import type { Config } from "../config.ts";
import { Failure } from "./failure.ts";

/** A file that a person names for what a command writes. */
export interface OutputFile {
  readonly path: string;
  /** Whether a file that is there already may be lost. */
  readonly force: boolean;
}

const BESIDE_DATABASE = ["", "-wal", "-shm", ".lock", ".holder.json", ".marker.json"];

function isSame(one: Stats, path: string): boolean {
  const other = statSync(path, { throwIfNoEntry: false });
  return other !== undefined && other.ino === one.ino && other.dev === one.dev;
}

/** Throws a {@link Failure} where writing there would lose something; of the program's own files nothing is lost even by force. */
export function checkOutput({ path, force }: OutputFile, { database, settingsFile }: Config): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  const beside = database.engine === "sqlite" ? BESIDE_DATABASE.map((end) => `${database.path}${end}`) : [];
  const own = [...beside, settingsFile];
  if (own.some((file) => isSame(found, file)))
    throw new Failure([`${path} is one of Empty Chair's own files. Name another file with --out.`], 2);
  if (found.isDirectory()) throw new Failure([`${path} is a folder. Name a file with --out.`], 2);
  if (found.isFile() && !force) throw existing(path);
}

function existing(path: string): Failure {
  return new Failure([`${path} exists already. Name another file with --out, or add --force to overwrite it.`], 2);
}

/** Writes the content; a file that came to be since the check is not overwritten without force. */
export function writeOutput({ path, force }: OutputFile, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: force || (existsSync(path) && !statSync(path).isFile()) ? "w" : "wx" });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? existing(path) : error;
  }
}
