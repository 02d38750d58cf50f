import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { Correction } from "./talk/correction.ts";

/** Somebody's words are to be read by nobody who only wants to learn from them, or may be again. */
export interface ReadingChanged extends Happened {
  readonly kind: "reading-changed";
  readonly by: Person;
  readonly read: boolean;
  /** Where to confirm it; nowhere if absent. */
  readonly answerIn?: string;
}

/** Everything that is kept about a person is to go: they are asked first whether they are sure, then it does. */
export interface ForgetWanted extends Happened {
  readonly kind: "forget-wanted";
  readonly by: Person;
  /** Whom; whoever wants it, if absent. */
  readonly customerId?: string;
  readonly isSure: boolean;
  /** Only if they were asked a moment ago whether they are sure. */
  readonly ifAsked?: true;
  /** Where to ask and to confirm it; nowhere if absent. */
  readonly answerIn?: string;
}

/** Somebody says what is wrong in what is kept about them. */
export interface CorrectionWanted extends Happened, Correction {
  readonly kind: "correction-wanted";
  readonly by: Person;
  /** Where to confirm it; nowhere if absent. */
  readonly answerIn?: string;
}

/** A person was forgotten of whom the rows know nothing any more, for they are older: an earlier copy was put in their place. */
export interface TombstoneFound extends Happened {
  readonly kind: "tombstone-found";
  readonly tombstoneId: string;
  readonly salt: string;
  readonly hashes: readonly string[];
  /** When they were forgotten, milliseconds since 1970. */
  readonly forgottenAt: number;
  /** Who it is in these rows; null where they know nobody of these addresses. */
  readonly customerId: string | null;
}

/** Everything that is kept about a customer was given out to somebody of the team, for the customer. */
export interface DataGiven extends Happened {
  readonly kind: "data-given";
  readonly by: Person;
  readonly customerId: string;
  /** How it came: `command` unless named. */
  readonly via?: string;
}

/** What is older than the desk keeps it is to go now, and not only at night. */
export interface RetentionWanted extends Happened {
  readonly kind: "retention-wanted";
}
