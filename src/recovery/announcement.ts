import { drawOf } from "../draw.ts";
import type { TeamPost } from "../team/team-post.ts";

/** What a telling is about: a cause by which cases were closed, or a product. */
export const RAISED_KINDS = ["product", "cause"] as const;
export type RaisedKind = (typeof RAISED_KINDS)[number];

/** Cause or product that customers raised, by its id in the settings. */
export interface Raised {
  readonly aboutKind: RaisedKind;
  readonly about: string;
}

/** Why somebody who raised it is not told, the first that holds. */
export const LEFT_OUT = ["withdrawn", "team-member", "opted-out", "told-already", "unreachable"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** How many are to be told, and how many are not, by reason; as of the preview. */
export interface TellingCounts {
  readonly toTell: number;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

/** "You said, we did": one sentence to exactly those customers who raised something, confirmed by a person before anybody reads it. */
export interface Announcement extends Raised {
  readonly id: string;
  readonly version: number;
  readonly sentence: string;
  readonly byAddress: string;
  readonly byName: string | null;
  readonly state: "previewed" | "confirmed" | "cancelled";
  /** When it was previewed: who raises it later is not told. */
  readonly at: number;
  readonly counts: TellingCounts;
  /** Id of the last customer of whom it was decided whether they are told; empty before the first. */
  readonly listed: string;
  /** When the clock must go on with the next customers; null where there are none. */
  readonly dueAt: number | null;
  /** Where the preview stands, to be replaced; null where it was shown by other means. */
  readonly preview: TeamPost | null;
}

/** One customer's part in a telling. */
export interface ToldRow {
  /** See {@link toldId}: nobody is told the same twice. */
  readonly id: string;
  readonly version: number;
  readonly announcementId: string;
  readonly customerId: string;
  /** Where they raised it. */
  readonly interactionId: string;
  readonly state: "waiting" | "said" | "left-out";
  /** Why they were left out after all. */
  readonly reason: LeftOut | null;
  /** When it is to be said; null once that is over. */
  readonly dueAt: number | null;
  readonly postId: string | null;
}

const HASHED = 2 ** 32;

/** The same customer has the same id in every telling of the same sentence about the same thing. */
export function toldId(
  { aboutKind, about, sentence }: Raised & Pick<Announcement, "sentence">,
  customerId: string,
): string {
  const hash = Math.floor(drawOf(sentence) * HASHED).toString(36);
  return `${aboutKind}:${about}:${hash}:${customerId}`;
}

/** Reads `product:billing` or `cause:slow`, as a form names it; null for anything else. */
export function readRaised(text: string): Raised | null {
  const [kind, ...rest] = text.split(":");
  const aboutKind = RAISED_KINDS.find((one) => one === kind);
  const about = rest.join(":");
  return aboutKind === undefined || about === "" ? null : { aboutKind, about };
}

/** The text that {@link readRaised} reads. */
export function raisedText({ aboutKind, about }: Raised): string {
  return `${aboutKind}:${about}`;
}
