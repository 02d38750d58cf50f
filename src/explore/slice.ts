import type { FateCount } from "../digest/fates.ts";
import type { Invited } from "../digest/invited.ts";
import type { ScoreCount } from "../digest/score-counts.ts";
import type { Window } from "../digest/week.ts";
import type { Response } from "../survey/response.ts";
import type { Band } from "../survey/score.ts";

/** By what answers and conversations may be chosen; what is not named may be anything. */
export interface SliceFilter {
  readonly product?: string | undefined;
  /** Address of the agent who is credited. */
  readonly agent?: string | undefined;
  /** A platform, `platform:space`, or one channel of it. */
  readonly channel?: string | undefined;
  /** Language in which the question was put. */
  readonly language?: string | undefined;
}

/** The filters by their names, in the order in which they are offered. */
export const SLICE_FILTERS = ["product", "agent", "channel", "language"] as const;
export type SliceFilterName = (typeof SLICE_FILTERS)[number];

/** How many resolutions came to the same fate, and whether they were brought in from another tool. */
export interface TalkCount extends FateCount {
  readonly imported: boolean;
}

/** What happened to the cases of a slice, each figure counted when it happened, as the digest counts them. */
export interface SliceCases {
  readonly opened: number;
  readonly contactedInTime: number;
  readonly overdue: number;
  readonly resolved: number;
}

/** What a span comes to among those that the filter chooses. Which answer of a customer counts is settled before anything is chosen. */
export interface SliceCounts {
  readonly scores: readonly ScoreCount[];
  readonly talks: readonly TalkCount[];
  readonly invited: Invited;
  readonly cases: SliceCases;
}

/** The answers of one week of a series, each customer's latest in it. */
export interface WeekScores {
  /** First moment of the week, milliseconds since 1970. */
  readonly from: number;
  readonly scores: readonly ScoreCount[];
}

/** An answer with a comment. */
export interface SlicedComment {
  readonly answer: Response;
  /** In which it was asked for; null where that is not known. */
  readonly language: string | null;
}

/** Which comments of a slice are listed, the newest first. */
export interface CommentPage {
  readonly limit: number;
  /** The last one of the page before. */
  readonly behind?: { readonly at: number; readonly id: string } | undefined;
  /** Those of one band alone; of all where it is not named. */
  readonly band?: Band | undefined;
}

/** What may be chosen: the values there are, the most frequent first. */
export interface SliceValues {
  readonly channel: readonly string[];
  readonly language: readonly string[];
  readonly agent: readonly string[];
}

/** Most values of each that are offered. */
export const MOST_VALUES = 30;

/** A window with a filter. */
export interface Slice extends Window {
  readonly filter: SliceFilter;
}
