import { Temporal } from "temporal-polyfill";
import { momentsOf } from "../calendar/local-time.ts";
import { asciiDigit } from "../survey/digits.ts";
import type { Decision } from "./decision.ts";
import { type ByProduct, wholeOf } from "./history.ts";
import { clipped, compared, estimateOf, type Interval, Z95 } from "./interval.ts";
import { ROLLING_WEEKS } from "./rolling.ts";
import { rounded, roundedPair } from "./rounding.ts";
import { hiddenSegments } from "./suppression.ts";
import { answersIn, type Counts, countsOf, EMPTY_HISTOGRAM } from "./tally.ts";
import { parseWeek, shiftedWeek, weekOf, weeksUpTo, windowOf } from "./week.ts";

/** The numbers about a product that a decision may be meant to move: its score up, or the share of those who gave 6 or less down. */
export const AIM_MEASURES = ["score", "detractors"] as const;
export type AimMeasure = (typeof AIM_MEASURES)[number];

/** Which number shall reach what by when. */
export interface Aim {
  readonly measure: AimMeasure;
  /** Whole points of the score, at least so many; or whole percent with 6 or less, at most so many. */
  readonly to: number;
  /** Day by whose end, on the desk's clock, e.g. `2026-12-31`. */
  readonly on: string;
}

/** An aim as it was entered; all of it empty where none is wanted. */
export interface GivenAim {
  readonly measure: string;
  readonly to: string;
  readonly by: string;
}

/** Why there can be no such aim. */
export type AimFault = "incomplete" | "unknown" | "outOfRange" | "noDay" | "past" | "far";

export type AimOutcome = "moved" | "not-moved" | "cannot-tell";

/** What became of a number that a decision should move. */
export interface AimFigure extends Aim {
  readonly decision: string;
  readonly product: string;
  /** ISO week in which it was decided: the four before it are held against the last since. */
  readonly decided: string;
  /** Whole points or percent of the weeks before the decision, and of the last ones; both null where either has too few answers. */
  readonly before: number | null;
  readonly now: number | null;
  /** The change in points at 95 %, one decimal. */
  readonly interval95: Interval | null;
  readonly outcome: AimOutcome;
}

/** ISO weeks that an aim is judged from. */
export interface AimWeeks {
  readonly before: readonly string[];
  readonly since: readonly string[];
  /** The week whose digest judges it: the one that holds the day. */
  readonly judged: string;
}

/** Longest time to a day that may be named. */
const LONGEST_DAYS = 366;
const LEAST = { score: -100, detractors: 0 } as const satisfies Record<AimMeasure, number>;
const MOST = 100;

/** Whether nothing was entered. */
export function isNoAim({ measure, to, by }: GivenAim): boolean {
  return [measure, to, by].every((text) => text.trim() === "");
}

function numberIn(text: string): number | null {
  const plain = text
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[−–]/g, "-")
    .replace(/[%％\s\u00a0]/g, "");
  return /^[+-]?\d{1,3}$/.test(plain) ? Number(plain) || 0 : null;
}

