import type { Response } from "../survey/response.ts";
import { bandOf, type Scale, scores } from "../survey/score.ts";
import { isWithin, type Window } from "./week.ts";

/** What the digest reads of a response. */
export type DigestAnswer = Pick<
  Response,
  "id" | "customerId" | "score" | "scale" | "product" | "comment" | "answeredAt" | "excluded"
> &
  Partial<Pick<Response, "purpose">>;

/** An answer with the words it came with. */
export type Commented<Answer extends DigestAnswer> = Answer & { readonly comment: string };

/** Whether it came with words. */
export function isCommented<Answer extends DigestAnswer>(answer: Answer): answer is Commented<Answer> {
  return answer.comment !== null;
}

/** How many answers fell into each band. */
export interface Counts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** How often each score was given; the index is the score, 0 to 10. */
export type Histogram = readonly number[];

/** What became of every answer of a window: each stands in exactly one of the lists. */
export interface Sorted {
  /** One per customer. */
  readonly counted: readonly DigestAnswer[];
  /** Taken the place of by a later answer of the same customer. */
  readonly superseded: readonly DigestAnswer[];
  readonly excluded: readonly DigestAnswer[];
  readonly recovery: readonly DigestAnswer[];
}

export const NO_ANSWERS: Counts = { promoters: 0, passives: 0, detractors: 0 };
export const EMPTY_HISTOGRAM: Histogram = Array.from({ length: 11 }, () => 0);

/** How many answers there are. */
export function answersIn({ promoters, passives, detractors }: Counts): number {
  return promoters + passives + detractors;
}

/** Both counted together. */
export function added(a: Counts, b: Counts): Counts {
  return {
    promoters: a.promoters + b.promoters,
    passives: a.passives + b.passives,
    detractors: a.detractors + b.detractors,
  };
}

/** Both counted together. */
export function addedHistograms(a: Histogram, b: Histogram): Histogram {
  return EMPTY_HISTOGRAM.map((_, score) => (a[score] ?? 0) + (b[score] ?? 0));
}

/** The bands of the scores: 9-10, 7-8, 6 and below. */
export function countsOf(histogram: Histogram): Counts {
  let [promoters, passives, detractors] = [0, 0, 0];
  for (let score = 0; score < histogram.length; score += 1) {
    const [count, band] = [histogram[score] ?? 0, bandOf(score)];
    if (band === "promoter") promoters += count;
    else if (band === "passive") passives += count;
    else detractors += count;
  }
  return { promoters, passives, detractors };
}

/** The counts by score, every score of the scale named. */
export function histogramByScore(histogram: Histogram, scale: Scale): Readonly<Record<string, number>> {
  return Object.fromEntries(scores(scale).map((score) => [String(score), histogram[score] ?? 0]));
}

function supersedes(a: DigestAnswer, b: DigestAnswer): boolean {
  return a.answeredAt === b.answeredAt ? a.id > b.id : a.answeredAt > b.answeredAt;
}

/**
 * Sorts the answers given in the window, by when each was first given. Excluded and recovery answers are set aside; of the
 * rest only the latest of each customer counts, on whichever scale it was given.
 */
export function sortAnswers(answers: Iterable<DigestAnswer>, window: Window): Sorted {
  const latest = new Map<string, DigestAnswer>();
  const superseded: DigestAnswer[] = [];
  const excluded: DigestAnswer[] = [];
  const recovery: DigestAnswer[] = [];
  for (const answer of answers) {
    if (!isWithin(answer.answeredAt, window)) continue;
    if (answer.excluded !== null) excluded.push(answer);
    else if (answer.purpose === "recovery") recovery.push(answer);
    else {
      const known = latest.get(answer.customerId);
      const isLatest = known === undefined || supersedes(answer, known);
      if (isLatest) latest.set(answer.customerId, answer);
      if (known !== undefined) superseded.push(isLatest ? known : answer);
    }
  }
  return { counted: [...latest.values()], superseded, excluded, recovery };
}
