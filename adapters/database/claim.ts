import { hostname } from "node:os";
import { acquireLock, type Lock } from "./lock.ts";
import { refuseForeign } from "./look-at-file.ts";
import { isNew, putMarker, refuseVanished } from "./marker.ts";

/** A database that is this process's alone to write. */
export interface Claim extends Lock {
  /** Whether nothing stood there and nothing is known to have stood there. */
  readonly isNew: boolean;
  /** To be called once it is open: remembers beside it that it is there. */
  remember(): void;
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
  return { ...lock, isNew: begun, remember: () => putMarker(path, now) };
}
