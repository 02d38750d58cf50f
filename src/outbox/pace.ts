import { channelOf, platformOf, spaceOf } from "../interaction/address.ts";
import { createDeadlines } from "./deadlines.ts";
import type { PassedOver, Reach } from "./passed-over.ts";

/** As much of a post as decides how long it has to wait. */
export interface Waiting {
  readonly lane: string;
  readonly message: { readonly kind: string; readonly replaces?: string; readonly privateTo?: string };
}

/** When each channel takes something again: by its platform's pace, and by the platform's own word. */
export interface Pace {
  /** Whether it may be posted now. */
  takes(post: Waiting, now: number): boolean;
  /** The post is taken up: until it is sent or let go of, no other new message to its channel is, where that keeps a pace. */
  reserve(post: Waiting): void;
  /** The post is being sent. */
  sent(post: Waiting, now: number): void;
  /** The post is no longer under way. */
  letGo(post: Waiting): void;
  /** The platform wants what goes where this post goes left alone until then. */
  limited(post: Waiting, until: number, reach?: Reach): void;
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

/** Whether the post counts towards a channel's pace: edits and private words do not. */
function isPaced({ message }: Waiting): boolean {
  return message.replaces === undefined && message.privateTo === undefined;
}

/** Nothing has to wait yet; `paceMsOf` is the least time between two new messages to the lane's channel. */
export function createPace(paceMsOf: (lane: string) => number): Pace {
  const reserved = new Map<string, string>();
  const [paced, lanes, channels] = [createDeadlines(), createDeadlines(), createDeadlines()];
  const [spaces, platforms] = [createDeadlines(), createDeadlines()];
  const keepsPace = (post: Waiting) => isPaced(post) && paceMsOf(post.lane) > 0;
  const letGo = ({ lane }: Waiting): void => {
    if (reserved.get(channelOf(lane)) === lane) reserved.delete(channelOf(lane));
  };
  return {
    takes: (post, now) => {
      const { lane } = post;
      const channel = channelOf(lane);
      const isLimited = lanes.has(lane, now) || channels.has(channel, now) || spaces.has(spaceOf(lane), now);
      if (isLimited || platforms.has(platformOf(lane), now)) return false;
      return !keepsPace(post) || !(reserved.has(channel) || paced.has(channel, now));
    },
    reserve: (post) => {
      if (keepsPace(post)) reserved.set(channelOf(post.lane), post.lane);
    },
    sent: (post, now) => {
      if (!keepsPace(post)) return;
      letGo(post);
      paced.set(channelOf(post.lane), now + paceMsOf(post.lane));
    },
    letGo,
    limited: ({ lane, message }, until, reach) => {
      // No word waits for a detail that has to.
      if (message.kind === "detail") lanes.set(lane, until);
      else channels.set(channelOf(lane), until);
      if (reach === "space") spaces.set(spaceOf(lane), until);
      if (reach === "platform") platforms.set(platformOf(lane), until);
    },
    passedOver: (now) => ({
      platforms: platforms.names(now),
      spaces: spaces.names(now),
      channels: channels.names(now),
      lanes: lanes.names(now),
      paced: [...reserved.keys(), ...paced.names(now)],
    }),
    freeAt: () => Math.min(...[paced, lanes, channels, spaces, platforms].map(({ earliest }) => earliest())),
  };
}
