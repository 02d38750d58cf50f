import type { Bot } from "../bot.ts";
import type { PostMoved } from "../events.ts";
import { channelOf, platformOf } from "../interaction/address.ts";
import type { Chat, Clock, Log, Outgoing, PostResult, Store } from "../ports.ts";
import type { Post } from "../rows.ts";

export interface DispatcherConfig {
  readonly store: Store;
  readonly bot: Bot;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
  /** Spreads retries; in [0, 1). */
  readonly random?: () => number;
  /** How often the outbox is looked at without being woken, milliseconds. */
  readonly pollMs?: number;
  /** After this long without an answer nobody knows whether a post was taken, milliseconds. */
  readonly postTimeoutMs?: number;
}

/** The only one who posts. Order within a lane is kept; lanes do not wait for each other. */
export interface Dispatcher {
  /** Posts whatever is due, and returns when nothing more is; gives how many posts were attempted. */
  drain(): Promise<number>;
  start(): void;
  /** Looks at the outbox soon: something was just put there. */
  wake(): void;
  /** Takes up nothing new and returns when what was under way is settled. */
  stop(): Promise<void>;
}

/** Why a replacement fails whose target never stood anywhere. */
export const NOTHING_TO_REPLACE = "nothing to replace";

const SHORTEST_RETRY_MS = 100;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 300_000;
const BATCH = 100;

/** State in which a post that could not be attempted waits: what may have been sent still may have been. */
function unsent({ state }: Post): "pending" | "sending" {
  return state === "sending" ? "sending" : "pending";
}

/** Whether the post counts towards a channel's pace: edits and private words do not. */
function isPaced({ message }: Post): boolean {
  return message.replaces === undefined && message.privateTo === undefined;
}

/** What waits with a post that has to: its whole channel, but never for a detail. */
function limitedWith({ lane, message }: Post): string {
  return message.kind === "detail" ? lane : channelOf(lane);
}

function forget(until: Map<string, number>, now: number): void {
  for (const [channel, at] of until) if (at <= now) until.delete(channel);
}

/** Wait before the next attempt: doubles each time up to five minutes, then spread over half to one and a half of it. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20)) * (0.5 + random));
}

/** The result, or an unknown outcome where the platform throws or does not answer in time. */
async function resultOf(work: Promise<PostResult>, timeoutMs: number): Promise<PostResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PostResult>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "unknown", reason: `no answer within ${timeoutMs} ms` }), timeoutMs);
  });
  const failed = (error: unknown): PostResult => ({ kind: "unknown", reason: String(error) });
  return Promise.race([work.catch(failed), late]).finally(() => clearTimeout(timer));
}

