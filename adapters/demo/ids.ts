import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Clock, Ids } from "../../src/ports.ts";

const NOTHING_RANDOM = new Uint8Array(16);

/** Ids of the usual form that count instead of being drawn, so that the same quarter has the same rows. For sample data only. */
export function createCountingIds(clock: Clock, seed: string): Ids {
  let count = 0;
  return {
    next: () => v7({ msecs: clock.now(), seq: count++, random: NOTHING_RANDOM }),
    secret: () => createHash("sha256").update(`${seed} ${count++}`).digest("base64url"),
  };
}
