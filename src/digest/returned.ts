import type { Entry } from "../interaction/transcript.ts";
import { toldIn } from "../talk/hints.ts";
import { meaningOf } from "../talk/intent.ts";
import { PHRASES } from "../talk/languages.ts";
import type { CommentJudge } from "./comment-judge.ts";
import { isWithin, type Window } from "./week.ts";
import { AGAINST_DAYS } from "./words-against-numbers.ts";

const DAY_MS = 86_400_000;
/** Of the customer's messages before a resolution so many are looked at, the latest. */
const LAST_MESSAGES = 3;

type SaidThen = Pick<Entry, "text" | "at">;

/** A complaint after "solved", and how many whole days after. */
export interface Return {
  readonly entry: Entry;
  readonly days: number;
}

/** Whether the message says that all is well, and asks nothing. */
function saysSolved(text: string, locale: string): boolean {
  if (meaningOf(PHRASES, text, locale).intent !== "courtesy") return false;
  return toldIn(PHRASES, text, locale).some((clause) => clause.includes("solved"));
}

/** The customer's last message up to that moment that says it is solved; null where none of the last few does. */
export function solvedWordsBefore<One extends SaidThen>(own: readonly One[], at: number, locale: string): One | null {
  const before = own.filter((entry) => entry.at <= at).toSorted((a, b) => a.at - b.at);
  return before.slice(-LAST_MESSAGES).findLast(({ text }) => saysSolved(text, locale)) ?? null;
}

/** The customer's first complaint after that moment, where it falls into the window and within {@link AGAINST_DAYS} days; null where it does not. */
export function returnAfter(
  own: readonly Entry[],
  at: number,
  {
    judge,
    window,
    settings,
  }: {
    readonly judge: CommentJudge;
    readonly window: Window;
    readonly settings: { readonly desk: { readonly locale: string } };
  },
): Return | null {
  const after = own.filter((entry) => entry.at > at).toSorted((a, b) => a.at - b.at);
  const entry = after.find(({ text }) => judge.complaintIn(text, settings.desk.locale) !== null);
  if (!entry || !isWithin(entry.at, window) || entry.at - at > AGAINST_DAYS * DAY_MS) return null;
  return { entry, days: Math.floor((entry.at - at) / DAY_MS) };
}
