import type { Person, Role } from "../interaction/customer.ts";
import { may } from "../rights.ts";
import type { AuditNote } from "./audit.ts";

/** What words are read for: to help the one who wrote them, or to learn from them. */
export type ReadingPurpose = "work" | "learn";

/** Somebody who reads: who, how they come, and what for. */
export interface WordReading {
  readonly by: Pick<Person, "address" | "role" | "name">;
  readonly via: string;
  readonly purpose: ReadingPurpose;
  readonly isRaw?: true;
}

/** What a line of the audit log tells of a reading beside who and how. */
export interface WordsRead {
  readonly table: string;
  readonly subject: string | null;
  readonly facts?: AuditNote["facts"];
}

/** How many ids of what was read one line of the audit log names. */
const MOST_NAMED = 100;

/** Whether the reader gets the words as they were written: whoever works with the conversation, and an admin who asks for it and answers for it. */
export function readsAsWritten({ purpose, isRaw }: Pick<WordReading, "purpose" | "isRaw">, role: Role): boolean {
  if (isRaw) return may(role, "export-raw");
  return purpose === "work" && may(role, "work-case");
}

/** The ids as one fact of the audit log; of very many the first. */
export function namedIds(ids: readonly string[]): string {
  const named = ids.slice(0, MOST_NAMED).join(" ");
  return ids.length > MOST_NAMED ? `${named} …` : named;
}

/** The line of the audit log that tells of a reading. */
export function readNote({ by, via, purpose, isRaw }: WordReading, { table, subject, facts }: WordsRead): AuditNote {
  return { by, act: isRaw ? "read-raw" : "read", table, subject, via, facts: { purpose, ...facts } };
}

/** The line of the audit log that tells that somebody wanted to read and may not, and why. */
export function deniedNote(reading: WordReading, { table, subject, facts }: WordsRead, why: string): AuditNote {
  const { by, via, purpose, isRaw } = reading;
  const wanted = { purpose, ...(isRaw ? { raw: true } : {}) };
  return { by, act: "read-denied", table, subject, via, facts: { ...wanted, why, ...facts } };
}
