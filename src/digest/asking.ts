import type { Entry } from "../interaction/transcript.ts";

/** After what kinds of conversation somebody skipped the question; a conversation may be of several. */
export const SKIP_KINDS = ["reopened", "waited", "long", "unsettled"] as const;
export type SkipKind = (typeof SKIP_KINDS)[number];

/** A question that a person of the team chose not to have asked. */
export interface Skip {
  readonly interactionId: string;
  /** Who it was, by name or address. */
  readonly by: string;
  /** Why, in their words, redacted. */
  readonly reason: string;
  readonly kinds: readonly SkipKind[];
}

/** Whom one person of the team had not asked in a week. */
export interface SkipFigures {
  readonly by: string;
  readonly count: number;
  /** How many of these conversations had been reopened, had kept a customer waiting, were long, or ended with the customer wanting something still. */
  readonly kinds: Readonly<Record<SkipKind, number>>;
  /** The first of the reasons. */
  readonly reasons: readonly string[];
  /** The first of the conversations, each with a customer who was not asked. */
  readonly conversations: readonly string[];
}

/** A message of the team's that asked a customer for a high score. */
export interface Begging {
  readonly interactionId: string;
  /** The sentence that did, redacted. */
  readonly sentence: string;
}

/** How honestly the desk asked in a week: skipping the unhappy, or begging for a score, would make its figures worth nothing. */
export interface AskingFigures {
  /** Whoever skipped most comes first. */
  readonly skips: readonly SkipFigures[];
  readonly begging: readonly Begging[];
}

export const NOTHING_TOLD: AskingFigures = { skips: [], begging: [] };

const HOUR_MS = 3_600_000;
/** So long a customer's message stood without a word from the team, for the conversation to be one in which they waited. */
export const WAITED_MS = 24 * HOUR_MS;
/** So many messages of customer and team make a conversation long. */
export const LONG_MESSAGES = 20;
/** Reasons and conversations listed of each person. */
const MOST_REASONS = 5;
const MOST_CONVERSATIONS = 20;

type SaidEntry = Pick<Entry, "author" | "at" | "deletedAt">;

/** Whether a customer's message stood without a word from the team for a day or more; the first of several in a row counts. */
export function hasWaited(entries: readonly SaidEntry[], until: number): boolean {
  let since: number | null = null;
  for (const { author, at } of entries.toSorted((a, b) => a.at - b.at)) {
    if (author === "customer") since ??= at;
    if (author !== "agent") continue;
    if (since !== null && at - since >= WAITED_MS) return true;
    since = null;
  }
  return since !== null && until - since >= WAITED_MS;
}

/** Whether customer and team wrote so much that the conversation is a long one. */
export function isLong(entries: readonly SaidEntry[]): boolean {
  return entries.filter(({ author }) => author === "customer" || author === "agent").length >= LONG_MESSAGES;
}

/** The skips by person. */
export function skipFiguresOf(skips: readonly Skip[]): SkipFigures[] {
  const people = [...new Set(skips.map(({ by }) => by))].map((by) => {
    const own = skips.filter((skip) => skip.by === by);
    const count = (kind: SkipKind) => own.filter(({ kinds }) => kinds.includes(kind)).length;
    const kinds = {
      reopened: count("reopened"),
      waited: count("waited"),
      long: count("long"),
      unsettled: count("unsettled"),
    };
    const reasons = [...new Set(own.map(({ reason }) => reason))].filter((reason) => reason !== "");
    const conversations = [...new Set(own.map(({ interactionId }) => interactionId))].slice(0, MOST_CONVERSATIONS);
    return { by, count: own.length, kinds, reasons: reasons.slice(0, MOST_REASONS), conversations };
  });
  return people.sort((a, b) => b.count - a.count || (a.by < b.by ? -1 : 1));
}
