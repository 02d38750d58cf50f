import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The mode of a file that was not there before: for its owner alone. */
const PRIVATE = 0o600;

/** The file that is meant: of a symbolic link the one it leads to. */
function meantBy(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return file;
    throw error;
  }
}

/** Has a file, or the names in a folder, reach the disk. */
export function synchronise(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Writes a file so that it holds all of the text or what it held before, also where the machine stops in between. It keeps its mode,
 * and a link to it stays one. Throws as the file system does.
 */
export function writeWhole(file: string, text: string): void {
  const meant = meantBy(file);
  const mode = (statSync(meant, { throwIfNoEntry: false })?.mode ?? PRIVATE) & 0o777;
  const unfinished = join(dirname(meant), `.${basename(meant)}.${process.pid}.unfinished`);
  try {
    if (statSync(meant, { throwIfNoEntry: false })) closeSync(openSync(meant, "r+"));
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, text, { mode, flag: "wx" });
    synchronise(unfinished);
    renameSync(unfinished, meant);
    synchronise(dirname(meant));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
