import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** A folder that Linux keeps in memory. */
const IN_MEMORY = "/dev/shm";
/** The files of one run are not half as large, bytes. */
const ROOM = 4 * 1024 ** 3;

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** Has every temporary file of the tests lie in memory, where there is room: to wait for a disk at each save makes them slower by a third. */
export function setup(): (() => void) | undefined {
  if (process.platform !== "linux" || !hasRoom()) return undefined;
  const folder = mkdtempSync(join(IN_MEMORY, "emptychair-tests-"));
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
