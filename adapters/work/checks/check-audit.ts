import type { Reader } from "../../../src/ports.ts";
import { type Tampered, UNVERIFIED, type Verified, verifyAudit } from "../../../src/privacy/audit.ts";
import { type Finding, fault, ok } from "../../finding.ts";

/** So many lines are read at once. */
const PAGE = 1_000;
const SHOWS = {
  changed: "was changed after it was written",
  missing: "is missing",
  unchained: "does not follow from the line before",
} as const satisfies Record<Tampered["how"], string>;
const REMEDY =
  "Somebody has written in the database past the program: keep the file as it is, find out who can reach it, and compare it with the backups.";

/** Goes through the whole audit log of a desk, a page at a time: where its chain breaks first, or how far it goes. */
export async function checkAudit(store: Reader, deskId: string): Promise<Finding[]> {
  let verified: Verified = UNVERIFIED;
  for (;;) {
    const next = { atLeast: { number: verified.number + 1 }, orderBy: "number", limit: PAGE } as const;
    const lines = await store.list("audit", next);
    if (lines.length === 0) break;
    const found = await verifyAudit(deskId, lines, verified);
    if ("how" in found)
      return [
        fault("audit log", `line ${found.number} ${SHOWS[found.how]}; what comes after it proves nothing`, REMEDY),
      ];
    verified = found;
  }
  if (verified.number === 0) return [ok("audit log", "nobody has read anything yet")];
  return [ok("audit log", `${verified.number} lines, each holding the one before; the last is ${verified.hash}`)];
}
