import type { Resolution } from "../interaction/interaction.ts";
import { hasReached, type SurveyRow } from "./invited.ts";
import { isWithin, type Window } from "./week.ts";

/** What the digest reads of a resolution. */
export type ResolutionRow = Pick<Resolution, "at" | "fate" | "fateReason"> & Partial<Pick<Resolution, "imported">>;

/** How often each reason stands there, by name. */
export type ByReason = Readonly<Record<string, number>>;

/** The sum of the counts. */
export function total(reasons: ByReason): number {
  return Object.values(reasons).reduce((sum, count) => sum + count, 0);
}

/** What became of the conversations resolved in a window. Everything but `resolved` sums to `resolved`. */
export interface Fates {
  readonly resolved: number;
  readonly answered: number;
  readonly silent: number;
  readonly declined: number;
  readonly waiting: number;
  readonly undeliverable: ByReason;
  readonly notAsked: ByReason;
}

/** What this desk knows of the conversations of a window. */
export interface Ledger {
  readonly fates: Fates;
  /** Answers brought in from another tool: they stand in no fate, since nobody here knows how many said nothing there. */
  readonly imported: number;
  /** Those of the waiting whom the question has reached: they have said nothing so far. */
  readonly mayStillAnswer: number;
}

/** The conversations after which the question reached the customer: they have answered, declined or said nothing, so far or for good. */
export function askedIn({ fates, mayStillAnswer }: Pick<Ledger, "fates" | "mayStillAnswer">): number {
  return fates.answered + fates.silent + fates.declined + mayStillAnswer;
}

/** How many resolutions came to the same fate. */
export interface FateCount extends Pick<Resolution, "fate" | "fateReason"> {
  readonly count: number;
}

/** Where a reason is missing. */
const UNKNOWN = "unknown";

/** Adds up how often each reason stands there, in the order of their names. */
export function byReason(counted: Iterable<readonly [reason: string | null, count: number]>): ByReason {
  const counts = new Map<string, number>();
  for (const [reason, count] of counted) counts.set(reason ?? UNKNOWN, (counts.get(reason ?? UNKNOWN) ?? 0) + count);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fates out of how often each stands there. */
export function fatesFrom(counts: readonly FateCount[]): Fates {
  const of = (fate: Resolution["fate"]) => counts.filter((item) => item.fate === fate);
  const number = (items: readonly FateCount[]) => items.reduce((sum, { count }) => sum + count, 0);
  const reasons = (items: readonly FateCount[]) => byReason(items.map(({ fateReason, count }) => [fateReason, count]));
  return {
    resolved: number(counts),
    answered: number(of("answered")),
    silent: number(of("silent")),
    declined: number(of("declined")),
    waiting: number(of("waiting")),
    undeliverable: reasons(of("undeliverable")),
    notAsked: reasons(of("not-asked")),
  };
}

/** The fates of these resolutions. */
export function fatesOf(resolutions: readonly ResolutionRow[]): Fates {
  return fatesFrom(resolutions.map(({ fate, fateReason }) => ({ fate, fateReason, count: 1 })));
}

/** The ledger of the resolutions in the window; `waiting` are the surveys of those that wait for an answer. */
export function ledgerOf(resolutions: readonly ResolutionRow[], waiting: readonly SurveyRow[], window: Window): Ledger {
  const all = resolutions.filter(({ at }) => isWithin(at, window));
  const own = all.filter(({ imported }) => imported !== true);
  return {
    fates: fatesOf(own),
    imported: all.length - own.length,
    mayStillAnswer: waiting.filter(hasReached).length,
  };
}

function sumOf(counts: readonly ByReason[]): ByReason {
  return byReason(counts.flatMap((one) => Object.entries(one)));
}

/** What is known of windows one after the other, in one. */
export function sumLedgers(ledgers: readonly Ledger[]): Ledger {
  const number = (of: (ledger: Ledger) => number) => ledgers.reduce((sum, ledger) => sum + of(ledger), 0);
  return {
    fates: {
      resolved: number(({ fates }) => fates.resolved),
      answered: number(({ fates }) => fates.answered),
      silent: number(({ fates }) => fates.silent),
      declined: number(({ fates }) => fates.declined),
      waiting: number(({ fates }) => fates.waiting),
      undeliverable: sumOf(ledgers.map(({ fates }) => fates.undeliverable)),
      notAsked: sumOf(ledgers.map(({ fates }) => fates.notAsked)),
    },
    imported: number(({ imported }) => imported),
    mayStillAnswer: number(({ mayStillAnswer }) => mayStillAnswer),
  };
}
