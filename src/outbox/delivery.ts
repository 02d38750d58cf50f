import type { Bot } from "../bot.ts";
import { inTime } from "../in-time.ts";
import { platformOf } from "../interaction/address.ts";
import type { Chat, Clock, Log, Outgoing, PostResult, Store } from "../ports.ts";
import type { Post, PostMove } from "../rows.ts";
import { isTeams } from "../team/team-lanes.ts";
import { renewalOf } from "./lease.ts";
import { LateError } from "./may-leave.ts";
import { mendingWait, type Pace, retryWait } from "./pace.ts";
import type { Reach } from "./passed-over.ts";
import { isOn, pauseIdsBefore } from "./pause.ts";
import type { Silences } from "./silences.ts";
import { createTroubles } from "./troubles.ts";
import { whileRenewing } from "./under-way.ts";

export interface DeliveryConfig {
  readonly store: Store;
  readonly bot: Bot;
  readonly chatOf: (lane: string) => Chat | undefined;
  readonly pace: Pace;
  readonly silences: Silences;
  readonly clock: Clock;
  readonly log: Log;
  readonly owner: string;
  readonly random: () => number;
  readonly postTimeoutMs: number;
  readonly leaseMs: number;
  /** Hears of a post that the bot would not have moved as it stands. */
  readonly onRefused: (head: Head) => void;
  readonly onResult?: ResultListener;
}

/** Hears how an attempt to post for the desk ended on the lane. */
export type ResultListener = (desk: string, lane: string, result: PostResult) => void;

/** A post at the head of its lane, and whose it is. */
export type Head = Awaited<ReturnType<Store["heads"]>>[number];

/** What else is known of a post that is tried later. */
type Why = Pick<Extract<PostMove, { kind: "retry" }>, "remedy" | "pause">;

/** Why a replacement fails whose target never stood anywhere. */
export const NOTHING_TO_REPLACE = "nothing to replace";

const MAY_STILL_ARRIVE = "it does not stand there yet, and may still arrive";

/** State in which a post that could not be attempted waits: what may have been sent still may have been. */
function unsent({ state }: Post): "pending" | "sending" {
  return state === "sending" ? "sending" : "pending";
}

/** How long a post that was not found may still arrive, milliseconds. An edit or a private word is simply done again. */
function arrivalLeft({ sentAt, message }: Post, { arrivalMs }: Chat, now: number): number {
  const isRepeatable = message.replaces !== undefined || message.privateTo !== undefined;
  return sentAt === null || isRepeatable ? 0 : sentAt + arrivalMs - now;
}

