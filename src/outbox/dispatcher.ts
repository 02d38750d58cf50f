import type { Bot } from "../bot.ts";
import { platformOf, spaceOf } from "../interaction/address.ts";
import type { Among, Chat, Clock, Log, Store } from "../ports.ts";
import { createDelivery, type Head, type ResultListener } from "./delivery.ts";
import { LEASE_MS } from "./lease.ts";
import { createLooks } from "./looks.ts";
import { createPace } from "./pace.ts";
import type { PassedOver } from "./passed-over.ts";
import { PRECEDENCE } from "./precedence.ts";
import { createSilences } from "./silences.ts";
import { createSlots } from "./slots.ts";

export interface DispatcherConfig {
  readonly store: Store;
  readonly bot: Bot;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
  /** Who holds what this one is sending; no other dispatcher on the store, nor one before it, may have the same. */
  readonly owner: string;
  /** Spreads retries; in [0, 1). */
  readonly random?: () => number;
  /** How often the outbox is looked at without being woken, milliseconds. */
  readonly pollMs?: number;
  /** After this long without an answer nobody knows whether a post was taken, milliseconds. */
  readonly postTimeoutMs?: number;
  /** How long a post is held unless that is renewed, milliseconds. */
  readonly leaseMs?: number;
  /** Hears how each attempt ended. */
  readonly onResult?: ResultListener;
}

/**
 * Posts, and alone may: any number of them work on one store. Order within a lane is kept; lanes do not wait for each other, but
 * where more wait than may be under way at once they leave by precedence, the oldest first. What one holds the others leave alone,
 * until its lease has run out.
 */
export interface Dispatcher {
  /** Posts whatever is due, and returns when nothing more is; gives how many posts were attempted. */
  drain(): Promise<number>;
  start(): void;
  /** Looks at the outbox soon: something was just put there. */
  wake(): void;
  /** Takes up nothing new and returns when what was under way is settled. */
  stop(): Promise<void>;
}

/** A look reads this many heads more than it can take up, in case some are another's. */
const SPARE = 4;
/** Least time between two looks, milliseconds: however much ends or is put there meanwhile, the next one sees all of it. */
const REST_MS = 10;
/** When the outbox is looked at from its start again while more and more leaves of it, milliseconds: later where that takes long. */
const START_AGAIN_MS = 40;
const LATEST_START_MS = 500;

/** Where in the outbox a look stands. */
type LookedTo = Pick<Among, "kinds" | "after">;
const START: LookedTo = { kinds: PRECEDENCE, after: "" };

function asItStands({ desk, post }: Head): string {
  return `${desk} ${post.id} ${post.version}`;
}

