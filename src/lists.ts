import type { Entry } from "./interaction/transcript.ts";
import type { CaseCounts, CaseHolder, CaseListWish, CaseLook, CaseSought } from "./recovery/case-list.ts";

/** Which posts of a lane are wanted. */
export interface StandingWish {
  readonly lane: string;
  /** Address of the reader: what is for one person alone is listed to that person. */
  readonly reader: string | null;
  /** Those of a lower id alone: the next page. */
  readonly before: string | null;
  readonly limit: number;
}

/** Lists that pages are made of: in an order and by conditions that a plain list of rows does not know, a page at a time; by id, unless rows are named. */
export interface PageLists {
  /** Ids of cases, those first in which somebody has to be in touch, the longest due of them before the others, then what is open, then what was closed last. */
  listCases(wish: CaseListWish): Promise<string[]>;
  /** How many cases there are on each list. */
  countCases(sought: CaseSought, look: CaseLook): Promise<CaseCounts>;
  /** Who has open cases, those with most of them first, by the name that stands on the most urgent; fifty people at most. */
  listCaseOwners(): Promise<CaseHolder[]>;
  /** Ids of the posts that stand in the lane, the latest first: what was replaced there is not among them. */
  listStanding(wish: StandingWish): Promise<string[]>;
  /** So many of the last messages of each of the conversations, each one's latest first. */
  listLatestEntries(interactionIds: readonly string[], each: number): Promise<Entry[]>;
}

/** So many people are named at most. */
export const MOST_OWNERS = 50;
