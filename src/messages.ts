import type { WebhookPayload } from "./outside/webhook.ts";

/** What a person can do about a message. */
export const ACTIONS = [
  "score",
  "not-now",
  "never",
  "comment",
  "change",
  "new-question",
  "opt-in",
  "contact-how",
  "contact-no",
  "put-right",
  "not-right",
  "case-claim",
  "case-contact",
  "case-resolve",
  "case-unreachable",
  "case-assign",
  "case-more",
  "case-reopen",
  "case-take-back",
  "case-score",
  "decide",
  "cord-answer",
  "cord-words",
  "tell",
  "tell-confirm",
  "tell-cancel",
  "ask-anyway",
  "told",
  "told-people",
  "told-later",
  "told-source",
  "quote",
  "quote-yes",
  "quote-no",
  "withdraw",
  "withdraw-sure",
  "enhance-plan",
  "enhance-finish",
  "enhance-reopen",
  "greet",
  "sit-open",
  "sit-next",
  "guess",
  "lesson",
  "lesson-done",
  "live-follow",
  "live-note",
  "live-leave",
  "forget",
  "forget-sure",
  "read-no",
  "read-yes",
  "open-page",
  "sit-now",
] as const;
export type ActionName = (typeof ACTIONS)[number];

/** A button. Neutral by rule: no colour, no face, no order of merit. */
export interface Action {
  readonly name: ActionName;
  /** Id of what it acts on: a survey, a case, a customer, a cord, a telling, for `decide` a product, for `tell` what was raised, for `ask-anyway` a resolution, for `enhance-` an enhancement, for `greet` a greeting, for `sit-open`, `guess` and `lesson` a sitting, for `sit-next` an appointment, for `lesson-done` a lesson, for `sit-now` nothing that matters, for `live-follow` an interaction, for the other `live-` a listener, for `open-page` the address of a page of the desk. */
  readonly subject: string;
  /** The chosen score, for `score` and `guess`; what was told, for `told`; which words were shown, for `quote-yes`; else what tells buttons of one name apart. */
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
  /** The moment that `value` says on the desk's clock: a platform that can shows it on the reader's. */
  readonly moment?: number;
  /** Address of the person whom `value` names: a platform that can names them as they are called there, and notifies nobody by it. */
  readonly person?: string;
}

/** A button that stands beside some lines of a section where a platform can place it there; by its full name it is among the message's own as well. */
export interface Beside {
  /** Index of the first of the lines, and how many they are. */
  readonly first: number;
  readonly count: number;
  readonly action: Action;
}

/** Figures in rows under a head of as many cells. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a longer post. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  /** In the order of the lines, of which each has one button at most. */
  readonly beside?: readonly Beside[];
  /** The figures of the lines at a glance, for a platform that shows tables and has no room for the lines. */
  readonly table?: FigureTable;
  readonly quote?: Quote;
  /** The interaction behind the quote, for a link. */
  readonly about?: string;
  /** For those who want to know more: on a platform with threads it stands in the thread under the post. */
  readonly isDetail?: boolean;
}

/** A picture to go with the text; a platform that cannot draw it leaves it out. */
export interface Picture {
  readonly kind: "digest";
  readonly digestId: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** How many of the sections stand before it. */
  readonly after: number;
  /** Changes with what it shows. */
  readonly fingerprint: string;
}

/** What some people are not to read, and what they read in its place. */
export interface Withheld {
  /** Their addresses. */
  readonly from: readonly string[];
  readonly text: string;
  readonly facts?: readonly Fact[];
  readonly actions: readonly Action[];
}

/** Everything that can be said, in finished words; a platform only draws it. */
export interface OutboundMessage {
  readonly kind: "question" | "reminder" | "thanks" | "notice" | "alert" | "digest" | "detail" | "webhook";
  /** Complete without the buttons: it is what a screen reader and a notification say. */
  readonly text: string;
  /** One quieter line under the text: how to answer. */
  readonly hint?: string;
  /** That conversations are kept and may be read, and how to say no: said with the message where the place itself does not say it. */
  readonly notice?: string;
  /** What the ends of its scale mean, each to stand at its end where the platform allows that. */
  readonly ends?: { readonly low: string; readonly high: string };
  readonly quote?: Quote;
  readonly facts?: readonly Fact[];
  readonly sections?: readonly Section[];
  readonly picture?: Picture;
  readonly actions: readonly Action[];
  /** Addresses of the people whom the platform must notify: each is mentioned once, before the text. */
  readonly mentions?: readonly string[];
  /** Only this person is to see it. */
  readonly privateTo?: string;
  /** Outbox id of the post this one takes the place of. */
  readonly replaces?: string;
  /** The conversation behind it, for a link from a team post. */
  readonly about?: string;
  /** The conversation whose words it holds, redacted, and to which no link leads: so that forgetting finds them. */
  readonly wordsOf?: string;
  /** What the thread it stands in is called, where the platform begins one for it. */
  readonly threadName?: string;
  /** The case whose card it is. */
  readonly caseId?: string;
  /** Whose part in a telling it carries: that is looked at once more before it leaves. */
  readonly told?: string;
  /** Where everybody reads the same, and one of these may be among them, it is what everybody reads. */
  readonly withheld?: Withheld;
  /** What a program is told instead of words; of a `webhook`, and of nothing else. */
  readonly payload?: WebhookPayload;
}

/** The thread under a post. */
export interface PostThread {
  readonly address: string;
  /** The sections that go there, in portions of which one message each can hold; those in detail, all together, where it is not said. */
  readonly portions?: readonly (readonly Section[])[];
}
