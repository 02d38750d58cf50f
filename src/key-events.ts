import type { Person } from "./interaction/customer.ts";
import type { KeyScope } from "./keys/api-key.ts";
import type { Happened } from "./own-events.ts";

/** An admin wants a key for a program that calls the help-desk API. */
export interface KeyWanted extends Happened {
  readonly kind: "key-wanted";
  readonly by: Person;
  readonly name: string;
  readonly scope: KeyScope;
  /** How: `page` or `command`. */
  readonly via: string;
}

/** An admin takes a key back for good. */
export interface KeyRevoked extends Happened {
  readonly kind: "key-revoked";
  readonly by: Person;
  readonly keyId: string;
  readonly via: string;
}

/** A program has called with a key. */
export interface KeyUsed extends Happened {
  readonly kind: "key-used";
  readonly keyId: string;
}

/** Everything that happens to keys of the help-desk API. */
export type KeyEvent = KeyWanted | KeyRevoked | KeyUsed;
