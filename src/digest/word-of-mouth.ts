import type { Promised } from "../promise/promise.ts";
import { earsOf, type TellingKind, type TellingRow } from "../survey/telling.ts";
import { isWithin, type Window } from "./week.ts";

/** What customers said they have told others, and what became of promoters' promises; each counted when it was said. */
export interface WordOfMouth {
  /** Customers who said so with an answer; one who has done both is in both. */
  readonly good: number;
  readonly bad: number;
  readonly none: number;
  /** The least number of people who heard it. */
  readonly ears: { readonly good: number; readonly bad: number };
  readonly promised: PromiseFigures;
  /** New customers who said whether somebody had sent them. */
  readonly sent: { readonly yes: number; readonly no: number };
}

/** Promoters who were asked later what came of it. */
export interface PromiseFigures {
  /** Asked in the window. */
  readonly asked: number;
  /** Who answered in it, of them who had recommended us, and who had warned somebody. */
  readonly answered: number;
  readonly kept: number;
  readonly warned: number;
  /** The share of promises that were kept, 0 to 1, four decimals; null where too few have answered to say. */
  readonly rate: number | null;
}

/** The same as counted, before it is decided what may be shown. */
export type WordOfMouthCounts = Omit<WordOfMouth, "promised"> & { readonly promised: Omit<PromiseFigures, "rate"> };

export const NO_WORD_OF_MOUTH: WordOfMouth = {
  ...{ good: 0, bad: 0, none: 0, ears: { good: 0, bad: 0 }, sent: { yes: 0, no: 0 } },
  promised: { asked: 0, answered: 0, kept: 0, warned: 0, rate: null },
};

/** The rows it is counted from; rows outside the window may be among them. Those of answers that do not count are not. */
export interface WordOfMouthRows {
  readonly tellings: readonly TellingRow[];
  readonly promises: readonly Promised[];
}

function customersAmong(tellings: readonly TellingRow[]): number {
  return new Set(tellings.map(({ customerId }) => customerId)).size;
}

/** What the rows come to in the window. */
export function wordOfMouthOf({ tellings, promises }: WordOfMouthRows, window: Window): WordOfMouthCounts {
  const said = tellings.filter(({ at }) => isWithin(at, window));
  const told = (kind: TellingKind) => said.filter((one) => one.stage === "now" && one.kind === kind);
  const ears = (kind: TellingKind) => told(kind).reduce((sum, { people }) => sum + earsOf(people), 0);
  const later = said.filter(({ stage }) => stage === "later");
  const deeds = (kind: TellingKind) => customersAmong(later.filter((one) => one.kind === kind));
  return {
    good: customersAmong(told("good")),
    bad: customersAmong(told("bad")),
    none: customersAmong(told("none")),
    ears: { good: ears("good"), bad: ears("bad") },
    promised: {
      asked: promises.filter(({ askedAt }) => isWithin(askedAt, window)).length,
      answered: customersAmong(later),
      kept: deeds("good"),
      warned: deeds("bad"),
    },
    sent: { yes: customersAmong(told("sent")), no: customersAmong(told("unsent")) },
  };
}

/** The figures as they may be shown: a ratio of promise to deed only where enough have answered. */
export function shownWordOfMouth(counts: WordOfMouthCounts, minAnswers: number): WordOfMouth {
  const { answered, kept } = counts.promised;
  const rate = answered < minAnswers ? null : Math.round((kept / answered) * 10_000) / 10_000;
  return { ...counts, promised: { ...counts.promised, rate } };
}
