import type { AccountChange, NewPasskey } from "./doors/account.ts";
import type { Challenge } from "./doors/challenge.ts";
import type { Person, Role } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";

/** An admin invites somebody to the desk's pages, or gives one who is there already a new way in: a link for them alone. */
export interface InviteWanted extends Happened {
  readonly kind: "invite-wanted";
  readonly by: Person;
  readonly name: string;
  readonly role: Role;
  /** Whose account it is to be; a new one if absent. */
  readonly accountId?: string;
}

/** An admin takes an invitation back that was not used. */
export interface InviteWithdrawn extends Happened {
  readonly kind: "invite-withdrawn";
  readonly by: Person;
  readonly linkId: string;
}

/** The program starts: while the desk has no admin, a link is wanted that makes the first. */
export interface FirstAdminWanted extends Happened {
  readonly kind: "first-admin-wanted";
}

/** Somebody opened their invitation and chose how they will sign in: by one of the three at least. */
export interface Joined extends Happened {
  readonly kind: "joined";
  readonly secret: string;
  readonly name: string;
  readonly email: string | null;
  readonly passwordHash?: string;
  readonly passkey?: NewPasskey;
  readonly companyId?: string;
  /** The secret of the session that their browser holds already. */
  readonly held?: string;
}

/** Somebody has shown that an account is theirs. */
export interface AccountEntered extends Happened {
  readonly kind: "account-entered";
  readonly accountId: string;
  readonly how: "password" | "passkey";
  /** Which of their keys it was, and how often it says it was used. */
  readonly passkey?: { readonly id: string; readonly counter: number };
  /** Page of the desk that they want; the empty text where they say none. */
  readonly path: string;
  readonly held?: string;
}

/** The company's own sign-in vouches for somebody; the role is what the settings make of what it says, null where that is none. */
export interface CompanyEntered extends Happened {
  readonly kind: "company-entered";
  readonly companyId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role | null;
  readonly path: string;
  readonly held?: string;
}

/** A chat platform vouches for somebody, in the role that they have there now. */
export interface ChatEntered extends Happened {
  readonly kind: "chat-entered";
  readonly person: Person;
  /** Name of the platform. */
  readonly how: string;
  readonly path: string;
  readonly held?: string;
}

/** An admin changes an account. */
export interface AccountChanged extends Happened {
  readonly kind: "account-changed";
  readonly by: Person;
  readonly accountId: string;
  readonly change: AccountChange;
}

/** Somebody has chosen a password: their other sessions end. */
export interface PasswordSet extends Happened {
  readonly kind: "password-set";
  readonly accountId: string;
  readonly passwordHash: string;
  /** The session that goes on. */
  readonly sessionId: string;
}

/** Somebody has added a key of a device to their account. */
export interface PasskeyAdded extends Happened {
  readonly kind: "passkey-added";
  readonly accountId: string;
  readonly passkey: NewPasskey;
}

/** Somebody has taken a key away from their account. */
export interface PasskeyRemoved extends Happened {
  readonly kind: "passkey-removed";
  readonly accountId: string;
  readonly passkeyId: string;
}

/** Somebody tries to come in. */
export interface EntryTried extends Happened {
  readonly kind: "entry-tried";
  /** Ids of the tries that it counts to. */
  readonly attempts: readonly string[];
  /** How long it counts, milliseconds. */
  readonly within: number;
}

/** Whoever tried was who they said. */
export interface EntryProven extends Happened {
  readonly kind: "entry-proven";
  readonly attempt: string;
}

/** A device was asked for a key, or for proof. */
export interface DeviceAsked extends Happened {
  readonly kind: "device-asked";
  readonly challenge: Omit<Challenge, "version">;
}

/** A device answers what it was asked. */
export interface DeviceAnswered extends Happened {
  readonly kind: "device-answered";
  readonly challenge: string;
}

/** Everything that happens to accounts. */
export type AccountEvent =
  | InviteWanted
  | InviteWithdrawn
  | FirstAdminWanted
  | Joined
  | AccountEntered
  | CompanyEntered
  | ChatEntered
  | AccountChanged
  | PasswordSet
  | PasskeyAdded
  | PasskeyRemoved
  | EntryTried
  | EntryProven
  | DeviceAsked
  | DeviceAnswered;
