import { channelOf } from "../interaction/address.ts";

/** As much of a post as decides how long it has to wait. */
export interface Waiting {
  readonly lane: string;
  readonly message: { readonly kind: string; readonly replaces?: string; readonly privateTo?: string };
}

/** When each channel and lane takes something again: by its platform's pace, and by the platform's own word. */
export interface Pace {
  /** How many channels and lanes have to wait. */
  readonly size: number;
  /** Those that may be posted now: one to a lane that is not busy, whichever desk it is from, and no two new messages to one channel that keeps a pace. */
  postable<H extends { readonly post: Waiting }>(
    heads: readonly H[],
    isBusy: (lane: string) => boolean,
    now: number,
  ): H[];
  /** The post is being sent. */
  sent(post: Waiting, now: number): void;
  /** The platform wants what goes where this post goes left alone until then. */
  limited(post: Waiting, until: number): void;
}

const SHORTEST_RETRY_MS = 100;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 300_000;

/** Wait before the next attempt: doubles each time up to five minutes, then spread over half to one and a half of it. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20)) * (0.5 + random));
}

/** Wait before the next attempt, milliseconds: as long as the platform says, or by how often it was tried. */
export function retryWait(attempts: number, random: number, afterMs?: number): number {
  return Math.max(SHORTEST_RETRY_MS, afterMs ?? backoff(attempts, random));
}

/** Whether the post counts towards a channel's pace: edits and private words do not. */
function isPaced({ message }: Waiting): boolean {
  return message.replaces === undefined && message.privateTo === undefined;
}

/** What waits with a post that has to: its whole channel, but never for a detail. */
function limitedWith({ lane, message }: Waiting): string {
  return message.kind === "detail" ? lane : channelOf(lane);
}

function forget(until: Map<string, number>, now: number): void {
  for (const [channel, at] of until) if (at <= now) until.delete(channel);
}

/** Nothing has to wait yet; `paceMsOf` is the least time between two new messages to the lane's channel. */
export function createPace(paceMsOf: (lane: string) => number): Pace {
  const pacedUntil = new Map<string, number>();
  const limitedUntil = new Map<string, number>();
  return {
    get size() {
      return pacedUntil.size + limitedUntil.size;
    },
    postable: (heads, isBusy, now) => {
      for (const until of [pacedUntil, limitedUntil]) forget(until, now);
      const taken = new Set<string>();
      const lanes = new Set<string>();
      return heads.filter(({ post }) => {
        if (lanes.has(post.lane)) return false;
        lanes.add(post.lane);
        const channel = channelOf(post.lane);
        if (isBusy(post.lane) || limitedUntil.has(channel) || limitedUntil.has(post.lane)) return false;
        if (!isPaced(post)) return true;
        if (pacedUntil.has(channel) || taken.has(channel)) return false;
        if (paceMsOf(post.lane) > 0) taken.add(channel);
        return true;
      });
    },
    sent: (post, now) => {
      if (isPaced(post)) pacedUntil.set(channelOf(post.lane), now + paceMsOf(post.lane));
    },
    limited: (post, until) => void limitedUntil.set(limitedWith(post), until),
  };
}
