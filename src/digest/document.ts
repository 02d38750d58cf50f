import type { Scale } from "../survey/score.ts";
import type { AimFigure } from "./aim.ts";
import type { AskingFigures } from "./asking.ts";
import type { BoardRow } from "./board.ts";
import type { CaseFigures } from "./case-figures.ts";
import type { CordFigure } from "./cord-figures.ts";
import type { DigestTrend } from "./declared-change.ts";
import type { Ledger } from "./fates.ts";
import type { HeardAgain } from "./heard-again.ts";
import type { Nps } from "./nps.ts";
import type { RecentWeek } from "./recent-weeks.ts";
import type { Recovery } from "./recovered.ts";
import type { ResponseRate } from "./response-rate.ts";
import type { SetAside } from "./score-counts.ts";
import type { Sensitivity, Turning } from "./sensitivity.ts";
import type { SilenceFigures } from "./silence-figures.ts";
import type { TrialFigures } from "./trial.ts";
import type { Verbatim } from "./verbatims.ts";
import type { WordOfMouth } from "./word-of-mouth.ts";
import type { AgainstFigures } from "./words-against-numbers.ts";

/** What makes two digests the same one. */
export interface DigestId {
  /** ISO week, e.g. `2026-W46`. */
  readonly week: string;
  /** IANA time zone by whose calendar the week is counted. */
  readonly zone: string;
  readonly team: string;
}

/** Answers on a scale that is not the digest's. */
export interface OtherScale {
  readonly scale: Scale;
  readonly nps: Nps;
  readonly histogram: Readonly<Record<string, number>>;
}

/** This week against the last, for reference only; nulls where either has too few answers. */
export interface Comparison {
  readonly previous: Nps;
  /** Whole points. */
  readonly difference: number | null;
  /** Points, one decimal. */
  readonly interval95: readonly [number, number] | null;
  readonly p: number | null;
}

/** How often a theme was named, and by how many detractors (null below the least number of answers). */
export interface Theme {
  readonly theme: string;
  readonly mentions: number;
  readonly detractors: number | null;
}

/** A comment that named no theme. */
export interface Unmatched {
  readonly responseId: string;
  /** Redacted. */
  readonly text: string;
}

/** How many answers came with words, and how far the dictionary of themes covers them. */
export interface Comments {
  readonly with: number;
  readonly matched: number;
  /** Version of the dictionary; null where none was used: with comments, that they could not be read in good time. */
  readonly dictionary: string | null;
  /** The first of those that named no theme, so that words can be added for them. */
  readonly unmatched: readonly Unmatched[];
}

/** What a passive wrote. */
export interface EnhanceWords {
  readonly responseId: string;
  /** Redacted. */
  readonly text: string;
}

/** What passives would have changed about a product that the board says to enhance, and is not done yet. */
export interface ToEnhance {
  readonly product: string;
  readonly open: number;
  /** The newest words; null where nobody has left any. */
  readonly newest: EnhanceWords | null;
}

/** What somebody took from a conversation, without names. */
export interface LessonFigure {
  readonly id: string;
  readonly surprised: string;
  readonly toFix: string;
  /** Names of whose lesson it is and of who looks after it, where they are known. */
  readonly by: string | null;
  readonly owner: string | null;
  /** Day until which it is to be done, e.g. `2026-12-01`. */
  readonly dueOn: string | null;
  readonly state: "open" | "done";
}

/** The standing appointments of one leader that fell into the week. What was begun and not finished is neither kept nor missed. */
export interface SitterFigures {
  readonly name: string | null;
  readonly due: number;
  readonly kept: number;
  readonly missed: number;
}

/** How leaders sat down with conversations in the week. What is optional is absent where there was nothing. */
export interface ShadowingFigures {
  /** Standing appointments that fell into the week, and how they stood when it was counted. */
  readonly due: number;
  readonly kept: number;
  readonly missed?: number | undefined;
  /** Mean distance of guess and score in points, one decimal; null without a guess at a score that was given. */
  readonly guessError: number | null;
  /** How many guesses that is the mean of. */
  readonly guesses?: number | undefined;
  readonly people?: readonly SitterFigures[] | undefined;
  readonly openLessons?: number | undefined;
  /** Done in the week. */
  readonly doneLessons?: number | undefined;
  /** The newest of them, ten at most. */
  readonly lessons: readonly LessonFigure[];
}

/** The weekly digest, as it is stored, posted from and shown. */
export interface Digest extends Ledger {
  readonly id: DigestId;
  /** RFC 3339 times; `to` is not part of it. */
  readonly window: { readonly from: string; readonly to: string };
  readonly scale: Scale;
  readonly nps: Nps;
  readonly histogram: Readonly<Record<string, number>>;
  readonly otherScales: readonly OtherScale[];
  readonly setAside: SetAside;
  readonly rolling: { readonly weeks: number; readonly nps: Nps };
  readonly trend: DigestTrend;
  /** The last thirteen weeks, oldest first, this one included: what the picture shows. */
  readonly weeks: readonly RecentWeek[];
  readonly comparison: Comparison;
  readonly responseRate: ResponseRate;
  readonly sensitivity: readonly Sensitivity[];
  /** Null where there is nothing to turn; absent in a digest from before it was counted. */
  readonly turning?: Turning | null | undefined;
  readonly board: readonly BoardRow[];
  readonly themes: readonly Theme[];
  readonly comments: Comments;
  readonly verbatims: readonly Verbatim[];
  readonly cases: CaseFigures;
  /** How many detractors have recovered; absent in a digest of before that was counted. */
  readonly recovery?: Recovery | undefined;
  /** The oldest first; absent from digests that were counted before there were any. */
  readonly cords?: readonly CordFigure[] | undefined;
  readonly wordOfMouth: WordOfMouth;
  readonly shadowing: ShadowingFigures;
  readonly enhance: readonly ToEnhance[];
  readonly silence: SilenceFigures;
  readonly heardAgain: readonly HeardAgain[];
  readonly asking: AskingFigures;
  /** Whose words disagree with their number, by rule: counted are the answers, resolutions and cases listed, none of whose scores changes by it. Absent in a digest of before, and where words could not be read. */
  readonly wordsAgainstNumbers?: AgainstFigures | undefined;
  /** The trial of ways to ask; absent where there was none in the week. Counted as `TrialFigures` says. */
  readonly trial?: TrialFigures | undefined;
  /**
   * The decisions whose day fell into the week, judged by {@link judgedAim} from the product's counts in the four weeks before the decision's own
   * and the last four since; absent from digests that were counted before there were any.
   */
  readonly aims?: readonly AimFigure[] | undefined;
}

/** Whether there were comments which could not be read in good time: the digest has its figures and is without their words. */
export function areWordsMissing({ comments }: Pick<Digest, "comments">): boolean {
  return comments.with > 0 && comments.dictionary === null;
}
