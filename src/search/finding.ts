import type { Band } from "../survey/score.ts";
import type { SearchQuery } from "./query.ts";

/** What is looked for among what was written; every condition must hold. */
export interface SearchWanted {
  readonly query: SearchQuery;
  /** Id of the product that the conversation is about. */
  readonly product?: string;
  /** A band in which the customer answered about the conversation. */
  readonly band?: Band;
  /** Address of a colleague who took part in the conversation. */
  readonly agent?: string;
  /** Whose conversations; of everybody if absent, of nobody if empty. */
  readonly customerIds?: readonly string[];
  /** Written from then on, and before then, milliseconds since 1970; to the second. */
  readonly from?: number;
  readonly to?: number;
  /** Only what stands behind this place: the next page. */
  readonly behind?: number;
  readonly limit: number;
}

/** One entry of a conversation, or one reason for a score, in which the words stand. */
export interface Found {
  readonly kind: "entry" | "comment";
  /** The entry's or the response's. */
  readonly id: string;
  readonly interactionId: string;
  /** Where it stands among all that could be found; the newest stands highest. */
  readonly place: number;
}

/**
 * Search among what customers and agents wrote and have not taken back, and the reasons given for scores. A message that is such a reason
 * is found as the reason alone; of customers who do not want to be read to be learnt from, nothing is found.
 */
export interface Search {
  /** The newest first; what was written in the same second in no particular order. */
  search(wanted: SearchWanted): Promise<Found[]>;
  /** Customers in whose name the words stand, by id: those known last first. */
  searchPeople(query: SearchQuery, limit: number): Promise<string[]>;
}

/** Places that one second has room for. */
export const PLACES_A_SECOND = 2 ** 20;

/** The first place of the second in which the moment lies. */
export function firstPlace(at: number): number {
  return Math.floor(at / 1_000) * PLACES_A_SECOND;
}