export function createDispatcher(config: DispatcherConfig): Dispatcher {
  const { store, bot, clock, log, random = Math.random, pollMs = 1_000, postTimeoutMs = 30_000 } = config;
  const chats = new Map(config.chats.map((chat) => [chat.platform, chat]));
  const underWay = new Map<string, Promise<void>>();
  /** When each channel takes a new message again by its pace, and anything at all by the platform's own word. */
  const pacedUntil = new Map<string, number>();
  const limitedUntil = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  const move = (post: Post, how: PostMoved["move"]) =>
    bot.handle({ kind: "post-moved", id: null, at: clock.now(), postId: post.id, move: how });

  const retry = (post: Post, reason: string, state: "pending" | "sending", afterMs?: number) => {
    const wait = Math.max(SHORTEST_RETRY_MS, afterMs ?? backoff(post.attempts, random()));
    if (afterMs !== undefined) limitedUntil.set(limitedWith(post), clock.now() + wait);
    return move(post, { kind: "retry", attempts: post.attempts + 1, dueAt: clock.now() + wait, error: reason, state });
  };

  const settlePosted = (post: Post, reference: string) => {
    const thread = chats.get(platformOf(post.lane))?.threadUnder(post.lane, reference) ?? null;
    return move(post, { kind: "posted", reference, thread });
  };

  const settle = async (post: Post, result: PostResult): Promise<void> => {
    if (result.kind === "posted") await settlePosted(post, result.reference);
    else if (result.kind === "retry") await retry(post, result.reason, "pending", result.afterMs);
    else if (result.kind === "unknown") await retry(post, result.reason, "sending", result.afterMs);
    else {
      const facts = { post: post.id, to: post.lane, reason: result.reason };
      log.fault("A message could not be delivered and will not be tried again", facts);
      await move(post, { kind: "failed", reason: result.reason });
    }
  };

  const outgoing = async (post: Post): Promise<Outgoing> => {
    const replaced = post.message.replaces ? await store.get("post", post.message.replaces) : null;
    return { post, replaces: replaced?.reference ?? null };
  };

  const attempt = async (post: Post): Promise<void> => {
    const chat = chats.get(platformOf(post.lane));
    if (!chat) {
      await retry(post, `no platform named ${platformOf(post.lane)} is connected`, unsent(post));
      return;
    }
    const sent = await outgoing(post);
    if (post.message.replaces && sent.replaces === null && post.message.kind !== "detail") {
      await settle(post, { kind: "refused", reason: NOTHING_TO_REPLACE });
      return;
    }
    const reference = post.state === "sending" ? await chat.find(sent) : null;
    if (reference !== null) {
      await settlePosted(post, reference);
      return;
    }
    const claimed = await move(post, { kind: "sending", version: post.version });
    if (claimed.refusal) return;
    if (isPaced(post)) pacedUntil.set(channelOf(post.lane), clock.now() + chat.paceMs);
    await settle(post, await resultOf(chat.post(sent), postTimeoutMs));
  };

  const deliver = async (post: Post): Promise<void> => {
    try {
      await attempt(post);
    } catch (error) {
      const facts = { post: post.id, error: String(error) };
      log.warn("An attempt to post could not be completed; it will be made again", facts);
      const current = (await store.get("post", post.id)) ?? post;
      await retry(current, String(error), unsent(current));
    }
  };

  /** Those that may be posted now: no two new messages to one channel that keeps a pace. */
  const postable = (heads: readonly Post[]): Post[] => {
    for (const until of [pacedUntil, limitedUntil]) forget(until, clock.now());
    const taken = new Set<string>();
    return heads.filter((post) => {
      const channel = channelOf(post.lane);
      if (underWay.has(post.lane) || limitedUntil.has(channel) || limitedUntil.has(post.lane)) return false;
      if (!isPaced(post)) return true;
      if (pacedUntil.has(channel) || taken.has(channel)) return false;
      if ((chats.get(platformOf(post.lane))?.paceMs ?? 0) > 0) taken.add(channel);
      return true;
    });
  };

  const takeUp = async (): Promise<Promise<void>[]> => {
    const heads = await store.heads(clock.now(), BATCH + underWay.size + pacedUntil.size + limitedUntil.size);
    if (isStopping) return [];
    return postable(heads).map((post) => {
      const done = deliver(post).finally(() => underWay.delete(post.lane));
      underWay.set(post.lane, done);
      return done;
    });
  };

  const drain = async (): Promise<number> => {
    let count = 0;
    for (let batch = await takeUp(); batch.length > 0 && !isStopping; batch = await takeUp()) {
      count += batch.length;
      await Promise.all(batch);
    }
    return count;
  };

  const look = async (): Promise<void> => {
    try {
      for (const done of await takeUp())
        void done.then(wake, (error) => log.fault("The outbox could not be written", { error: String(error) }));
    } catch (error) {
      log.fault("The outbox could not be read; it will be tried again", { error: String(error) });
    }
  };

  function wake(): void {
    if (!isStopping) setImmediate(() => void look());
  }

  return {
    drain,
    wake,
    start() {
      timer = setInterval(wake, pollMs);
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await Promise.allSettled(underWay.values());
    },
  };
}
