import { type BoardVerdict, lowerMedian, type Product, verdictOf } from "../digest/board.ts";
import type { OtherScale, Theme } from "../digest/document.ts";
import { type Fates, fatesFrom } from "../digest/fates.ts";
import { byProduct, wholeOf } from "../digest/history.ts";
import { compared, estimateOf, type Interval } from "../digest/interval.ts";
import { changeOf, type Nps, npsOf, type SampleLimits, shownRate } from "../digest/nps.ts";
import { type ResponseRate, responseRateOf } from "../digest/response-rate.ts";
import { roundedPair } from "../digest/rounding.ts";
import type { ScoreCount } from "../digest/score-counts.ts";
import { type Sensitivity, sensitivityOf, type Turning, turningOf } from "../digest/sensitivity.ts";
import { hiddenSegments } from "../digest/suppression.ts";
import { answersIn, countsOf, EMPTY_HISTOGRAM, type Histogram, histogramByScore } from "../digest/tally.ts";
import type { Window } from "../digest/week.ts";
import { SCALES, type Scale } from "../survey/score.ts";
import type { SliceCases, SliceCounts, TalkCount, WeekScores } from "./slice.ts";
import type { ChosenSpan } from "./span.ts";

/** One of the weeks shown with a span. */
export interface ExploredWeek {
  /** ISO week. */
  readonly week: string;
  /** Null where its counts would speak of too few answers. */
  readonly nps: Nps | null;
}

/** Where the answers of the span put a product. */
export interface ExploredProduct {
  /** Null for the answers about none. */
  readonly product: string | null;
  readonly name: string | null;
  readonly verdict: BoardVerdict;
  readonly median: number | null;
  /** Null where its counts, or another product's by subtraction, would speak of too few answers. */
  readonly nps: Nps | null;
}

/** What the answers come to. */
export interface ExploredScores {
  readonly nps: Nps;
  readonly histogram: Readonly<Record<string, number>>;
}

/** What comments are about, as far as they were read. */
export interface ExploredThemes {
  readonly found: readonly Theme[];
  /** How many comments there are, and how many of them, the latest, were read for themes. */
  readonly comments: number;
  readonly read: number;
}

/** What the conversations came to. Answers brought in from another tool stand in no fate. */
export interface ExploredFates {
  readonly fates: Fates;
  readonly imported: number;
}

/** The figures of a span and a filter, by the digest's rules. */
export interface Explored extends ExploredFates {
  readonly span: ChosenSpan;
  readonly window: Window;
  readonly scale: Scale;
  /** Null where they, or those left out by the filter, would speak of too few answers. */
  readonly scores: ExploredScores | null;
  /** Answers on another scale, counted apart; none where scores are hidden. */
  readonly otherScales: readonly OtherScale[];
  readonly responseRate: ResponseRate;
  readonly sensitivity: readonly Sensitivity[];
  /** Null where there is nothing to turn. */
  readonly turning: Turning | null;
  readonly weeks: readonly ExploredWeek[];
  readonly board: readonly ExploredProduct[];
  readonly themes: ExploredThemes;
  readonly cases: SliceCases;
}

/** What they are made of. */
export interface ExploredTallies {
  readonly counts: SliceCounts;
  readonly weeks: readonly (WeekScores & { readonly week: string })[];
  readonly themes: ExploredThemes;
  /** How many answers there are under each filter that chooses more, the widest too; none where nothing is filtered. */
  readonly wider: readonly number[];
}

