import type { Entry } from "../interaction/transcript.ts";

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

/** Words that were given to somebody who may read them. They leave only after the audit line that tells of it was saved. */
export type Disclosure =
  | { readonly kind: "transcript"; readonly transcript: ReadTranscript }
  | { readonly kind: "comments"; readonly comments: readonly ReadComment[] };
