import { channelOf, platformOf, spaceOf } from "../interaction/address.ts";
import type { Reach } from "./passed-over.ts";

/** Until when a place takes nothing, whoever posts: kept beside the posts, for what one dispatcher learns binds the others. */
export interface Pause {
  /** What has to wait, and its address, e.g. `channel slack:T1:C1`. */
  readonly id: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What may have to wait: `paced` is a channel that takes an edit or a private word, and nothing else. */
export const PAUSABLE = ["platform", "space", "channel", "lane", "paced"] as const;
export type Pausable = (typeof PAUSABLE)[number];

/** As much of a post as decides how long it has to wait. */
export interface Waiting {
  readonly lane: string;
  readonly message: { readonly kind: string; readonly replaces?: string; readonly privateTo?: string };
}

/** Whether the post counts towards a channel's pace: edits and private words do not. */
export function isPaced({ message }: Waiting): boolean {
  return message.replaces === undefined && message.privateTo === undefined;
}

/** The part of an address that has to wait with the others. */
export function placeOfPause(what: Pausable, lane: string): string {
  if (what === "lane") return lane;
  if (what === "space") return spaceOf(lane);
  return what === "platform" ? platformOf(lane) : channelOf(lane);
}

/** The id of a place's pause. */
export function pauseId(what: Pausable, lane: string): string {
  return `${what} ${placeOfPause(what, lane)}`;
}

/** What a pause's id names. */
export function pausedBy(id: string): { readonly what: Pausable; readonly place: string } {
  const [what = "", ...place] = id.split(" ");
  return { what: PAUSABLE.find((one) => one === what) ?? "lane", place: place.join(" ") };
}

/** The pauses that keep the post from being sent. */
export function pausesBefore(post: Waiting): string[] {
  return PAUSABLE.filter((what) => what !== "paced" || isPaced(post)).map((what) => pauseId(what, post.lane));
}

/** What has to wait where the platform wants what goes where this post goes left alone: no word waits for a detail that has to. */
export function pausesAfter({ lane, message }: Waiting, reach?: Reach): string[] {
  const least = pauseId(message.kind === "detail" ? "lane" : "channel", lane);
  return reach === undefined ? [least] : [least, pauseId(reach, lane)];
}