/** By which rules they are counted. */
export interface ExploredFrame extends SampleLimits {
  readonly span: ChosenSpan;
  readonly window: Window;
  readonly scale: Scale;
  readonly products: readonly Product[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How many answers the counts hold, on whichever scale. */
export function numberOfAnswers(scores: readonly ScoreCount[]): number {
  return scores.reduce((sum, { count }) => sum + count, 0);
}

/** Whether figures of so many answers, chosen out of wider ones, would tell of too few: of themselves, or of what they leave out. */
export function isTelling(answers: number, wider: readonly number[], minAnswers: number): boolean {
  if (wider.length === 0) return false;
  const isFew = (count: number) => count > 0 && count < minAnswers;
  return isFew(answers) || wider.some((all) => isFew(all - answers));
}

function histogramOn(scores: readonly ScoreCount[], scale: Scale): Histogram {
  return wholeOf(byProduct(scores, scale));
}

function scoresOn(scores: readonly ScoreCount[], scale: Scale, limits: SampleLimits): ExploredScores {
  const histogram = histogramOn(scores, scale);
  return { nps: npsOf(countsOf(histogram), limits), histogram: histogramByScore(histogram, scale) };
}

function otherScalesOf(scores: readonly ScoreCount[], frame: ExploredFrame): OtherScale[] {
  return SCALES.filter((other) => other !== frame.scale)
    .map((scale) => ({ scale, ...scoresOn(scores, scale, frame) }))
    .filter(({ nps }) => nps.answers > 0);
}

/** The products of the slice with their verdicts, as the settings name them, then others by id, then what is about none. */
function boardOfSlice(scores: readonly ScoreCount[], frame: ExploredFrame): ExploredProduct[] {
  const { products: named, scale, minAnswers } = frame;
  const histograms = byProduct(scores, scale);
  const known = new Set(named.map(({ id }) => id));
  const others = [...histograms.keys()].filter((id) => id !== null && !known.has(id)).toSorted() as string[];
  const scoresOf = (id: string | null) => histograms.get(id) ?? EMPTY_HISTOGRAM;
  const sizeOf = (id: string | null) => answersIn(countsOf(scoresOf(id)));
  const ids = [...named.map(({ id }) => id), ...others];
  const apart = sizeOf(null);
  const hidden = hiddenSegments(
    ids.map((id) => ({ key: id, answers: sizeOf(id) })),
    apart,
    minAnswers,
  );
  const row = (product: string | null, isHidden: boolean): ExploredProduct => {
    const histogram = scoresOf(product);
    const verdict = verdictOf(histogram, minAnswers);
    return {
      product,
      name: named.find(({ id }) => id === product)?.name ?? product,
      verdict: isHidden ? "too-few" : verdict,
      median: isHidden || verdict === "too-few" ? null : lowerMedian(histogram),
      nps: isHidden ? null : npsOf(countsOf(histogram), frame),
    };
  };
  const rows = ids.map((id) => row(id, hidden.has(id)));
  return apart === 0 ? rows : [...rows, row(null, hidden.size > 0 || apart < minAnswers)];
}

function weeksOf({ weeks, wider }: ExploredTallies, frame: ExploredFrame): ExploredWeek[] {
  const counted = weeks.map(({ week, scores }) => ({ week, counts: countsOf(histogramOn(scores, frame.scale)) }));
  const segments = counted.map(({ week, counts }) => ({ key: week, answers: answersIn(counts) }));
  const hidden = wider.length === 0 ? new Set<string>() : hiddenSegments(segments, 0, frame.minAnswers);
  return counted.map(({ week, counts }) => ({ week, nps: hidden.has(week) ? null : npsOf(counts, frame) }));
}

/** What became of the conversations. */
function exploredFates(talks: readonly TalkCount[]): ExploredFates {
  const ofTools = talks.filter(({ imported }) => imported);
  return {
    fates: fatesFrom(talks.filter(({ imported }) => !imported)),
    imported: ofTools.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The figures: the same tallies and frame always give the same ones. */
export function exploredOf(tallies: ExploredTallies, frame: ExploredFrame): Explored {
  const { counts, themes, wider } = tallies;
  const { span, window, scale, minAnswers, now } = frame;
  const isHidden = isTelling(numberOfAnswers(counts.scores), wider, minAnswers);
  const scores = isHidden ? null : scoresOn(counts.scores, scale, frame);
  const talks = exploredFates(counts.talks);
  const open = { fates: talks.fates, mayStillAnswer: counts.invited.awaited };
  const responseRate = responseRateOf(open, window, now);
  const exact = scores === null || scores.nps.score === null ? null : estimateOf(scores.nps).score;
  const shown = (theme: Theme) => ({ ...theme, detractors: theme.mentions < minAnswers ? null : theme.detractors });
  return {
    ...{ span, window, scale, scores, cases: counts.cases },
    ...talks,
    otherScales: isHidden ? [] : otherScalesOf(counts.scores, frame),
    responseRate: { ...responseRate, rate: responseRate.rate === null ? null : shownRate(responseRate.rate) },
    sensitivity: sensitivityOf(exact, responseRate.rate),
    turning: turningOf(exact === null || scores === null ? null : scores.nps, responseRate),
    weeks: isHidden ? [] : weeksOf(tallies, frame),
    board: isHidden ? [] : boardOfSlice(counts.scores, frame),
    themes: { ...themes, found: isHidden ? [] : themes.found.map(shown) },
  };
}

/** How two slices differ, the second less the first, for reference only: nulls where either has too few answers. */
export interface SliceChange {
  /** Whole points. */
  readonly difference: number | null;
  /** Points, one decimal. */
  readonly interval95: Interval | null;
}

/** The change from one to the other. */
export function changeBetween(before: Explored, after: Explored): SliceChange {
  const [a, b] = [before.scores?.nps, after.scores?.nps];
  const isShown = a != null && b != null && a.score !== null && b.score !== null && before.scale === after.scale;
  const change = isShown ? compared(a, b) : null;
  return {
    difference: change && isShown ? changeOf(a, b) : null,
    interval95: change && roundedPair(change.interval95, 1),
  };
}
