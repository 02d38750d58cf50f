import { BusyError } from "../../src/ports.ts";
import { codeOf, explained, isLost } from "./postgres-errors.ts";

/** A role, a password, or the right to it is wrong; or there is no such database. */
const REMEDIES: Readonly<Record<string, string>> = {
  "28P01": "Put the right password into DATABASE_URL.",
  "28000": "Name a role in DATABASE_URL that may connect from here.",
  "3D000": "Make it with createdb, or name another one in DATABASE_URL.",
  "42501": "Give the role of DATABASE_URL the rights of the database's owner.",
};

/** What went wrong at several addresses of one name says nothing itself. */
function reasonOf(error: Error): string {
  if (error.message !== "") return error.message;
  const inner = error instanceof AggregateError ? error.errors : [];
  return inner.map((one) => (one instanceof Error ? one.message : String(one))).join(", ") || codeOf(error);
}

/** A fault on the way to a database, or at its door, as a sentence that names it: `shown`, without a password. Others as they are explained. */
export function unreachable(shown: string, error: unknown): unknown {
  const cause = error instanceof BusyError && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return error;
  const remedy = REMEDIES[codeOf(cause)];
  if (remedy !== undefined) return new Error(`${shown} cannot be used (${reasonOf(cause)}). ${remedy}`, { cause });
  if (!isLost(cause)) return explained(error);
  const text = `${shown} cannot be reached (${reasonOf(cause)}). Start its server, or mend the address in DATABASE_URL.`;
  return new BusyError(text, { cause });
}
