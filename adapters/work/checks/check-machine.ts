import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, fault, ok, warning } from "../../finding.ts";

const MEGABYTE = 1024 * 1024;
/** Free space under which the database may soon be unable to grow, megabytes. */
const LEAST_SPACE = 100;
const LITTLE_SPACE = 1024;
const OLDEST_NODE = [20, 19] as const;

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [least, leastMinor] = OLDEST_NODE;
  const isOld = major < least || (major === least && minor < leastMinor);
  const found = `Node ${process.versions.node}`;
  return isOld ? fault("node", found, `Install Node ${least}.${leastMinor} or newer.`) : ok("node", found);
}

/** The nearest folder that exists, for a path that may not yet. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

function checkSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existing(folder));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const found = `${free} MB free at ${folder}`;
  const remedy = "Free some space, or move the data folder to a larger disk (EMPTYCHAIR_DATA).";
  if (free < LEAST_SPACE) return fault("disk", found, remedy);
  return free < LITTLE_SPACE ? warning("disk", found, remedy) : ok("disk", found);
}

function checkClock(now: number): Finding {
  const built = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  const found = `the machine says ${new Date(now).toISOString()}`;
  if (now >= built) return ok("clock", found);
  const remedy = "Set the machine's clock, best by network time: questions and deadlines depend on it.";
  return fault("clock", `${found}, which is before this program was built (${new Date(built).toISOString()})`, remedy);
}

/** Node's version, the machine's clock and the room on the disk. */
export function checkMachine(dataFolder: string | null, now: number): Finding[] {
  return [checkNode(), checkClock(now), ...(dataFolder === null ? [] : [checkSpace(dataFolder)])];
}
