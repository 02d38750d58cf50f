import { Temporal } from "temporal-polyfill";
import { SCALES, type Scale } from "../survey/score.ts";
import type { AimFigure } from "./aim.ts";
import { type AskingFigures, NOTHING_TOLD } from "./asking.ts";
import { type BoardRow, boardOf, type Product, type Stood } from "./board.ts";
import { type CordRow, cordFiguresOf } from "./cord-figures.ts";
import type { Decision } from "./decision.ts";
import { type ChangeFacts, digestTrend } from "./declared-change.ts";
import type {
  Comparison,
  Digest,
  DigestId,
  OtherScale,
  ShadowingFigures,
  Theme,
  ToEnhance,
  Unmatched,
} from "./document.ts";
import { type HeardCount, heardAgainOf } from "./heard-again.ts";
import { byProduct, countsIn, PAST_WEEKS, type WeekTally, wholeOf } from "./history.ts";
import { compared, estimateOf } from "./interval.ts";
import { changeOf, type Nps, npsOf, type SampleLimits, shownP, shownRate } from "./nps.ts";
import type { Outcomes } from "./outcomes.ts";
import { RECENT_WEEKS, recentWeeksOf } from "./recent-weeks.ts";
import { NOBODY_FOLLOWED, type RecoveredCounts, recoveryOf } from "./recovered.ts";
import { responseRateOf } from "./response-rate.ts";
import { pooled, ROLLING_WEEKS } from "./rolling.ts";
import { roundedPair } from "./rounding.ts";
import type { AsideCount, ScoreCount } from "./score-counts.ts";
import { sensitivityOf, turningOf } from "./sensitivity.ts";
import { type CountedGuess, NO_SHADOWING } from "./shadowing-figures.ts";
import { NO_SILENCE, type SilenceTally, silenceFiguresOf } from "./silence-figures.ts";
import { type Counts, countsOf, type DigestAnswer, histogramByScore } from "./tally.ts";
import type { ThemeCount } from "./themes.ts";
import type { FoundThreshold } from "./thresholds.ts";
import type { TrialBasis, TrialFigures } from "./trial.ts";
import { chooseVerbatims, type Redact } from "./verbatims.ts";
import { shiftedWeek, type Window, weeksUpTo, windowOf } from "./week.ts";
import { NO_WORD_OF_MOUTH, shownWordOfMouth, type WordOfMouthCounts } from "./word-of-mouth.ts";
import type { AgainstFigures } from "./words-against-numbers.ts";

/** Whose digest it is and by which rules it is counted. */
export interface DigestFrame extends SampleLimits {
  readonly id: DigestId;
  readonly scale: Scale;
  readonly products: readonly Product[];
  /** When it is counted, milliseconds since 1970: what is due or open depends on it. */
  readonly now: number;
  readonly redact: Redact;
}

/** Themes found in the comments, and by which version of the dictionary. */
export interface FoundThemes extends ThemeCount {
  readonly version: string;
  /** What each comment named, by answer. */
  readonly byAnswer?: ReadonlyMap<string, readonly string[]>;
}

/** What the rows of the week come to. */
export interface DigestTallies {
  /** The answers that count. */
  readonly scores: readonly ScoreCount[];
  /** Those of them that have a comment. */
  readonly commented: readonly DigestAnswer[];
  readonly outcomes: Outcomes;
  /** The weeks before; one that is missing had no answers. */
  readonly past: readonly WeekTally[];
  /** What earlier digests have said of change. */
  readonly change?: Pick<ChangeFacts, "before">;
  /** What has to be exceeded before a change is told; null or missing where it is not known. */
  readonly threshold?: FoundThreshold | null;
  readonly themes?: FoundThemes;
  /** What was decided about products, in force when it is counted. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** How an earlier digest says that the products stood: the verdicts are taken up there. */
  readonly stood?: Stood | undefined;
  /** The detractors of these weeks together; nobody where it is missing. */
  readonly recovered?: RecoveredCounts;
  readonly cords?: readonly CordRow[];
  readonly wordOfMouth?: WordOfMouthCounts;
  /** What is to be made better, of all products. */
  readonly enhance?: readonly ToEnhance[];
  readonly shadowing?: ShadowingFigures;
  readonly silence?: SilenceTally;
  readonly heardAgain?: readonly HeardCount[];
  readonly asking?: AskingFigures;
  readonly against?: AgainstFigures | null;
  /** The answers that are in no score, and the guesses of the week: what `outcomes` and `shadowing` are counted from. */
  readonly aside?: readonly AsideCount[];
  readonly guesses?: readonly CountedGuess[];
  readonly trial?: TrialFigures;
  readonly aims?: readonly AimFigure[];
  /** What the trial is counted from. */
  readonly tried?: TrialBasis;
}

/** How many customers are quoted, and how many comments listed that named no theme. */
export const VERBATIMS = 5;
export const UNMATCHED = 20;

