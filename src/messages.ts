/** What a person can do about a message. */
export const ACTIONS = [
  "score",
  "not-now",
  "never",
  "comment",
  "change",
  "new-question",
  "opt-in",
  "case-claim",
  "case-contact",
  "case-resolve",
  "case-unreachable",
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** A button. Neutral by rule: no colour, no face, no order of merit. */
export interface Action {
  readonly name: ActionName;
  /** Id of what it acts on: a survey, a case or a customer. */
  readonly subject: string;
  /** The chosen score, for `score`. */
  readonly value?: string;
  readonly label: string;
  /** What a screen reader says, e.g. "7 out of 10". */
  readonly description?: string;
}

/** Words of a person, quoted; shown as plain text, never as markup. */
export interface Quote {
  readonly text: string;
  readonly by: string | null;
}

/** One line of facts in a team post. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Everything that can be said, in finished words; a platform only draws it. */
export interface OutboundMessage {
  readonly kind: "question" | "reminder" | "thanks" | "notice" | "alert";
  /** Complete without the buttons: it is what a screen reader and a notification say. */
  readonly text: string;
  /** One quieter line under the text: how to answer, what the scale means. */
  readonly hint?: string;
  readonly quote?: Quote;
  readonly facts?: readonly Fact[];
  readonly actions: readonly Action[];
  /** Only this person is to see it. */
  readonly privateTo?: string;
  /** Outbox id of the post this one takes the place of. */
  readonly replaces?: string;
  /** The conversation behind it, for a link from a team post. */
  readonly about?: string;
}
