import { Temporal } from "temporal-polyfill";
import { SCALES, type Scale } from "../survey/score.ts";
import { boardOf, type Product } from "./board.ts";
import { type CaseRow, caseFiguresOf } from "./case-figures.ts";
import type { Decision } from "./decision.ts";
import type {
  Comparison,
  Digest,
  DigestId,
  OtherScale,
  ShadowingFigures,
  Theme,
  Unmatched,
  WordOfMouth,
} from "./document.ts";
import { byReason, fatesOf, type ResolutionRow } from "./fates.ts";
import { byProduct, countsIn, type WeekTally } from "./history.ts";
import { compared, estimateOf } from "./interval.ts";
import { changeOf, type Nps, npsOf, type SampleLimits, shownP, shownRate } from "./nps.ts";
import { recentWeeksOf } from "./recent-weeks.ts";
import { hasReached, responseRateOf, type SurveyRow } from "./response-rate.ts";
import { pooled, ROLLING_WEEKS } from "./rolling.ts";
import { roundedPair } from "./rounding.ts";
import { sensitivityOf } from "./sensitivity.ts";
import { type Answer, type Counts, countsOf, histogramByScore, histogramOf, sortAnswers } from "./tally.ts";
import type { ThemeCount } from "./themes.ts";
import { TREND_WEEKS, trendOf } from "./trend.ts";
import { chooseVerbatims, type Redact } from "./verbatims.ts";
import { isWithin, shiftedWeek, type Window, weeksUpTo, windowOf } from "./week.ts";

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
}

/** The rows it is counted from. Rows outside the week may be among them; in what order they come makes no difference. */
export interface DigestRows {
  readonly answers: readonly Answer[];
  readonly resolutions: readonly ResolutionRow[];
  readonly surveys: readonly SurveyRow[];
  /** The surveys of those resolutions of the week that wait for an answer. */
  readonly waiting?: readonly SurveyRow[];
  readonly cases: readonly CaseRow[];
  /** The weeks before; one that is missing had no answers. */
  readonly past: readonly WeekTally[];
  readonly themes?: FoundThemes;
  /** What was decided about products, in force when it is counted. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  readonly wordOfMouth?: WordOfMouth;
  readonly shadowing?: ShadowingFigures;
}

/** How many customers are quoted, and how many comments listed that named no theme. */
export const VERBATIMS = 5;
export const UNMATCHED = 20;
const NO_WORD_OF_MOUTH: WordOfMouth = { good: 0, bad: 0, none: 0 };
const NO_SHADOWING: ShadowingFigures = { due: 0, kept: 0, guessError: null, lessons: [] };

function instant(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

function otherScales(answers: readonly Answer[], frame: DigestFrame): OtherScale[] {
  return SCALES.filter((other) => other !== frame.scale).flatMap((other) => {
    const histogram = histogramOf(answers.filter((answer) => answer.scale === other));
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

/** The figures that look back over earlier weeks. */
function overWeeks(counts: Counts, past: readonly WeekTally[], frame: DigestFrame) {
  const { week } = frame.id;
  const earlier = weeksUpTo(shiftedWeek(week, -1), TREND_WEEKS - 1).map((item) => countsIn(past, item));
  const weeks = [...earlier, counts];
  return {
    rolling: { weeks: ROLLING_WEEKS, nps: npsOf(pooled(weeks), frame) },
    trend: trendOf(weeks),
    weeks: recentWeeksOf(week, weeks, frame),
    comparison: comparisonOf(countsIn(past, shiftedWeek(week, -1)), counts, frame),
  };
}

/** The figures about those who said nothing. */
function aboutSilence(rows: DigestRows, window: Window, nps: Nps, now: number) {
  const responseRate = responseRateOf(rows.surveys, window, now);
  const exact = nps.score === null ? null : estimateOf(nps).score;
  return {
    fates: fatesOf(rows.resolutions.filter(({ at }) => isWithin(at, window))),
    mayStillAnswer: (rows.waiting ?? []).filter(hasReached).length,
    responseRate: { ...responseRate, rate: responseRate.rate === null ? null : shownRate(responseRate.rate) },
    sensitivity: sensitivityOf(exact, responseRate.rate),
  };
}

function unmatchedOf(themes: DigestRows["themes"], redact: Redact): Unmatched[] {
  const listed = (themes?.unmatched ?? []).slice(0, UNMATCHED);
  const redacted = listed.map(({ id, comment }) => ({ responseId: id, text: redact(comment ?? "", id).trim() }));
  return redacted.filter(({ text }) => text !== "");
}

/** The figures about what was said in words. */
function inWords(counted: readonly Answer[], themes: DigestRows["themes"], { id, minAnswers, redact }: DigestFrame) {
  const shown = (theme: Theme) => ({ ...theme, detractors: theme.mentions < minAnswers ? null : theme.detractors });
  return {
    themes: (themes?.found ?? []).map(shown),
    comments: {
      with: counted.filter(({ comment }) => comment?.trim()).length,
      matched: themes?.matched ?? 0,
      dictionary: themes?.version ?? null,
      unmatched: unmatchedOf(themes, redact),
    },
    verbatims: chooseVerbatims(counted, { week: id.week, atMost: VERBATIMS, redact }),
  };
}

/** The digest of a week, counted from rows alone: the same rows and frame always give the same document. */
export function digestOf(rows: DigestRows, frame: DigestFrame): Digest {
  const { id, scale, products: named, now } = frame;
  const window = windowOf(id.week, id.zone);
  const { counted, excluded, recovery, superseded } = sortAnswers(rows.answers, window);
  const onScale = counted.filter((answer) => answer.scale === scale);
  const histogram = histogramOf(onScale);
  const counts = countsOf(histogram);
  const nps = npsOf(counts, frame);
  const past = rows.past.filter(({ week }) => week < id.week);
  return {
    id,
    window: { from: instant(window.from), to: instant(window.to) },
    scale,
    nps,
    histogram: histogramByScore(histogram, scale),
    otherScales: otherScales(counted, frame),
    setAside: {
      excluded: byReason(excluded.map((answer) => answer.excluded)),
      recovery: recovery.length,
      superseded: superseded.length,
    },
    ...overWeeks(counts, past, frame),
    ...aboutSilence(rows, window, nps, now),
    board: boardOf({ week: id.week, products: byProduct(onScale), past, named, decisions: rows.decisions }, frame),
    ...inWords(counted, rows.themes, frame),
    cases: caseFiguresOf(rows.cases, rows.answers, window, now),
    wordOfMouth: rows.wordOfMouth ?? NO_WORD_OF_MOUTH,
    shadowing: rows.shadowing ?? NO_SHADOWING,
  };
}
