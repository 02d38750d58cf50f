import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Ids } from "../src/ports.ts";

/** Random bytes asked of the system at once: asking for each id's own would take longer than making the id. */
const POOL = 4_096;

function createBytes(): (count: number) => Buffer {
  let pool = randomBytes(POOL);
  let used = 0;
  return (count) => {
    if (used + count > pool.length) {
      pool = randomBytes(POOL);
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  };
}

/** Ids that sort by creation (UUID version 7, RFC 9562) and secrets of 192 bits, safe in an address. */
export function createIds(): Ids {
  const random = createBytes();
  let msecs = 0;
  let seq = 0;
  return {
    next: () => {
      const now = Date.now();
      // Of the 32 bits that count up within a millisecond the first starts at 0, so that they do not run out.
      seq = now > msecs ? random(4).readUInt32BE() >>> 1 : seq + 1;
      msecs = Math.max(msecs, now);
      return v7({ random: random(16), msecs, seq });
    },
    secret: () => random(24).toString("base64url"),
  };
}
