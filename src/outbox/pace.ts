import { channelOf } from "../interaction/address.ts";
import { createDeadlines } from "./deadlines.ts";
import type { PassedOver, Reach } from "./passed-over.ts";
import { isPaced, type Pause, pausedBy, placesAfter, placesBefore, type Waiting } from "./pause.ts";

/** When each channel takes something again: by its platform's pace, and by the platform's own word. */
export interface Pace {
  /** Whether it may be posted now. */
  takes(post: Waiting, now: number): boolean;
  /** The post is taken up: until it is sent or let go of, no other new message to its channel is, where that keeps a pace. */
  reserve(post: Waiting): void;
  /** Until when the channel takes no other new message if the post is sent now; undefined where it keeps no pace. */
  pacedUntil(post: Waiting, now: number): number | undefined;
  /** The post is being sent. */
  sent(post: Waiting, now: number): void;
  /** The post is no longer under way. */
  letGo(post: Waiting): void;
  /** The platform wants what goes where this post goes left alone until then. */
  limited(post: Waiting, until: number, reach?: Reach): void;
  /** Another has found that something has to wait. */
  learn(pause: Pick<Pause, "id" | "until">): void;
  /** What takes nothing now. */
  passedOver(now: number): PassedOver;
  /** When something takes posts again that takes none now; infinite where nothing has to wait. */
  freeAt(): number;
}

const SHORTEST_RETRY_MS = 100;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 300_000;
const FIRST_MENDING_MS = 300_000;
const LONGEST_MENDING_MS = 3_600_000;

/** Wait before the next attempt: doubles each time up to five minutes, then spread over half to one and a half of it. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20)) * (0.5 + random));
}

/** Wait before the next attempt, milliseconds: as long as the platform says, or by how often it was tried. */
export function retryWait(attempts: number, random: number, afterMs?: number): number {
  return Math.max(SHORTEST_RETRY_MS, afterMs ?? backoff(attempts, random));
}

/** Wait where a person must mend something first, milliseconds: five minutes at first, doubled each time up to an hour. */
export function mendingWait(attempts: number, random: number): number {
  const wait = FIRST_MENDING_MS * 2 ** Math.min(attempts, 20) * (0.5 + random);
  return Math.round(Math.min(LONGEST_MENDING_MS, wait));
}

/** Nothing has to wait yet; `paceMsOf` is the least time between two new messages to the lane's channel. */
export function createPace(paceMsOf: (lane: string) => number): Pace {
  const reserved = new Map<string, string>();
  const waits = {
    ...{ platform: createDeadlines(), space: createDeadlines(), channel: createDeadlines() },
    ...{ lane: createDeadlines(), paced: createDeadlines() },
  };
  const keepsPace = (post: Waiting) => isPaced(post) && paceMsOf(post.lane) > 0;
  const letGo = ({ lane }: Waiting): void => {
    if (reserved.get(channelOf(lane)) === lane) reserved.delete(channelOf(lane));
  };
  return {
    takes: (post, now) => {
      if (placesBefore(post).some(({ what, place }) => waits[what].has(place, now))) return false;
      return !isPaced(post) || !reserved.has(channelOf(post.lane));
    },
    reserve: (post) => {
      if (keepsPace(post)) reserved.set(channelOf(post.lane), post.lane);
    },
    pacedUntil: (post, now) => (keepsPace(post) ? now + paceMsOf(post.lane) : undefined),
    sent: (post, now) => {
      if (!keepsPace(post)) return;
      letGo(post);
      waits.paced.set(channelOf(post.lane), now + paceMsOf(post.lane));
    },
    letGo,
    limited: (post, until, reach) => {
      for (const { what, place } of placesAfter(post, reach)) waits[what].set(place, until);
    },
    learn: ({ id, until }) => {
      const { what, place } = pausedBy(id);
      waits[what].set(place, until);
    },
    passedOver: (now) => ({
      platforms: waits.platform.names(now),
      spaces: waits.space.names(now),
      channels: waits.channel.names(now),
      lanes: waits.lane.names(now),
      paced: [...reserved.keys(), ...waits.paced.names(now)],
    }),
    freeAt: () => Math.min(...Object.values(waits).map(({ earliest }) => earliest())),
  };
}
