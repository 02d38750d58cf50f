import type { LivedWait } from "../interaction/lived-wait.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Scale } from "../survey/score.ts";

/** An entry as a reader sees it: redacted, unless they may read it as it was written. */
export interface ReadEntry
  extends Pick<Entry, "id" | "position" | "author" | "text" | "attachments" | "at" | "editedAt"> {
  /** Name of whoever wrote it, where the reader may know it; else null, and their part in the conversation says who. */
  readonly name: string | null;
  readonly isDeleted: boolean;
}

/** A conversation as a reader sees it, entries in their order. */
export interface ReadTranscript {
  readonly interactionId: string;
  readonly product: string | null;
  readonly openedAt: number;
  readonly entries: readonly ReadEntry[];
}

/** The words of an answer as a reader sees them; null where there are none, or none that they may read. */
export interface ReadComment {
  readonly responseId: string;
  readonly text: string | null;
}

/** What a sitting shows once the score was guessed. */
export interface Reveal {
  /** Null where the customer has given none. */
  readonly score: number | null;
  readonly scale: Scale;
  /** Redacted; null where there is none. */
  readonly comment: string | null;
  /** How far the guess was from the score, in points; null where there is no score. */
  readonly error: number | null;
  /** What became of the customer, in finished sentences of the reader's language. */
  readonly became: readonly string[];
}

/** A conversation that was drawn for somebody, as they read it. */
export interface ReadSitting {
  readonly kind: "sitting";
  readonly sittingId: string;
  readonly appointmentId: string;
  /** 1 for the first of its appointment, and how many that has. As what it was drawn stays untold: it would give the score away. */
  readonly number: number;
  readonly of: number;
  /** Up to the resolution before the guess, all of it after. */
  readonly transcript: ReadTranscript;
  readonly wait: LivedWait;
  /** The wait in finished sentences of the reader's language. */
  readonly waited: readonly string[];
  /** The scale that the customer was asked with, or else the desk's: what can be guessed. */
  readonly scale: Scale;
  /** What the draw was limited to, in words; null where it was a mixed one. */
  readonly filtered: string | null;
  readonly guess: number | null;
  /** Null before the guess. */
  readonly reveal: Reveal | null;
  /** Whether its lesson was given. */
  readonly isDone: boolean;
}

/** What follows a guess. */
export interface Revealed {
  readonly kind: "reveal";
  readonly sittingId: string;
  readonly appointmentId: string;
  readonly guess: number | null;
  readonly reveal: Reveal;
}

/** An entry or a reason in which was found what somebody looked for, redacted. */
export interface FoundWord {
  readonly kind: "entry" | "comment";
  /** The entry's or the response's. */
  readonly id: string;
  readonly interactionId: string;
  readonly product: string | null;
  readonly at: number;
  readonly author: "customer" | "agent";
  /** Of a reason, where the reader may know it; else null. */
  readonly score: number | null;
  /** A part of it, on one line. */
  readonly text: string;
  /** Where in that part the words stand, from and to, in order, in UTF-16 units. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** What a search came to, the newest first. */
export interface FoundWords {
  readonly hits: readonly FoundWord[];
  /** The place behind which there is more; null where this is all. */
  readonly behind: number | null;
}

/** Words that were given to somebody who may read them. They leave only after the audit line that tells of it was saved. */
export type Disclosure =
  | { readonly kind: "transcript"; readonly transcript: ReadTranscript }
  | { readonly kind: "comments"; readonly comments: readonly ReadComment[] }
  | { readonly kind: "search"; readonly found: FoundWords }
  | ReadSitting
  | Revealed
  /** What lets somebody in to a page once, and until when. */
  | { readonly kind: "link"; readonly secret: string; readonly path: string; readonly expiresAt: number }
  /** The secret of a key of the help-desk API, told this once. */
  | { readonly kind: "key"; readonly keyId: string; readonly secret: string }
  /** What their browser is to hold, and which page they came for. */
  | { readonly kind: "session"; readonly secret: string; readonly path: string; readonly expiresAt: number };
