import type { Person, Role } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";

/** Somebody wants to be let in to a page from where they are: a link for them alone. */
export interface LinkWanted extends Happened {
  readonly kind: "link-wanted";
  readonly by: Person;
  /** Address of the page at the desk, e.g. `/executive`. */
  readonly path: string;
}

/** Somebody opened a link and said that they want to come in. */
export interface LinkUsed extends Happened {
  readonly kind: "link-used";
  readonly secret: string;
  /** The secret of the session that their browser holds already. */
  readonly held?: string;
}

/** A session was used again, and what the person's platform says of their role; null where it cannot be asked. */
export interface SessionSeen extends Happened {
  readonly kind: "session-seen";
  readonly sessionId: string;
  readonly role: Role | null;
}

/** Somebody signs out, ends another session, or without an id all of their own, their unused links too. */
export interface SessionEnded extends Happened {
  readonly kind: "session-ended";
  readonly by: Person;
  readonly sessionId?: string;
}