/** Brings one post as far as it gets now: looked for where it may stand already, sent, settled. Rejects where that cannot be kept. */
export function createDelivery(config: DeliveryConfig): (head: Head) => Promise<void> {
  const { store, bot, chatOf, pace, silences, clock, log, owner, random, postTimeoutMs, leaseMs, onResult } = config;
  const troubles = createTroubles(log);

  /** Whether the post goes where another dispatcher has found that nothing may be posted now: that is learnt here too. */
  const hasToWait = async ({ desk, post }: Head): Promise<boolean> => {
    const known = await store.at(desk).list("pause", { where: { id: pauseIdsBefore(post) } });
    const pauses = known.filter((pause) => isOn(pause, clock.now()));
    for (const pause of pauses) pace.learn(pause);
    return pauses.length > 0;
  };

  /** False where it may not be moved so, or its desk is not served any more. */
  const move = async (head: Head, how: PostMove): Promise<boolean> => {
    const { desk, post } = head;
    const stamps = { id: null, desk, at: clock.now(), owner, version: post.version };
    const { status, refusal } = await bot.handle({ kind: "post-moved", ...stamps, postId: post.id, move: how });
    const isMoved = status === "saved" && refusal === undefined;
    if (!isMoved && !(how.kind === "sending" && (await hasToWait(head)))) config.onRefused(head);
    return isMoved;
  };

  /** Takes the post up, or holds on to it, as `kind` says; gives until when it is held, null where it is another's or must not leave. */
  const hold = async (head: Head, kind: "held" | "sending"): Promise<number | null> => {
    const until = clock.now() + leaseMs;
    const pacedUntil = pace.pacedUntil(head.post, clock.now());
    const paced = kind === "sending" && pacedUntil !== undefined ? { pacedUntil } : {};
    return (await move(head, { kind, until, ...paced })) && clock.now() < until ? until : null;
  };

  const report = async (head: Head, how: PostMove): Promise<void> => {
    if (await move(head, how)) return;
    log.warn("How a post ended was not kept: another has taken it up", { post: head.post.id, kind: how.kind });
  };

  const retryIn = (head: Head, waitMs: number, state: "pending" | "sending", error: string, why: Why = {}) => {
    const again = { attempts: head.post.attempts + 1, dueAt: clock.now() + waitMs, error, state };
    return report(head, { kind: "retry", ...again, ...why });
  };

  /** What goes there has to wait, whoever posts. */
  const pauseFor = (head: Head, until: number, reach?: Reach): Required<Pick<Why, "pause">> => {
    pace.limited(head.post, until, reach);
    return { pause: { until, ...(reach === undefined ? {} : { reach }) } };
  };

  const retry = (head: Head, reason: string, state: "pending" | "sending", afterMs?: number, reach?: Reach) => {
    const waitMs = retryWait(head.post.attempts, random(), afterMs);
    const why = afterMs === undefined ? {} : pauseFor(head, clock.now() + waitMs, reach);
    return retryIn(head, waitMs, state, reason, why);
  };

  /** Keeps the post until a person has mended what it meets. */
  const keep = (head: Head, reason: string, remedy: string, reach?: Reach): Promise<void> => {
    const waitMs = mendingWait(head.post.attempts, random());
    troubles.begin(head.post.lane, reason, remedy, reach);
    return retryIn(head, waitMs, "pending", reason, { remedy, ...pauseFor(head, clock.now() + waitMs, reach) });
  };

  const settlePosted = (head: Head, reference: string): Promise<void> => {
    const { lane } = head.post;
    const under = chatOf(lane)?.threadUnder(head.post, reference) ?? null;
    const portions = under?.portions ? { portions: under.portions } : {};
    troubles.end(lane);
    return report(head, { kind: "posted", reference, thread: under?.address ?? null, ...portions });
  };

  const giveUp = (head: Head, reason: string): Promise<void> => {
    const { id, lane } = head.post;
    log.fault("A message could not be delivered and will not be tried again", { post: id, to: lane, reason });
    troubles.end(lane);
    return report(head, { kind: "failed", reason });
  };

  /** Nobody knows. A wait that the platform names itself, as for a picture, is no silence. */
  const missed = (head: Head, { reason, afterMs }: Extract<PostResult, { kind: "unknown" }>): Promise<void> => {
    const until = afterMs === undefined ? silences.missed(platformOf(head.post.lane), clock.now()) : null;
    if (until === null) return retry(head, reason, "sending", afterMs);
    return retryIn(head, retryWait(head.post.attempts, random()), "sending", reason, pauseFor(head, until, "platform"));
  };

  const settle = (head: Head, result: PostResult): Promise<void> => {
    onResult?.(head.desk, head.post.lane, result);
    if (result.kind !== "unknown") silences.answered(platformOf(head.post.lane));
    switch (result.kind) {
      case "posted":
        return settlePosted(head, result.reference);
      case "unknown":
        return missed(head, result);
      case "retry": {
        const { reason, afterMs, reach, remedy } = result;
        if (remedy !== undefined) return keep(head, reason, remedy, reach);
        return retry(head, reason, "pending", afterMs, reach);
      }
      case "refused": {
        const { reason, remedy } = result;
        const teamLanes = bot.desks.get(head.desk)?.teamLanes() ?? [];
        const isKept = remedy !== undefined && isTeams(teamLanes, head.post.lane);
        return isKept ? keep(head, reason, remedy) : giveUp(head, reason);
      }
    }
  };

  /** Renews the lease, held until then, for as long as the platform takes, which is not for ever. */
  const ask = <T>(head: Head, until: number, asked: (isHeld: () => boolean) => Promise<T>): Promise<T> => {
    let heldUntil = until;
    const renew = async () => {
      heldUntil = (await hold(head, "held")) ?? heldUntil;
    };
    const isHeld = () => clock.now() < heldUntil;
    return whileRenewing(() => inTime(asked(isHeld), postTimeoutMs), renew, renewalOf(leaseMs));
  };

  const outgoing = async ({ desk, post }: Head): Promise<Outgoing> => {
    const replaced = post.message.replaces ? await store.at(desk).get("post", post.message.replaces) : null;
    return { post, replaces: replaced?.reference ?? null };
  };

  const send = async (chat: Chat, head: Head, sent: Outgoing): Promise<void> => {
    const until = await hold(head, "sending");
    if (until === null) return;
    pace.sent(head.post, clock.now());
    const unknown = (error: unknown): PostResult | LateError =>
      error instanceof LateError ? error : { kind: "unknown", reason: String(error) };
    const result = await ask(head, until, (mayLeave) => chat.post({ ...sent, mayLeave })).catch(unknown);
    await (result instanceof LateError ? retry(head, result.message, "sending") : settle(head, result));
  };

  const lookFor = async (chat: Chat, head: Head, sent: Outgoing): Promise<void> => {
    const until = await hold(head, "held");
    if (until === null) return;
    const { post } = head;
    const reference = await ask(head, until, () => chat.find(sent));
    if (reference !== null) {
      onResult?.(head.desk, post.lane, { kind: "posted", reference });
      return settlePosted(head, reference);
    }
    const leftMs = arrivalLeft(post, chat, clock.now());
    if (leftMs <= 0) return send(chat, head, sent);
    await retryIn(head, Math.min(leftMs, retryWait(post.attempts, random())), "sending", MAY_STILL_ARRIVE);
  };

  const attempt = async (head: Head): Promise<void> => {
    const { post } = head;
    const chat = chatOf(post.lane);
    if (!chat) return retry(head, `no platform named ${platformOf(post.lane)} is connected`, unsent(post));
    const sent = await outgoing(head);
    if (post.message.replaces && sent.replaces === null && post.message.kind !== "detail") {
      if (await hold(head, "sending")) await settle(head, { kind: "refused", reason: NOTHING_TO_REPLACE });
      return;
    }
    await (post.state === "pending" ? send(chat, head, sent) : lookFor(chat, head, sent));
  };

  return async (head) => {
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
}
