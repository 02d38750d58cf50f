import { hostname } from "node:os";
import type { Claim } from "./database.ts";
import { acquireLock } from "./lock.ts";
import { refuseForeign } from "./look-at-file.ts";
import { isNew, putMarker, refuseVanished } from "./marker.ts";

/** Claims the place of a database, where another one is to be put: it may be gone. Throws as {@link claimDatabase} does. */
export function claimPlace(path: string, now: number): Claim {
  const begun = isNew(path);
  const lock = acquireLock(path, { pid: process.pid, host: hostname(), now });
  return { ...lock, isAlone: true, isNew: begun, remember: () => putMarker(path, now) };
}

/**
 * Claims the database for this process, and makes an empty file where it is new. Throws a sentence, and has touched nothing, where
 * another process has it, where it is none of ours, and where there was one that is gone.
 */
export function claimDatabase(path: string, now: number): Claim {
  refuseForeign(path);
  refuseVanished(path);
  const begun = isNew(path);
  const lock = acquireLock(path, { pid: process.pid, host: hostname(), now, create: true });
  return { ...lock, isAlone: true, isNew: begun, remember: () => putMarker(path, now) };
}
