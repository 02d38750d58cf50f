import { existsSync, statSync, writeFileSync } from "node:fs";
import type { Config } from "../config.ts";
import { startsFileOf } from "../kept-starts.ts";
import { isSameFile } from "../same-file.ts";
import { Failure } from "./failure.ts";

/** A file that a person names for what a command writes. */
export interface OutputFile {
  readonly path: string;
  /** Whether a file that is there already may be lost. */
  readonly force: boolean;
  /** The option that names it; absent where it is the command's argument. */
  readonly option?: string;
}

const BESIDE_DATABASE = ["", "-wal", "-shm", ".lock", ".holder.json", ".marker.json", ".forgotten.jsonl"];

/** Throws a {@link Failure} where writing there would lose something; of the program's own files nothing is lost even by force. */
export function checkOutput(output: OutputFile, { database, dataFolder, settingsFile }: Config): void {
  const { path, force } = output;
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  const beside = database.engine === "sqlite" ? BESIDE_DATABASE.map((end) => `${database.path}${end}`) : [];
  const own = [...beside, startsFileOf(database, dataFolder), settingsFile];
  if (own.some((file) => isSameFile(path, file)))
    throw new Failure([`${path} is one of Empty Chair's own files. ${another(output)}.`], 2);
  if (found.isDirectory()) throw new Failure([`${path} is a folder. ${another(output)}.`], 2);
  if (found.isFile() && !force) throw existing(output);
}

function another({ option }: OutputFile): string {
  return option === undefined ? "Name another file" : `Name another file with ${option}`;
}

function existing(output: OutputFile): Failure {
  return new Failure([`${output.path} exists already. ${another(output)}, or add --force to overwrite it.`], 2);
}

/** Writes the content; a file that came to be since the check is not overwritten without force. */
export function writeOutput(output: OutputFile, content: string | Uint8Array): void {
  const { path, force } = output;
  try {
    writeFileSync(path, content, { flag: force || (existsSync(path) && !statSync(path).isFile()) ? "w" : "wx" });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? existing(output) : error;
  }
}
