import { type Person, type Role, TEAM_ROLES } from "../interaction/customer.ts";
import type { Session } from "./session.ts";

/** Somebody of the desk's own people who signs in at its pages by themself, without a chat. */
export interface Account {
  readonly id: string;
  readonly version: number;
  /** As colleagues and customers read it. */
  readonly name: string;
  readonly email: string | null;
  /** What they sign in with, see {@link loginOf}. */
  readonly login: string;
  readonly role: Role;
  /** Who gave the role: an admin here, or at each sign-in the company that vouches for them. */
  readonly roleBy: "desk" | "company";
  /** As the port `Passwords` made it; null where they have none. */
  readonly passwordHash: string | null;
  /** How the company's own sign-in knows them, e.g. `oidc:https://id.example#42`. */
  readonly companyId: string | null;
  /** Their address in a chat, e.g. `slack:T1:U7`: what they do at the desk is then that person's. */
  readonly chatAddress: string | null;
  readonly madeAt: number;
  readonly disabledAt: number | null;
}

/** A key that a person's device keeps for them, by which they sign in (WebAuthn). Only its public half is known here. */
export interface Passkey {
  /** As the device names it, base64url. */
  readonly id: string;
  readonly version: number;
  readonly accountId: string;
  /** In COSE, base64url. */
  readonly publicKey: string;
  /** How often the device says it was used; 0 where the device does not count. */
  readonly counter: number;
  /** How the device can be reached, as the browser told: `internal`, `hybrid`, `usb`. */
  readonly transports: readonly string[];
  /** What the person calls it. */
  readonly name: string;
  readonly madeAt: number;
  readonly usedAt: number | null;
}

/** A key as it comes from a device whose answer was verified. */
export type NewPasskey = Pick<Passkey, "id" | "publicKey" | "counter" | "transports" | "name">;

/** What an admin changes of an account; of `chatAddress` null takes the tie away. */
export type AccountChange =
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "disable" }
  | { readonly kind: "enable" }
  | { readonly kind: "tie"; readonly chatAddress: string | null };

/** Where an invitation leads. */
export const JOIN_PATH = "/join";
/** The least and the most of a password, characters. */
export const PASSWORD = { least: 10, most: 200 } as const;
/** So many passkeys one person may have. */
export const MOST_PASSKEYS = 20;
const PERSONAL = "web:person:";

/** The person's own address at the desk's pages. */
export function personalAddress(accountId: string): string {
  return `${PERSONAL}${accountId}`;
}

/** The id of the account whose own address it is; null for any other address. */
export function accountIdOf(address: string): string | null {
  return address.startsWith(PERSONAL) ? address.slice(PERSONAL.length) : null;
}

/** Whoever has the account, as one who acts: where it is tied to a chat, as the person there. */
export function holderOf({ id, chatAddress, role, name }: Pick<Account, "id" | "chatAddress" | "role" | "name">) {
  return { address: chatAddress ?? personalAddress(id), role, name } satisfies Person;
}

/**
 * Whether somebody may be one of those who are named by their addresses. Of an agent whose account is tied to no chat it is not known
 * who they are there: they may be any of those who are.
 */
export function mayBeOneOf({ address, role }: Pick<Person, "address" | "role">, named: readonly string[]): boolean {
  const isUntied = role === "agent" && accountIdOf(address) !== null;
  return named.includes(address) || (isUntied && named.some((one) => !one.startsWith("web:")));
}

/** What somebody signs in with as it is compared: their e-mail address, or their name where they gave none, in small letters. */
export function loginOf(given: string): string {
  return given.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Whether the account's holder may do what an admin does, now. */
export function isActiveAdmin({ role, disabledAt }: Pick<Account, "role" | "disabledAt">): boolean {
  return role === "admin" && disabledAt === null;
}

/** Whether an account may have that role. */
export function isTeamRole(role: string): role is (typeof TEAM_ROLES)[number] {
  return TEAM_ROLES.some((one) => one === role);
}

/** The session with what its account says now; null where that one is gone or was shut. */
export function heldTo(session: Session, account: Account | null): Session | null {
  if (account === null || account.disabledAt !== null) return null;
  const { address, name, role } = holderOf(account);
  return { ...session, whoAddress: address, whoName: name, role };
}
