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

/** A place that has to wait with others of its kind. */
export interface PausedPlace {
  readonly what: Pausable;
  /** The part of an address that is meant, e.g. `slack:T1:C1`. */
  readonly place: string;
}

function placeIn(what: Pausable, lane: string): PausedPlace {
  if (what === "lane") return { what, place: lane };
  if (what === "space") return { what, place: spaceOf(lane) };
  return { what, place: what === "platform" ? platformOf(lane) : channelOf(lane) };
}

/** The id of a place's pause. */
export function pauseId({ what, place }: PausedPlace): string {
  return `${what} ${place}`;
}

/** What a pause's id names. */
export function pausedBy(id: string): PausedPlace {
  const [what = "", ...place] = id.split(" ");
  return { what: PAUSABLE.find((one) => one === what) ?? "lane", place: place.join(" ") };
}

/** Where a pause keeps the post from being sent. */
export function placesBefore(post: Waiting): PausedPlace[] {
  return PAUSABLE.filter((what) => what !== "paced" || isPaced(post)).map((what) => placeIn(what, post.lane));
}

/** The ids of the pauses that may keep the post from being sent, whichever dispatcher met what they tell of. */
export function pauseIdsBefore(post: Waiting): string[] {
  return placesBefore(post).map(pauseId);
}

/** What has to wait where the platform wants what goes where this post goes left alone: no word waits for a detail that has to. */
export function placesAfter({ lane, message }: Waiting, reach?: Reach): PausedPlace[] {
  const least = placeIn(message.kind === "detail" ? "lane" : "channel", lane);
  return reach === undefined ? [least] : [least, placeIn(reach, lane)];
}

/** The channel that takes no other new message for a while once the post is being sent. */
export function pacedPlace({ lane }: Pick<Waiting, "lane">): PausedPlace {
  return placeIn("paced", lane);
}

/** Whether it has to be waited for still. */
export function isOn({ until }: Pick<Pause, "until">, now: number): boolean {
  return until > now;
}
