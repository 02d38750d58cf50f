import { type Band, bandOf } from "../survey/score.ts";
import type { Decision } from "./decision.ts";
import type { ByProduct, WeekTally } from "./history.ts";
import { type Nps, npsOf, type SampleLimits } from "./nps.ts";
import { ROLLING_WEEKS } from "./rolling.ts";
import { hiddenSegments } from "./suppression.ts";
import { addedHistograms, answersIn, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";
import { quarterNumber, weeksUpTo } from "./week.ts";

export type BoardVerdict = "keep" | "enhance" | "discard" | "too-few";

/** A product or service as the settings name it. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly owner?: string | undefined;
}

/** A decision as the board shows it. */
export type BoardDecision = Pick<Decision, "verdict" | "by" | "sentence" | "at">;

/** Where one product stands by the answers of the last weeks together. A proposal: a person decides. */
export interface BoardRow {
  readonly product: string;
  readonly name: string;
  readonly owner: string | null;
  readonly verdict: BoardVerdict;
  /** How many weeks are counted together, the digest's own included. */
  readonly weeks: number;
  /** Lower median of the scores; null where there are too few answers. */
  readonly median: number | null;
  /** Null where its counts, or another product's by subtraction, would speak of too few answers. */
  readonly nps: Nps | null;
  /** First week by whose end it stood there without a break since, those with too few answers passed over; null if too few now. */
  readonly since: string | null;
  /** Where the answers of the whole last calendar quarter put it. */
  readonly lastQuarter: BoardVerdict;
  /** What a person decided about it; null until somebody has. */
  readonly decision: BoardDecision | null;
}

/** The scores of the week by product, with what went before. */
export interface BoardFacts {
  readonly week: string;
  readonly products: ByProduct;
  readonly past: readonly WeekTally[];
  /** The products to show, in order; others that have answers follow by id. */
  readonly named: readonly Product[];
  readonly decisions?: ReadonlyMap<string, Decision> | undefined;
}

const VERDICTS = { promoter: "keep", passive: "enhance", detractor: "discard" } as const satisfies Record<
  Band,
  BoardVerdict
>;

/** The score in the middle, the lower of the two where their number is even; null without answers. */
export function lowerMedian(histogram: Histogram): number | null {
  let left = Math.ceil(answersIn(countsOf(histogram)) / 2);
  if (left === 0) return null;
  return histogram.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
}

/** Keep, enhance or discard by the band of the lower median, so that at least half of the answers are in that band or a lower one. */
export function verdictOf(histogram: Histogram, minAnswers: number): BoardVerdict {
  const median = lowerMedian(histogram);
  if (median === null || answersIn(countsOf(histogram)) < minAnswers) return "too-few";
  return VERDICTS[bandOf(median)];
}

/** The scores by product of the weeks that end with this one, together. */
function standingAt({ week: own, products, past }: BoardFacts, week: string): ByProduct {
  const tallies = new Map([...past, { week: own, products }].map((tally) => [tally.week, tally.products]));
  const together = new Map<string | null, Histogram>();
  for (const counted of weeksUpTo(week, ROLLING_WEEKS).flatMap((label) => [...(tallies.get(label) ?? [])])) {
    const [product, histogram] = counted;
    together.set(product, addedHistograms(together.get(product) ?? EMPTY_HISTOGRAM, histogram));
  }
  return together;
}

function rowsOf(products: ByProduct, named: readonly Product[]): Product[] {
  const known = new Set(named.map(({ id }) => id));
  const others = [...products.keys()].filter((id) => id !== null && !known.has(id)).sort() as string[];
  return [...named, ...others.map((id) => ({ id, name: id }))];
}

/** Where all stood at the end of each week before, the latest first. */
function standingsBefore(facts: BoardFacts): WeekTally[] {
  const latestFirst = facts.past.toSorted((a, b) => (a.week < b.week ? 1 : -1));
  return latestFirst.map(({ week }) => ({ week, products: standingAt(facts, week) }));
}

function standingSince(
  { product, verdict, week: own }: Pick<BoardRow, "product" | "verdict"> & { readonly week: string },
  before: readonly WeekTally[],
  minAnswers: number,
): string | null {
  if (verdict === "too-few") return null;
  let since = own;
  for (const { week, products } of before) {
    const earlier = verdictOf(products.get(product) ?? EMPTY_HISTOGRAM, minAnswers);
    if (earlier === verdict) since = week;
    else if (earlier !== "too-few") break;
  }
  return since;
}

function lastQuarter({ week, past }: BoardFacts, product: string, minAnswers: number): BoardVerdict {
  const quarter = quarterNumber(week) - 1;
  const histogram = past
    .filter((item) => quarterNumber(item.week) === quarter)
    .map(({ products }) => products.get(product) ?? EMPTY_HISTOGRAM)
    .reduce(addedHistograms, EMPTY_HISTOGRAM);
  return verdictOf(histogram, minAnswers);
}

function decisionAbout({ decisions }: BoardFacts, product: string): BoardDecision | null {
  const decision = decisions?.get(product);
  if (!decision) return null;
  const { verdict, by, sentence, at } = decision;
  return { verdict, by, sentence, at };
}

/** The board at the end of the week: a week alone has too few answers about most products. */
export function boardOf(facts: BoardFacts, limits: SampleLimits): BoardRow[] {
  const { week } = facts;
  const standing = standingAt(facts, week);
  const before = standingsBefore(facts);
  const scoresOf = (id: string | null) => standing.get(id) ?? EMPTY_HISTOGRAM;
  const sizeOf = (id: string | null) => answersIn(countsOf(scoresOf(id)));
  const rows = rowsOf(standing, facts.named);
  const segments = rows.map(({ id }) => ({ key: id, answers: sizeOf(id) }));
  const hidden = hiddenSegments(segments, sizeOf(null), limits.minAnswers);
  return rows.map(({ id, name, owner }) => {
    const verdict = verdictOf(scoresOf(id), limits.minAnswers);
    return {
      product: id,
      name,
      owner: owner ?? null,
      verdict,
      weeks: ROLLING_WEEKS,
      median: verdict === "too-few" ? null : lowerMedian(scoresOf(id)),
      nps: hidden.has(id) ? null : npsOf(countsOf(scoresOf(id)), limits),
      since: standingSince({ product: id, verdict, week }, before, limits.minAnswers),
      lastQuarter: lastQuarter(facts, id, limits.minAnswers),
      decision: decisionAbout(facts, id),
    };
  });
}
