import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Ids } from "../src/ports.ts";

/** Ids that sort by creation (UUID version 7, RFC 9562) and secrets of 192 bits, safe in an address. */
export function createIds(): Ids {
  return { next: () => v7(), secret: () => randomBytes(24).toString("base64url") };
}
