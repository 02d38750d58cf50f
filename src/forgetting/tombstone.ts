import { hashOf } from "../hash.ts";

/** How far forgetting has got: asked whether they are sure, then through the outbox, the digests, what programs were answered, the rows; then it waits for what is edited in chat. */
export const FORGETTING = ["asked", "posts", "digests", "receipts", "rows", "edits", "done"] as const;
export type Forgetting = (typeof FORGETTING)[number];

/** A person who was forgotten, or is being: kept so that a restored copy of the rows forgets them again. It bears no address. */
export interface Tombstone {
  readonly id: string;
  readonly version: number;
  /** Whose rows go; null where there were none. */
  readonly customerId: string | null;
  /** What stands before an address when it is hashed. */
  readonly salt: string;
  /** See {@link addressHash}, of each address of the person. */
  readonly hashes: readonly string[];
  /** When they asked for it: what is older goes, and who comes back later begins anew. */
  readonly at: number;
  readonly stage: Forgetting;
  /** Id of the last row of the stage that was looked at; empty before the first. */
  readonly after: string;
  /** Posts to be edited in chat, by the first post of each, with the one whose words stand there. */
  readonly edits: Readonly<Record<string, string>>;
  /** Posts that go once all of them have left. */
  readonly posts: readonly string[];
  /** Under which id the bare scores are kept while it goes on; null before, and again when it is done. */
  readonly keptAs: string | null;
  /** When the clock must go on with it; null before it is begun and once it is done. */
  readonly dueAt: number | null;
}

/** SHA-256, in hexadecimal, of the salt and the address. */
export function addressHash(salt: string, address: string): Promise<string> {
  return hashOf(`${salt} ${address}`);
}

/** Whether forgetting was asked for and is under way, or done. */
export function isBegun({ stage }: Tombstone): boolean {
  return stage !== "asked";
}

/** How long a person's "yes" is taken as the answer to whether they are sure, milliseconds. */
export const SURE_WITHIN = 60 * 60 * 1000;
