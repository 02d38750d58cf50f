import { hashOf } from "../hash.ts";
import type { Person, Role } from "../interaction/customer.ts";

/** What the audit log tells of, by name. */
export const AUDITED = [
  "read",
  "read-denied",
  "read-raw",
  "exported",
  "erased",
  "forget-asked",
  "retention-run",
  "signed-in",
  "signed-out",
  "link-made",
  "settings-changed",
  "invited",
  "invitation-withdrawn",
  "account-made",
  "role-changed",
  "account-disabled",
  "account-enabled",
  "account-tied",
  "ways-changed",
  "key-made",
  "key-revoked",
  "excluded",
  "counted-again",
  "corrected",
] as const;
export type Audited = (typeof AUDITED)[number];

/** What is to be told in the audit log of an act: ids and numbers, never a person's words. */
export interface AuditNote {
  /** Whoever acted; null where the program did by itself. */
  readonly by: Pick<Person, "address" | "role" | "name"> | null;
  readonly act: Audited;
  /** What it was done with: the name of a table, and the id of a row of it; null where it was no single row. */
  readonly table: string;
  readonly subject: string | null;
  /** How it came: `chat`, `page`, `api`, `command`, `cli`, `file` or `clock`. */
  readonly via: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One line of a desk's audit log, which only grows. Each holds the hash of the one before, so that none can be changed or taken out unseen. */
export interface Audit {
  readonly id: string;
  readonly version: number;
  /** 1 for the desk's first line. */
  readonly number: number;
  readonly at: number;
  readonly act: Audited;
  readonly byAddress: string | null;
  readonly byName: string | null;
  readonly byRole: Role | null;
  readonly subjectTable: string;
  readonly subject: string | null;
  readonly via: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Hash of the line before; empty for the first. */
  readonly previous: string;
  /** See {@link auditHash}. */
  readonly hash: string;
}

/** The line without what is only known once it is sealed. */
export type UnsealedAudit = Omit<Audit, "id" | "version" | "hash">;

/** SHA-256, in hexadecimal, of everything that the line says and of the desk's id, as JSON in a fixed order of keys. */
export async function auditHash(deskId: string, line: UnsealedAudit): Promise<string> {
  const facts = Object.entries(line.facts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const { number, at, act, byAddress, byName, byRole, subjectTable, subject, via, previous } = line;
  const told = [deskId, number, at, act, byAddress, byName, byRole, subjectTable, subject, via, facts, previous];
  return hashOf(JSON.stringify(told));
}

/** How far a log has been verified: the number and the hash of the last line that was. */
export interface Verified {
  readonly number: number;
  readonly hash: string;
}

/** Before the first line. */
export const UNVERIFIED: Verified = { number: 0, hash: "" };

/** The first line at which a log is not what it was when it was written, and how that shows. */
export interface Tampered {
  readonly number: number;
  readonly how: "changed" | "missing" | "unchained";
}

/**
 * Goes through further lines of a desk's log, in their order: how far it is now verified, or the first line that was changed, is missing,
 * or does not hold the hash of the one before. That lines were cut off at the end, or the whole was written anew, no log can tell by itself.
 */
export async function verifyAudit(
  deskId: string,
  lines: readonly Audit[],
  { number, hash }: Verified = UNVERIFIED,
): Promise<Verified | Tampered> {
  const hashes = await Promise.all(lines.map((line) => auditHash(deskId, line)));
  let last: Verified = { number, hash };
  for (const [index, line] of lines.entries()) {
    if (line.number !== last.number + 1) return { number: last.number + 1, how: "missing" };
    if (hashes[index] !== line.hash) return { number: line.number, how: "changed" };
    if (line.previous !== last.hash) return { number: line.number, how: "unchained" };
    last = { number: line.number, hash: line.hash };
  }
  return last;
}
