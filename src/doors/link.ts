import { hashOf } from "../hash.ts";
import type { Role } from "../interaction/customer.ts";

/** A link to a page of the desk that lets one person in once. Its secret is kept by nobody: the id is its hash. */
export interface Link {
  /** See {@link secretHash}. */
  readonly id: string;
  readonly version: number;
  readonly whoAddress: string;
  readonly whoName: string | null;
  /** The person's role when the link was made. */
  readonly role: Role;
  /** Page of the desk to which it leads, see `pages.ts`. */
  readonly path: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** So many links of one person may be unused at once; a further one takes the place of the oldest. */
export const MOST_LINKS = 5;

/** What is kept of a secret. */
export function secretHash(secret: string): Promise<string> {
  return hashOf(secret);
}

/** Whether the link still lets its person in, or why it does not. */
export function stateOf({ usedAt, expiresAt }: Link, now: number): "open" | "used" | "expired" {
  if (usedAt !== null) return "used";
  return now < expiresAt ? "open" : "expired";
}
