import type { Decision } from "./decision.ts";
import type { ByProduct, WeekTally } from "./history.ts";
import { type Nps, npsOf, type SampleLimits } from "./nps.ts";
import { ROLLING_WEEKS } from "./rolling.ts";
import { rounded } from "./rounding.ts";
import { type StoodBefore, standingVerdict } from "./standing-verdict.ts";
import { hiddenSegments } from "./suppression.ts";
import { bandVerdict, chancesOf, type PlacedVerdict } from "./sureness.ts";
import { addedHistograms, answersIn, countsOf, EMPTY_HISTOGRAM, type Histogram } from "./tally.ts";
import { quarterNumber, weekNumber, weeksUpTo } from "./week.ts";

export type BoardVerdict = PlacedVerdict | "too-few";

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
  /** The verdict that stands, by {@link standingVerdict} over the weekly counts of the product; too-few by the last weeks' answers. */
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
  /**
   * Probability from 0 to 1, two decimals, that the median of all such customers lies in the verdict's band, by {@link chancesOf} from the counts
   * of the last weeks together. Null where those are not shown; absent in a digest of before it was counted.
   */
  readonly sure?: number | null | undefined;
  /** The band of these weeks' own median where it is another than the verdict that stands. Null where their counts are not shown. */
  readonly was?: PlacedVerdict | null | undefined;
}

/** How the products stood at the end of an earlier week, as its digest says. */
export interface Stood {
  readonly week: string;
  readonly rows: readonly Pick<BoardRow, "product" | "verdict" | "since">[];
}

/** The scores of the week by product, with what went before. */
export interface BoardFacts {
  readonly week: string;
  readonly products: ByProduct;
  readonly past: readonly WeekTally[];
  /** The products to show, in order; others that have answers follow by id. */
  readonly named: readonly Product[];
  readonly decisions?: ReadonlyMap<string, Decision> | undefined;
  /** Where the weeks are taken up; by the first of them where it is missing. */
  readonly stood?: Stood | undefined;
}

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
  const counts = countsOf(histogram);
  return answersIn(counts) < minAnswers ? "too-few" : (bandVerdict(counts) ?? "too-few");
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

/** The weeks from the first that is known to the board's own, oldest first. */
function knownWeeks({ week, past }: BoardFacts): string[] {
  const first = past.reduce((least, item) => (item.week < least ? item.week : least), week);
  return weeksUpTo(week, weekNumber(week) - weekNumber(first) + 1);
}

function stoodBefore(stood: Stood | undefined, product: string, weeks: readonly string[]): StoodBefore | null {
  const row = stood?.rows.find((item) => item.product === product);
  const [first] = weeks;
  if (!stood || !row || row.verdict === "too-few" || row.since === null || first === undefined) return null;
  const indexOf = (week: string) => weekNumber(week) - weekNumber(first);
  return { verdict: row.verdict, since: indexOf(row.since), at: indexOf(stood.week) };
}

/** The verdict on each product that stands at the end of the week, and since which. */
function standingOn(facts: BoardFacts, minAnswers: number) {
  const { week, products, past, stood } = facts;
  const tallies = new Map([...past, { week, products }].map((tally) => [tally.week, tally.products]));
  const weeks = knownWeeks(facts);
  return (product: string): { readonly verdict: PlacedVerdict; readonly since: string } | null => {
    const counts = weeks.map((label) => countsOf(tallies.get(label)?.get(product) ?? EMPTY_HISTOGRAM));
    const before = stoodBefore(stood, product, weeks);
    const standing = standingVerdict(counts, minAnswers, before);
    if (standing === null) return null;
    const known = stood?.rows.find((row) => row.product === product)?.since;
    return { verdict: standing.verdict, since: weeks[standing.since] ?? known ?? week };
  };
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

/** The verdict that stands, how sure one can be of it and what these weeks alone would say; the last two where their counts may be shown. */
function placed(
  standing: ReturnType<ReturnType<typeof standingOn>>,
  histogram: Histogram,
  isShown: boolean,
): Pick<BoardRow, "verdict" | "since" | "sure" | "was"> {
  if (standing === null) return { verdict: "too-few", since: null, sure: null, was: null };
  const counts = countsOf(histogram);
  const own = bandVerdict(counts);
  return {
    ...standing,
    sure: isShown ? rounded(chancesOf(counts)[standing.verdict], 2) : null,
    was: isShown && own !== standing.verdict ? own : null,
  };
}

/** The board at the end of the week: a week alone has too few answers about most products. */
export function boardOf(facts: BoardFacts, limits: SampleLimits): BoardRow[] {
  const { minAnswers } = limits;
  const together = standingAt(facts, facts.week);
  const scoresOf = (id: string | null) => together.get(id) ?? EMPTY_HISTOGRAM;
  const sizeOf = (id: string | null) => answersIn(countsOf(scoresOf(id)));
  const rows = rowsOf(together, facts.named);
  const segments = rows.map(({ id }) => ({ key: id, answers: sizeOf(id) }));
  const hidden = hiddenSegments(segments, sizeOf(null), minAnswers);
  const standing = standingOn(facts, minAnswers);
  return rows.map(({ id, name, owner }) => {
    const isEnough = sizeOf(id) >= minAnswers;
    return {
      product: id,
      name,
      owner: owner ?? null,
      weeks: ROLLING_WEEKS,
      median: isEnough ? lowerMedian(scoresOf(id)) : null,
      nps: hidden.has(id) ? null : npsOf(countsOf(scoresOf(id)), limits),
      lastQuarter: lastQuarter(facts, id, minAnswers),
      decision: decisionAbout(facts, id),
      ...placed(isEnough ? standing(id) : null, scoresOf(id), !hidden.has(id)),
    };
  });
}
