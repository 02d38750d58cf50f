import type { Ledger } from "./digest/fates.ts";
import type { HeardCount } from "./digest/heard-again.ts";
import type { Outcomes } from "./digest/outcomes.ts";
import type { RecoveredCounts } from "./digest/recovered.ts";
import type { AsideCount, ScoreCount } from "./digest/score-counts.ts";
import type { Settled } from "./digest/settled.ts";
import type { Window } from "./digest/week.ts";
import type { WordOfMouthCounts } from "./digest/word-of-mouth.ts";
import type { EnhancementCount } from "./enhance/enhancement-counts.ts";
import type {
  CommentPage,
  Slice,
  SliceCounts,
  SlicedComment,
  SliceFilter,
  SliceValues,
  WeekScores,
} from "./explore/slice.ts";
import type { Response } from "./survey/response.ts";

/** What the digest and the pages ask of more rows than anybody should read: the store gives what the rules would make of them. */
export interface Tallies {
  /** The answers given in the window that count, by scale, product and score: `countScores` of its rows. */
  countScores(window: Window): Promise<ScoreCount[]>;
  /** The other answers given in the window, by why they do not count: `countAside` of its rows. */
  countAside(window: Window): Promise<AsideCount[]>;
  /** Those of these answers that have a comment, by id. */
  listCommented(window: Window): Promise<Response[]>;
  /** What became of the conversations of the window alone: `ledgerOf` its rows. */
  countFates(window: Window): Promise<Ledger>;
  /** What else the window came to as of `now`: `outcomesOf` its rows. */
  countOutcomes(window: Window, now: number): Promise<Outcomes>;
  /** What was told in the window with answers that count, and which promises were asked about in it: `wordOfMouthOf` its rows. */
  countWordOfMouth(window: Window): Promise<WordOfMouthCounts>;
  /** `countEnhancements` of all there are. */
  countEnhancements(): Promise<EnhancementCount[]>;
  /** How many of the window's conversations were answered, and how many nobody said anything about: `settledOf` its resolutions. */
  countSettled(window: Window): Promise<Settled>;
  /** How customers were heard from again up to that moment: `countHeardAgain` of all rows, in no particular order. */
  countHeardAgain(until: number): Promise<HeardCount[]>;
  /** What became of the detractors of the window by its end: `countRecovered` of its rows. */
  countRecovered(window: Window): Promise<RecoveredCounts>;
  /** What the slice came to as of `now`: `sliceOf` all rows. */
  countSlice(slice: Slice, now: number): Promise<SliceCounts>;
  /** The answers in each of the windows that count, chosen by the filter: `chosenScores` of all rows, window by window. */
  countSliceWeeks(weeks: readonly Window[], filter: SliceFilter): Promise<WeekScores[]>;
  /** The answers of the slice that have a comment, the latest first. */
  listSliceComments(slice: Slice, page: CommentPage): Promise<SlicedComment[]>;
  /** How many of the answers of the slice have a comment. */
  countSliceComments(slice: Slice): Promise<number>;
  /** The channels, languages and agents of all conversations that were resolved. */
  listSliceValues(): Promise<SliceValues>;
}
