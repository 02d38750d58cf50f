import type { Person, Role } from "../interaction/customer.ts";

/** A browser in which somebody is signed in to the pages of a desk. Its secret is in the browser's cookie alone: the id is its hash. */
export interface Session {
  /** See `secretHash`. */
  readonly id: string;
  readonly version: number;
  readonly whoAddress: string;
  readonly whoName: string | null;
  readonly role: Role;
  /** When the platform last said that this is their role. */
  readonly roleAt: number;
  readonly madeAt: number;
  readonly lastSeenAt: number;
  /** When it is over however much it is used. */
  readonly expiresAt: number;
  readonly endedAt: number | null;
  /** How the person came in: `link`, `password`, `passkey`, `oidc`, or the name of the chat platform that vouches for them. */
  readonly how: string;
  /** Whose account it is: that one gives the role. Null where a chat vouches for the person. */
  readonly accountId: string | null;
}

/** How long a role is believed of somebody whose platform cannot be asked, milliseconds. */
export const ROLE_TRUSTED = 12 * 3_600_000;

/** Whether the session lets its person in; `idleAfter` is how long it may go unused, milliseconds. */
export function isLive({ endedAt, expiresAt, lastSeenAt }: Session, now: number, idleAfter: number): boolean {
  return endedAt === null && now < expiresAt && now < lastSeenAt + idleAfter;
}

/** The person who is signed in by it, in that role. */
export function personOf({ whoAddress, whoName, role }: Session): Person {
  return { address: whoAddress, role, name: whoName };
}
