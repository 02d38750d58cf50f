import type { Person } from "./interaction/customer.ts";
import type { Happened } from "./own-events.ts";
import type { ReadingPurpose } from "./privacy/reading.ts";
import type { SearchWish } from "./search/sought.ts";

/** Words that somebody may want to read. */
export type WantedWords =
  /** All that was written in one conversation. */
  | { readonly kind: "transcript"; readonly interactionId: string }
  /** The reasons that came with answers, as they stand. */
  | { readonly kind: "comments"; readonly responseIds: readonly string[] }
  /** Whatever was written in which something stands: always redacted, and of nobody who does not want to be read. */
  | { readonly kind: "search"; readonly sought: SearchWish };

/** Somebody wants to read what was written: the words leave only with a line in the audit log. */
export interface WordsWanted extends Happened {
  readonly kind: "words-wanted";
  readonly by: Person;
  /** How they come: `chat`, `page`, `api` or `command`. */
  readonly via: string;
  readonly purpose: ReadingPurpose;
  /** As they were written, whoever they name. */
  readonly isRaw?: true;
  readonly wanted: WantedWords;
}

/** Somebody takes words out of the desk, row by row: the audit log tells of it before the first of them goes. */
export interface WordsExported extends Happened {
  readonly kind: "words-exported";
  readonly by: Person;
  readonly via: string;
  /** Name of what is taken out, e.g. `transcripts`. */
  readonly what: string;
  /** As they were written, whoever they name: then `by` answers for it. */
  readonly isRaw?: true;
  /** The time from which the rows are and before which; null where that is open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Somebody takes out the rows, without a person, from which a digest can be counted again: the audit log tells of it before they go. */
export interface RecountWanted extends Happened {
  readonly kind: "recount-wanted";
  readonly by: Person;
  readonly via: string;
  /** ISO week. */
  readonly week: string;
}
