import type { Bot } from "./bot.ts";
import type { PostMoved } from "./events.ts";
import { platformOf } from "./interaction/address.ts";
import type { Chat, Clock, Log, Outgoing, PostResult, Store } from "./ports.ts";
import type { Post } from "./rows.ts";

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

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 300_000;
const BATCH = 100;

/** Wait before the next attempt: doubles each time up to five minutes, then spread over half to one and a half of it. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20)) * (0.5 + random));
}

export function createDispatcher(config: DispatcherConfig): Dispatcher {
  const { store, bot, clock, log, random = Math.random, pollMs = 1_000 } = config;
  const chats = new Map(config.chats.map((chat) => [chat.platform, chat]));
  const underWay = new Map<string, Promise<void>>();
  const freeAt = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  const move = (post: Post, how: PostMoved["move"]) =>
    bot.handle({ kind: "post-moved", id: null, at: clock.now(), postId: post.id, move: how });

  const retry = (post: Post, reason: string, state: "pending" | "sending", afterMs?: number) =>
    move(post, {
      kind: "retry",
      dueAt: clock.now() + (afterMs ?? backoff(post.attempts, random())),
      error: reason,
      state,
    });

  const settle = async (post: Post, result: PostResult): Promise<void> => {
    if (result.kind === "posted") await move(post, result);
    else if (result.kind === "retry") await retry(post, result.reason, "pending", result.afterMs);
    else if (result.kind === "unknown") await retry(post, result.reason, "sending");
    else {
      log.fault("A message could not be delivered and will not be tried again", {
        post: post.id,
        to: post.lane,
        reason: result.reason,
      });
      await move(post, { kind: "failed", reason: result.reason });
    }
  };

  const outgoing = async (post: Post): Promise<Outgoing> => {
    const replaced = post.message.replaces ? await store.get("post", post.message.replaces) : null;
    return { post, replaces: replaced?.reference ?? null };
  };

  const attempt = async (post: Post): Promise<void> => {
    const chat = chats.get(platformOf(post.lane));
    if (!chat)
      return void (await retry(
        post,
        `no platform named ${platformOf(post.lane)} is connected`,
        post.state === "sending" ? "sending" : "pending",
      ));
    const sent = await outgoing(post);
    if (post.message.replaces && sent.replaces === null)
      return settle(post, { kind: "refused", reason: "nothing to replace" });
    const reference = post.state === "sending" ? await chat.find(sent) : null;
    if (reference !== null) return void (await move(post, { kind: "posted", reference }));
    const claimed = await move(post, { kind: "sending" });
    if (claimed.refusal) return;
    freeAt.set(post.lane, clock.now() + chat.paceMs);
    await settle(
      { ...post, attempts: post.attempts + 1 },
      await chat.post(sent).catch((error): PostResult => ({ kind: "unknown", reason: String(error) })),
    );
  };

  const deliver = async (post: Post): Promise<void> => {
    try {
      await attempt(post);
    } catch (error) {
      log.warn("An attempt to post could not be completed; it will be made again", {
        post: post.id,
        error: String(error),
      });
      const current = (await store.get("post", post.id)) ?? post;
      await retry(current, String(error), current.state === "sending" ? "sending" : "pending");
    }
  };

  const takeUp = async (): Promise<Promise<void>[]> => {
    const heads = await store.heads(clock.now(), BATCH);
    if (isStopping) return [];
    const free = heads.filter(({ lane }) => !underWay.has(lane) && (freeAt.get(lane) ?? 0) <= clock.now());
    return free.map((post) => {
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