export function createDispatcher(config: DispatcherConfig): Dispatcher {
  const { store, clock, log, random = Math.random, pollMs = 1_000 } = config;
  const { postTimeoutMs = 30_000, leaseMs = LEASE_MS } = config;
  const chats = new Map(config.chats.map((chat) => [chat.platform, chat]));
  const chatOf = (lane: string): Chat | undefined => chats.get(platformOf(lane));
  const silences = createSilences();
  const slots = createSlots((platform) =>
    silences.mostAtOnce(platform, chats.get(platform)?.mostAtOnce ?? Number.POSITIVE_INFINITY),
  );
  const pace = createPace((lane) => chatOf(lane)?.paceMs ?? 0);
  const underWay = new Set<Promise<void>>();
  /** What the bot would not have moved as it stands: looked at again with the next poll, lest it be tried without end. */
  const refused = new Set<string>();
  /** A lane of each space that was found to be another process's. */
  const elsewhere = new Map<string, string>();
  const isOurs = (lane: string): boolean => {
    const isServed = chatOf(lane)?.serves?.(lane) ?? true;
    if (isServed) elsewhere.delete(spaceOf(lane));
    else elsewhere.set(spaceOf(lane), lane);
    return isServed;
  };
  const onRefused = (head: Head) => void refused.add(asItStands(head));
  const deliver = createDelivery({ ...config, chatOf, pace, silences, random, postTimeoutMs, leaseMs, onRefused });
  let poll: NodeJS.Timeout | undefined;
  let paceEnd: NodeJS.Timeout | undefined;
  let isStopping = false;
  let place = START;
  /** From when on the outbox is to be looked at from its start again, where nothing new makes that sooner. */
  let startAgainAt = 0;

  const begin = (head: Head): Promise<void> => {
    const { post } = head;
    slots.take(post.lane);
    pace.reserve(post);
    const done = deliver(head).finally(() => {
      slots.give(post.lane);
      pace.letGo(post);
      underWay.delete(done);
    });
    underWay.add(done);
    return done;
  };

  const passedOver = (now: number): PassedOver => {
    const [limited, busy] = [pace.passedOver(now), slots.passedOver()];
    const platforms = [...limited.platforms, ...busy.platforms];
    const others = [...elsewhere].filter(([, lane]) => !isOurs(lane)).map(([space]) => space);
    const spaces = [...limited.spaces, ...others];
    return { ...limited, platforms, spaces, lanes: [...limited.lanes, ...busy.lanes] };
  };

  const mayBegin = (head: Head, now: number): boolean => {
    const { post } = head;
    return isOurs(post.lane) && slots.isFree(post.lane) && pace.takes(post, now) && !refused.has(asItStands(head));
  };

  /** Page for page from there on past what cannot go now, until nothing more may be under way or nothing more is due. */
  const takeUpFrom = async (from: LookedTo): Promise<Promise<void>[]> => {
    const begun: Promise<void>[] = [];
    place = from;
    while (slots.free > 0) {
      const now = clock.now();
      const limit = slots.free + SPARE;
      const heads = await store.heads(now, limit, { ...place, except: passedOver(now) });
      if (isStopping) break;
      const fit = heads.filter((head) => {
        const isFit = mayBegin(head, now);
        if (isFit) begun.push(begin(head));
        return isFit;
      });
      const last = slots.free > 0 ? heads.at(-1) : fit.at(-1);
      if (last) place = { kinds: PRECEDENCE.slice(PRECEDENCE.indexOf(last.post.message.kind)), after: last.post.id };
      if (heads.length < limit) break;
    }
    return begun;
  };
  const takeUp = (): Promise<Promise<void>[]> => takeUpFrom(START);

  const drain = async (): Promise<number> => {
    let count = 0;
    for (let batch = await takeUp(); batch.length > 0 && !isStopping; batch = await takeUp()) {
      count += batch.length;
      await Promise.all(batch);
    }
    return count;
  };

  /** A channel whose pace ends is not kept waiting for the poll. */
  const wakeAtPaceEnd = (): void => {
    clearTimeout(paceEnd);
    const waitMs = pace.freeAt() - clock.now();
    if (waitMs < pollMs) paceEnd = setTimeout(looks.wake, Math.max(0, waitMs));
  };

  /** What has ended makes room for what comes after: only now and then is everything passed over again that had to wait. */
  const takeUpMore = async (): Promise<Promise<void>[]> => {
    const more = performance.now() < startAgainAt ? await takeUpFrom(place) : [];
    if (more.length > 0 || isStopping) return more;
    const begunAt = performance.now();
    const found = await takeUp();
    const endedAt = performance.now();
    startAgainAt = endedAt + Math.min(LATEST_START_MS, Math.max(START_AGAIN_MS, 9 * (endedAt - begunAt)));
    return found;
  };

  const look = async (): Promise<void> => {
    try {
      for (const done of await takeUpMore())
        void done.then(looks.wake, (error) => log.fault("The outbox could not be written", { error: String(error) }));
    } catch (error) {
      log.fault("The outbox could not be read; it will be tried again", { error: String(error) });
    }
    wakeAtPaceEnd();
  };
  const looks = createLooks(look, REST_MS);
  const wake = (): void => {
    startAgainAt = 0;
    looks.wake();
  };

  return {
    drain,
    wake,
    start() {
      poll = setInterval(() => {
        refused.clear();
        wake();
      }, pollMs);
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(poll);
      await looks.end();
      clearTimeout(paceEnd);
      await Promise.allSettled(underWay);
    },
  };
}
