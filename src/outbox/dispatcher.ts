import type { Bot } from "../bot.ts";
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

function asItStands({ desk, post }: Head): string {
  return `${desk} ${post.id} ${post.version}`;
}

export function createDispatcher(config: DispatcherConfig): Dispatcher {
  const { store, bot, clock, log, owner, random = Math.random, pollMs = 1_000 } = config;
  const { postTimeoutMs = 30_000, leaseMs = LEASE_MS } = config;
  const chats = new Map(config.chats.map((chat) => [chat.platform, chat]));
  const chatOf = (lane: string): Chat | undefined => chats.get(platformOf(lane));
  const underWay = new Map<string, Promise<void>>();
  const pace = createPace((lane) => chatOf(lane)?.paceMs ?? 0);
  /** What the bot would not have moved as it stands: looked at again with the next poll, lest it be tried without end. */
  const refused = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;

  /** False where it may not be moved so, or its desk is not served any more. */
  const move = async (head: Head, how: PostMove): Promise<boolean> => {
    const { desk, post } = head;
    const stamps = { id: null, desk, at: clock.now(), owner, version: post.version };
    const { status, refusal } = await bot.handle({ kind: "post-moved", ...stamps, postId: post.id, move: how });
    const isMoved = status === "saved" && refusal === undefined;
    if (!isMoved) refused.add(asItStands(head));
    return isMoved;
  };

  /** Takes the post up, or holds on to it, as `kind` says; false where it is another's or must not leave. */
  const hold = async (head: Head, kind: "held" | "sending"): Promise<boolean> => {
    const until = clock.now() + leaseMs;
    return (await move(head, { kind, until })) && clock.now() < until;
  };

  const report = async (head: Head, how: PostMove): Promise<void> => {
    if (await move(head, how)) return;
    log.warn("How a post ended was not kept: another has taken it up", { post: head.post.id, kind: how.kind });
  };

  const retry = (head: Head, reason: string, state: "pending" | "sending", afterMs?: number): Promise<void> => {
    const { post } = head;
    const dueAt = clock.now() + retryWait(post.attempts, random(), afterMs);
    if (afterMs !== undefined) pace.limited(post, dueAt);
    return report(head, { kind: "retry", attempts: post.attempts + 1, dueAt, error: reason, state });
  };

  const settlePosted = (head: Head, reference: string): Promise<void> => {
    const { lane } = head.post;
    const thread = chatOf(lane)?.threadUnder(lane, reference) ?? null;
    return report(head, { kind: "posted", reference, thread });
  };

  const settle = async (head: Head, result: PostResult): Promise<void> => {
    if (result.kind === "posted") await settlePosted(head, result.reference);
    else if (result.kind === "retry") await retry(head, result.reason, "pending", result.afterMs);
    else if (result.kind === "unknown") await retry(head, result.reason, "sending", result.afterMs);
    else {
      const facts = { post: head.post.id, to: head.post.lane, reason: result.reason };
      log.fault("A message could not be delivered and will not be tried again", facts);
      await report(head, { kind: "failed", reason: result.reason });
    }
  };

  /** Renews the lease for as long as the platform takes, which is not for ever. */
  const ask = <T>(head: Head, asked: () => Promise<T>): Promise<T> => {
    const renew = () => move(head, { kind: "held", until: clock.now() + leaseMs });
    return whileRenewing(() => inTime(asked(), postTimeoutMs), renew, renewalOf(leaseMs));
  };

  const outgoing = async ({ desk, post }: Head): Promise<Outgoing> => {
    const replaced = post.message.replaces ? await store.at(desk).get("post", post.message.replaces) : null;
    return { post, replaces: replaced?.reference ?? null };
  };

  const send = async (chat: Chat, head: Head, sent: Outgoing): Promise<void> => {
    if (!(await hold(head, "sending"))) return;
    pace.sent(head.post, clock.now());
    const unknown = (error: unknown): PostResult => ({ kind: "unknown", reason: String(error) });
    await settle(head, await ask(head, () => chat.post(sent)).catch(unknown));
  };

  const attempt = async (head: Head): Promise<void> => {
    const { post } = head;
    const chat = chatOf(post.lane);
    if (!chat) return retry(head, `no platform named ${platformOf(post.lane)} is connected`, unsent(post));
    const sent = await outgoing(head);
    if (post.message.replaces && sent.replaces === null && post.message.kind !== "detail")
      return settle(head, { kind: "refused", reason: NOTHING_TO_REPLACE });
    if (post.state === "pending") return send(chat, head, sent);
    if (!(await hold(head, "held"))) return;
    const reference = await ask(head, () => chat.find(sent));
    return reference === null ? send(chat, head, sent) : settlePosted(head, reference);
  };

  const deliver = async (head: Head): Promise<void> => {
    const { desk, post } = head;
    try {
      await attempt(head);
    } catch (error) {
      const facts = { post: post.id, error: String(error) };
      log.warn("An attempt to post could not be completed; it will be made again", facts);
      const current = (await store.at(desk).get("post", post.id)) ?? post;
      await retry(head, String(error), unsent(current));
    }
  };

  const takeUp = async (): Promise<Promise<void>[]> => {
    const heads = await store.heads(clock.now(), BATCH + underWay.size + pace.size + refused.size);
    if (isStopping) return [];
    const movable = heads.filter((head) => !refused.has(asItStands(head)));
    return pace
      .postable(movable, (lane) => underWay.has(lane), clock.now())
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
      timer = setInterval(() => {
        refused.clear();
        wake();
      }, pollMs);
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await Promise.allSettled(underWay.values());
    },
  };
}
