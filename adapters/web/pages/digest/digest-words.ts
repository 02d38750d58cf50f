import type { BoardVerdict } from "../../../../src/digest/board.ts";
import type { Digest } from "../../../../src/digest/document.ts";
import type { Ledger } from "../../../../src/digest/fates.ts";
import type { Nps } from "../../../../src/digest/nps.ts";
import type { TrendVerdict } from "../../../../src/digest/trend.ts";

/** What may be said of the trend. */
export const TREND_WORDS: Readonly<Record<TrendVerdict, string>> = {
  rising: "rising",
  falling: "falling",
  "no-detectable-change": "no clear change",
  "not-enough-data": "too early to tell",
};

/** What the answers say about a product. */
export const VERDICT_WORDS: Readonly<Record<BoardVerdict, string>> = {
  keep: "keep",
  enhance: "enhance",
  discard: "discard",
  "too-few": "too few answers",
};

/** A whole number of points, with a true minus sign. */
export function points(value: number): string {
  return String(Math.round(value)).replace("-", "−");
}

/** Between what and what a score may lie. */
export function range([low, high]: readonly [number, number]): string {
  return `between ${points(low)} and ${points(high)}`;
}

/** So many of something: `1 answer`, `25 answers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Week 46, 2026` */
export function weekName(week: string): string {
  const [year, number] = week.split("-W");
  return `Week ${Number(number)}, ${year}`;
}

/** `week 46` */
export function shortWeek(week: string): string {
  return `week ${Number(week.split("-W")[1])}`;
}

/** First and last day of the week, e.g. `9 – 15 November 2026`. */
export function daysOf({ id, window }: Pick<Digest, "id" | "window">): string {
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: id.zone } as const;
  return new Intl.DateTimeFormat("en-GB", style).formatRange(Date.parse(window.from), Date.parse(window.to) - 1);
}

/** How many promoters, passives and detractors; with their shares where there are so many answers that a percent is worth naming. */
export function bandWords({ promoters, passives, detractors, shares, sample }: Nps): string {
  const share = (index: 0 | 1 | 2) => (sample === "ok" ? ` (${shares[index]}%)` : "");
  const parts = [
    `${counted(promoters, "promoter")}${share(0)}`,
    `${counted(passives, "passive")}${share(1)}`,
    `${counted(detractors, "detractor")}${share(2)}`,
  ];
  return parts.join(", ");
}

/** The score with what it may be, or why there is none. */
export function scoreWords({ score, interval95, answers }: Nps): string {
  if (score !== null && interval95 !== null) return `${points(score)}, ${range(interval95)}`;
  return answers === 0 ? "no answers" : `${counted(answers, "answer")}, too few for a score`;
}

/** How many have said nothing: until their time is over, those whom the question has reached are among them. */
export function silentCount({ fates, mayStillAnswer }: Ledger): number {
  return fates.silent + mayStillAnswer;
}