function instant(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

function otherScales(scores: readonly ScoreCount[], frame: DigestFrame): OtherScale[] {
  return SCALES.filter((other) => other !== frame.scale).flatMap((other) => {
    const histogram = wholeOf(byProduct(scores, other));
    const nps = npsOf(countsOf(histogram), frame);
    return nps.answers === 0 ? [] : [{ scale: other, nps, histogram: histogramByScore(histogram, other) }];
  });
}

function comparisonOf(before: Counts, after: Counts, limits: SampleLimits): Comparison {
  const previous = npsOf(before, limits);
  const isShown = previous.score !== null && npsOf(after, limits).score !== null;
  const change = isShown ? compared(before, after) : null;
  return {
    previous,
    difference: change && changeOf(before, after),
    interval95: change && roundedPair(change.interval95, 1),
    p: change && shownP(change.p),
  };
}

interface OverWeeks extends Pick<DigestTallies, "past" | "change" | "threshold"> {
  /** The digest's own week. */
  readonly own: WeekTally;
}

/** The figures that look back over earlier weeks. */
function overWeeks({ past, change, threshold = null, own }: OverWeeks, frame: DigestFrame) {
  const { week } = frame.id;
  const counts = countsOf(wholeOf(own.products));
  const facts = { week, tallies: [...past, own], before: change?.before ?? null, minAnswers: frame.minAnswers };
  const earlier = weeksUpTo(shiftedWeek(week, -1), RECENT_WEEKS - 1).map((item) => countsIn(past, item));
  const weeks = [...earlier, counts];
  const trend = digestTrend(facts, threshold);
  return {
    rolling: { weeks: ROLLING_WEEKS, nps: npsOf(pooled(weeks), frame) },
    trend,
    weeks: recentWeeksOf(week, weeks, { ...frame, trend }),
    comparison: comparisonOf(countsIn(past, shiftedWeek(week, -1)), counts, frame),
  };
}

/** The figures about those who said nothing. */
function aboutSilence({ fates, imported, mayStillAnswer }: Outcomes, window: Window, nps: Nps, now: number) {
  const responseRate = responseRateOf({ fates, mayStillAnswer }, window, now);
  const exact = nps.score === null ? null : estimateOf(nps).score;
  return {
    ...{ fates, imported, mayStillAnswer },
    responseRate: { ...responseRate, rate: responseRate.rate === null ? null : shownRate(responseRate.rate) },
    sensitivity: sensitivityOf(exact, responseRate.rate),
    turning: turningOf(nps.score === null ? null : nps, responseRate),
  };
}

function unmatchedOf(themes: DigestTallies["themes"], redact: Redact): Unmatched[] {
  const listed = (themes?.unmatched ?? []).slice(0, UNMATCHED);
  const redacted = listed.map(({ id, comment }) => ({ responseId: id, text: redact(comment, id).trim() }));
  return redacted.filter(({ text }) => text !== "");
}

/** The figures about what was said in words. */
function inWords({ commented, themes }: DigestTallies, { id, minAnswers, redact }: DigestFrame) {
  const shown = (theme: Theme) => ({ ...theme, detractors: theme.mentions < minAnswers ? null : theme.detractors });
  return {
    themes: (themes?.found ?? []).map(shown),
    comments: {
      with: commented.filter(({ comment }) => comment?.trim()).length,
      matched: themes?.matched ?? 0,
      dictionary: themes?.version ?? null,
      unmatched: unmatchedOf(themes, redact),
    },
    verbatims: chooseVerbatims(commented, { week: id.week, atMost: VERBATIMS, redact }),
  };
}

/** What is to be made better about those products that the board says to enhance. */
function enhanceOn(board: readonly BoardRow[], enhance: readonly ToEnhance[]): ToEnhance[] {
  const verdicts = new Map(board.map(({ product, verdict }) => [product, verdict]));
  return enhance.filter(({ product }) => verdicts.get(product) === "enhance");
}

/** The digest of a week: the same tallies and frame always give the same document. */
export function documentOf(tallies: DigestTallies, frame: DigestFrame): Digest {
  const { id, scale, products: named, now } = frame;
  const { scores, outcomes, decisions, stood } = tallies;
  const window = windowOf(id.week, id.zone);
  const products = byProduct(scores, scale);
  const histogram = wholeOf(products);
  const counts = countsOf(histogram);
  const nps = npsOf(counts, frame);
  const past = tallies.past.filter(({ week }) => week < id.week);
  const recent = past.filter(({ week }) => week >= shiftedWeek(id.week, -PAST_WEEKS));
  const board = boardOf({ week: id.week, products, past: recent, named, decisions, stood }, frame);
  return {
    id,
    window: { from: instant(window.from), to: instant(window.to) },
    scale,
    nps,
    histogram: histogramByScore(histogram, scale),
    otherScales: otherScales(scores, frame),
    setAside: outcomes.setAside,
    ...overWeeks({ ...tallies, past, own: { week: id.week, products } }, frame),
    ...aboutSilence(outcomes, window, nps, now),
    board,
    ...inWords(tallies, frame),
    cases: outcomes.cases,
    recovery: recoveryOf(tallies.recovered ?? NOBODY_FOLLOWED, frame),
    cords: cordFiguresOf(tallies.cords ?? [], window, now),
    wordOfMouth: shownWordOfMouth(tallies.wordOfMouth ?? NO_WORD_OF_MOUTH, frame.minAnswers),
    shadowing: tallies.shadowing ?? NO_SHADOWING,
    enhance: enhanceOn(board, tallies.enhance ?? []),
    silence: tallies.silence ? silenceFiguresOf(tallies.silence, frame) : NO_SILENCE,
    heardAgain: heardAgainOf(tallies.heardAgain ?? [], frame.minAnswers),
    asking: tallies.asking ?? NOTHING_TOLD,
    ...(tallies.against ? { wordsAgainstNumbers: tallies.against } : {}),
    ...(tallies.trial && { trial: tallies.trial }),
    aims: tallies.aims ?? [],
  };
}
