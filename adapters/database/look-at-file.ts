import { closeSync, existsSync, openSync, readSync, type Stats, statSync } from "node:fs";

/** What stands under a path, told without touching it. `unfinished`: SQLite itself has to say. */
export type FoundFile = "missing" | "empty" | "ours" | "unfinished" | "foreign" | "foreign-database";

/** Marks a SQLite file as ours ("Chai" in ASCII). */
export const APPLICATION_ID = 0x43686169;

const MAGIC = "SQLite format 3\0";
/** Where SQLite keeps the application's id. */
const ID_AT = 68;
/** Where the schema's page tells its kind, and how many entries it has. */
const KIND_AT = 100;
const ENTRIES_AT = 103;
const LEAF = 13;
const HEADER = 105;

/** Files that were found to be ours: closing a file that is opened here would end this process's SQLite locks on it. */
const known = new Set<string>();

/** A number is given again once its file is gone, so the time of its making tells them apart. */
function nameOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev}-${ino}-${birthtimeMs}`;
}

/** Undefined where there is none. */
function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(HEADER);
  const file = openSync(path, "r");
  try {
    readSync(file, header, 0, HEADER, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

function kindByHeader(path: string, header: Buffer): FoundFile {
  const isWhole = header.toString("latin1", 0, MAGIC.length) === MAGIC;
  const isBegun = existsSync(`${path}-journal`);
  if (!isWhole) return isBegun && header.every((byte) => byte === 0) ? "unfinished" : "foreign";
  const id = header.readUInt32BE(ID_AT);
  if (id === APPLICATION_ID) return "ours";
  const isEmpty = header[KIND_AT] === LEAF && header.readUInt16BE(ENTRIES_AT) === 0;
  return id === 0 && (isEmpty || isBegun) ? "unfinished" : "foreign-database";
}

/** Looks at the file under the path: it is neither changed nor locked, and nothing is put beside it. Throws where it may not be read. */
export function lookAtFile(path: string): FoundFile {
  const file = found(path);
  if (file === undefined) return "missing";
  if (!file.isFile()) return "foreign";
  if (file.size === 0) return "empty";
  if (known.has(nameOf(file))) return "ours";
  const kind = kindByHeader(path, headerOf(path));
  if (kind === "ours") known.add(nameOf(file));
  return kind;
}

/** Takes an open file for one of ours from now on. */
export function rememberOurs(path: string): void {
  known.add(nameOf(statSync(path)));
}

/** Throws a sentence where the file is none of ours. */
export function refuseForeign(path: string): void {
  const kind = lookAtFile(path);
  if (kind !== "foreign" && kind !== "foreign-database") return;
  const what = kind === "foreign" ? "is no database" : "is a database of another program";
  throw new Error(`${path} ${what}, so it was left as it is; name another file in DATABASE_URL.`);
}
