import type { Band } from "../survey/score.ts";
import type { TeamPost } from "../team/team-post.ts";

/** What a draw is limited to: a filtered sitting is no mixed one, and is shown as what it is. */
export interface SittingFilter {
  /** Id of a product. */
  readonly product?: string;
  readonly band?: Band | "silent";
  /** ISO week in which the conversation was resolved, e.g. `2026-W46`. */
  readonly week?: string;
  /** Id of a theme that the customer's reason names. */
  readonly theme?: string;
}

/** Whether both limit a draw to the same; none of them is as good as one that limits it to nothing. */
export function isSameFilter(one: SittingFilter | null, other: SittingFilter | null): boolean {
  const told = (filter: SittingFilter | null) => JSON.stringify(Object.entries(filter ?? {}).toSorted());
  return told(one) === told(other);
}

/** As what a conversation was drawn: of the mixed ones, or any. */
export type DrawnAs = "detractor" | "silent" | "promoter" | "random";

/**
 * One time at which somebody is to sit down with conversations: of a shift, or begun by themself.
 *
 * `begun`: at least one was opened. `kept`: all of them were read, guessed and closed with a lesson. One that was only begun is neither kept nor missed.
 */
export interface Appointment {
  readonly id: string;
  readonly version: number;
  /** Null where they began it themself. */
  readonly shiftId: string | null;
  readonly whoAddress: string;
  readonly whoName: string | null;
  /** When it was due. */
  readonly at: number;
  readonly state: "offered" | "begun" | "kept" | "missed";
  readonly filter: SittingFilter | null;
  /** What the draw was drawn with: the same seed over the same rows draws the same. */
  readonly seed: string;
  /** What the draw would have had and did not find. */
  readonly lacking: readonly DrawnAs[];
  readonly offeredAgainAt: number | null;
  readonly keptAt: number | null;
  /** When the clock must look at it next; null once there is nothing to look for. */
  readonly dueAt: number | null;
  readonly posts: readonly TeamPost[];
}
