import type { Bot, Handled } from "../bot.ts";
import { platformOf } from "../interaction/address.ts";
import type { Chat, Clock, Log, Outgoing, PostResult, Store } from "../ports.ts";
import type { Post, PostMove } from "../rows.ts";
import { LEASE_MS, renewalOf } from "./lease.ts";
import { createPace, retryWait } from "./pace.ts";
import { inTime, whileRenewing } from "./under-way.ts";

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
}

/**
 * Posts, and alone may: any number of them work on one store. Order within a lane is kept; lanes do not wait for each other. What one
 * holds the others leave alone, until its lease has run out.
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

/** A post at the head of its lane, and whose it is. */
type Head = Awaited<ReturnType<Store["heads"]>>[number];

/** Why a replacement fails whose target never stood anywhere. */
export const NOTHING_TO_REPLACE = "nothing to replace";

const BATCH = 100;

/** State in which a post that could not be attempted waits: what may have been sent still may have been. */
function unsent({ state }: Post): "pending" | "sending" {
  return state === "sending" ? "sending" : "pending";
}

export function createDispatcher(config: DispatcherConfig): Dispatcher {
  const { store, bot, clock, log, owner, random = Math.random, pollMs = 1_000 } = config;
  const { postTimeoutMs = 30_000, leaseMs = LEASE_MS } = config;
  const chats = new Map(config.chats.map((chat) => [chat.platform, chat]));
  const chatOf = (lane: string): Chat | undefined => chats.get(platformOf(lane));
  const underWay = new Map<string, Promise<void>>();
  const pace = createPace((lane) => chatOf(lane)?.paceMs ?? 0);
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  const move = ({ id, version }: Post, how: PostMove): Promise<Handled> =>
    bot.handle({ kind: "post-moved", id: null, at: clock.now(), postId: id, owner, version, move: how });

  /** Takes the post up, or holds on to it, as `kind` says; false where it is another's or must not leave. */
  const hold = async (post: Post, kind: "held" | "sending"): Promise<boolean> => {
    const until = clock.now() + leaseMs;
    const { refusal } = await move(post, { kind, until });
    return refusal === undefined && clock.now() < until;
  };

  const report = async (post: Post, how: PostMove): Promise<void> => {
    const { refusal } = await move(post, how);
    if (refusal) log.warn("How a post ended was not kept: another has taken it up", { post: post.id, kind: how.kind });
  };

  const retry = (post: Post, reason: string, state: "pending" | "sending", afterMs?: number): Promise<void> => {
    const dueAt = clock.now() + retryWait(post.attempts, random(), afterMs);
    if (afterMs !== undefined) pace.limited(post, dueAt);
    return report(post, { kind: "retry", attempts: post.attempts + 1, dueAt, error: reason, state });
  };

  const settlePosted = (post: Post, reference: string): Promise<void> => {
    const thread = chatOf(post.lane)?.threadUnder(post.lane, reference) ?? null;
    return report(post, { kind: "posted", reference, thread });
  };

  const settle = async (post: Post, result: PostResult): Promise<void> => {
    if (result.kind === "posted") await settlePosted(post, result.reference);
    else if (result.kind === "retry") await retry(post, result.reason, "pending", result.afterMs);
    else if (result.kind === "unknown") await retry(post, result.reason, "sending", result.afterMs);
    else {
      const facts = { post: post.id, to: post.lane, reason: result.reason };
      log.fault("A message could not be delivered and will not be tried again", facts);
      await report(post, { kind: "failed", reason: result.reason });
    }
  };

  /** Renews the lease for as long as the platform takes, which is not for ever. */
  const ask = <T>(post: Post, asked: () => Promise<T>): Promise<T> => {
    const renew = () => move(post, { kind: "held", until: clock.now() + leaseMs });
    return whileRenewing(() => inTime(asked(), postTimeoutMs), renew, renewalOf(leaseMs));
  };

  const outgoing = async ({ desk, post }: Head): Promise<Outgoing> => {
    const replaced = post.message.replaces ? await store.at(desk).get("post", post.message.replaces) : null;
    return { post, replaces: replaced?.reference ?? null };
  };

  const send = async (chat: Chat, sent: Outgoing): Promise<void> => {
    const { post } = sent;
    if (!(await hold(post, "sending"))) return;
    pace.sent(post, clock.now());
    const unknown = (error: unknown): PostResult => ({ kind: "unknown", reason: String(error) });
    await settle(post, await ask(post, () => chat.post(sent)).catch(unknown));
  };

  const attempt = async (head: Head): Promise<void> => {
    const { post } = head;
    const chat = chatOf(post.lane);
    if (!chat) return retry(post, `no platform named ${platformOf(post.lane)} is connected`, unsent(post));
    const sent = await outgoing(head);
    if (post.message.replaces && sent.replaces === null && post.message.kind !== "detail")
      return settle(post, { kind: "refused", reason: NOTHING_TO_REPLACE });
    if (post.state === "pending") return send(chat, sent);
    if (!(await hold(post, "held"))) return;
    const reference = await ask(post, () => chat.find(sent));
    return reference === null ? send(chat, sent) : settlePosted(post, reference);
  };

  const deliver = async (head: Head): Promise<void> => {
    const { desk, post } = head;
    try {
      await attempt(head);
    } catch (error) {
      const facts = { post: post.id, error: String(error) };
      log.warn("An attempt to post could not be completed; it will be made again", facts);
      const current = (await store.at(desk).get("post", post.id)) ?? post;
      await retry(post, String(error), unsent(current));
    }
  };

  const takeUp = async (): Promise<Promise<void>[]> => {
    const heads = await store.heads(clock.now(), BATCH + underWay.size + pace.size);
    if (isStopping) return [];
    return pace
      .postable(heads, (lane) => underWay.has(lane), clock.now())
      .map((head) => {
        const { lane } = head.post;
        const done = deliver(head).finally(() => underWay.delete(lane));
        underWay.set(lane, done);
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