/** The day, or the last one of the week, that is written there; null where it is neither. */
function dayIn(text: string): Temporal.PlainDate | null {
  const plain = text
    .trim()
    .replace(/\p{Nd}/gu, asciiDigit)
    .toUpperCase();
  const week = parseWeek(plain);
  if (week !== null) return Temporal.PlainDate.from(new Date(windowOf(week, "UTC").to - 1).toISOString().slice(0, 10));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plain)) return null;
  try {
    return Temporal.PlainDate.from(plain, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** The aim that was entered on that day, or why it is none. */
export function aimFrom(given: GivenAim, today: Temporal.PlainDate): Aim | AimFault {
  if ([given.measure, given.to, given.by].some((text) => text.trim() === "")) return "incomplete";
  const measure = AIM_MEASURES.find((one) => one === given.measure);
  if (measure === undefined) return "unknown";
  const to = numberIn(given.to);
  if (to === null || to < LEAST[measure] || to > MOST) return "outOfRange";
  const day = dayIn(given.by);
  if (day === null) return "noDay";
  const away = today.until(day, { largestUnit: "days" }).days;
  if (away < 1) return "past";
  return away > LONGEST_DAYS ? "far" : { measure, to, on: day.toString() };
}

/** When the day of an aim is over. */
export function endOf({ on }: Aim, zone: string): number {
  return momentsOf(Temporal.PlainDate.from(on).add({ days: 1 }), 0, zone)[0];
}

/** The four weeks that were over when it was decided, and the last four since, the decision's own among them, up to the one that holds the day. */
export function weeksOfAim(aim: Aim, decidedAt: number, zone: string): AimWeeks {
  const decided = weekOf(decidedAt, zone);
  const judged = weekOf(endOf(aim, zone) - 1, zone);
  return {
    before: weeksUpTo(shiftedWeek(decided, -1), ROLLING_WEEKS),
    since: weeksUpTo(judged, ROLLING_WEEKS).filter((week) => week >= decided),
    judged,
  };
}

/** Whether a later decision about the product, made before the day was over, has taken the aim's place. */
export function isWithdrawn(decision: Decision, aim: Aim, all: readonly Decision[], zone: string): boolean {
  const end = endOf(aim, zone);
  const isLater = ({ at, id }: Decision) => at > decision.at || (at === decision.at && id > decision.id);
  return all.some((other) => other.product === decision.product && isLater(other) && other.at < end);
}

/** The counts of a product in these weeks together; null where they are too few to show, or would tell of another product's few. */
export function shownCounts(weeks: readonly ByProduct[], product: string, minAnswers: number): Counts | null {
  const ids = new Set(weeks.flatMap((week) => [...week.keys()]));
  const together = (id: string | null) =>
    countsOf(wholeOf(new Map(weeks.map((week, index) => [String(index), week.get(id) ?? EMPTY_HISTOGRAM]))));
  const named = [...ids].filter((id) => id !== null);
  const segments = named.map((key) => ({ key, answers: answersIn(together(key)) }));
  const counts = together(product);
  const isHidden = hiddenSegments(segments, answersIn(together(null)), minAnswers).has(product);
  return isHidden || answersIn(counts) < minAnswers ? null : counts;
}

/** The number itself: points of the score, or percent with 6 or less; not rounded. */
export function measured(measure: AimMeasure, counts: Counts): number {
  return measure === "score" ? estimateOf(counts).score : (100 * counts.detractors) / answersIn(counts);
}

/** Whether so much is what was aimed at. */
export function isReached({ measure, to }: Aim, value: number): boolean {
  return measure === "score" ? value >= to : value <= to;
}

/** Change of a share in points at 95 %: a success and a failure added to each sample (Agresti and Caffo, The American Statistician 54(4), 2000). */
function shareChange(before: Counts, now: Counts): Interval {
  const shareOf = (counts: Counts) => {
    const size = answersIn(counts) + 2;
    const share = (counts.detractors + 1) / size;
    return { share, variance: (share * (1 - share)) / size };
  };
  const [a, b] = [shareOf(before), shareOf(now)];
  const error = Z95 * Math.sqrt(a.variance + b.variance);
  return clipped([100 * (b.share - a.share - error), 100 * (b.share - a.share + error)], 100);
}

/**
 * What became of the aim, from the answers of the weeks before the decision and of the last since. Moved: the number now is what was aimed at, and
 * the interval of the change (score: adjusted Wald; share: Agresti and Caffo) holds no change in the other direction and not none. Not moved: it is
 * not, and the whole interval falls short of what was missing when it was decided. Else, and with too few answers, it cannot be told.
 */
export function judgedAim(
  aim: Aim,
  before: Counts | null,
  now: Counts | null,
): Pick<AimFigure, "before" | "now" | "interval95" | "outcome"> {
  const { measure, to } = aim;
  const change = before && now && (measure === "score" ? compared(before, now)?.interval95 : shareChange(before, now));
  if (!before || !now || !change) return { before: null, now: null, interval95: null, outcome: "cannot-tell" };
  const [from, value] = [measured(measure, before), measured(measure, now)];
  const sign = measure === "score" ? 1 : -1;
  const [least, most] = [Math.min(sign * change[0], sign * change[1]), Math.max(sign * change[0], sign * change[1])];
  const reached = isReached(aim, value);
  const isShort = !reached && most < sign * (to - from);
  const outcome = reached && least > 0 ? "moved" : isShort ? "not-moved" : "cannot-tell";
  return { before: rounded(from, 0), now: rounded(value, 0), interval95: roundedPair(change, 1), outcome };
}
