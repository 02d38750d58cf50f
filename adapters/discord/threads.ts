import type { Log, Reader } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { channelAddress } from "./address.ts";
import type { ApiAnswer, DiscordApi } from "./api.ts";
import { type Channel, readChannel } from "./channels.ts";
import { keepLatest } from "./latest-kept.ts";

/** Discord's clock and ours may differ by this much. */
const CLOCK_LEEWAY_MS = 120_000;
/** Threads of which our own turns are remembered, and how many of each. */
const MOST_THREADS = 2_000;
const MOST_TURNS = 6;

export interface ThreadsConfig {
  readonly api: DiscordApi;
  readonly store: Reader;
  readonly log: Log;
}

/** An answer of Discord's that is not the wanted one. */
type Failed = Exclude<ApiAnswer, { kind: "ok" }>;

/** Threads that are archived stay so, whatever we have to say in them. */
export interface Threads {
  /** Does something in a channel; a thread that is archived is woken for it and archived again. */
  within<Done>(channel: string, post: Post | null, work: () => Promise<Done>): Promise<Done | Failed>;
  /** Archives the thread again if an attempt at the post that was interrupted left it awake. */
  tidy(channel: string, post: Post): Promise<void>;
  /** Whether it is we who have brought the thread into this state. Waits for a turn of ours that is under way. */
  isOwnTurn(channel: Channel): Promise<boolean>;
}

export function createThreads({ api, store, log }: ThreadsConfig): Threads {
  const turns = new Map<string, readonly string[]>();
  const underWay = new Map<string, Promise<unknown>>();

  /** Discord stamps each turn with its time, by which it is told from other people's. */
  const stampOf = ({ thread }: Channel): string => `${thread?.isArchived}:${thread?.turnedAt}`;

  const remember = (channel: Channel): void => {
    const known = turns.get(channel.id) ?? [];
    keepLatest(turns, channel.id, [...known, stampOf(channel)].slice(-MOST_TURNS), MOST_THREADS);
  };

  const turn = async (channel: string, archived: boolean): Promise<ApiAnswer> => {
    const call = api.call("PATCH", `/channels/${channel}`, { body: { archived } }).then((answer) => {
      const now = answer.kind === "ok" ? readChannel(answer.data) : null;
      if (now) remember(now);
      return answer;
    });
    underWay.set(channel, call);
    const answer = await call;
    if (underWay.get(channel) === call) underWay.delete(channel);
    return answer;
  };

  const archive = async (channel: string): Promise<void> => {
    const answer = await turn(channel, true);
    if (answer.kind !== "ok")
      log.warn("A thread could not be archived again; the bot needs the permission Manage Threads", {
        channel,
        answer,
      });
  };

  /** An interrupted attempt woke the thread: it has been awake since the post was made, and its conversation is over. */
  const wasWokenFor = async ({ id, guild, thread }: Channel, post: Post | null): Promise<boolean> => {
    if (!thread || thread.isArchived || post?.state !== "sending" || thread.turnedAt === thread.createdAt) return false;
    if (thread.turnedAt < post.createdAt - CLOCK_LEEWAY_MS) return false;
    const where = { conversation: channelAddress(guild ?? "", id) };
    const [interaction] = await store.list("interaction", { where, limit: 1 });
    return interaction?.state === "resolved";
  };

  return {
    async isOwnTurn(channel) {
      await underWay.get(channel.id);
      return turns.get(channel.id)?.includes(stampOf(channel)) ?? false;
    },
    async within(channel, post, work) {
      const answer = await api.call("GET", `/channels/${channel}`);
      if (answer.kind !== "ok") return answer;
      const found = readChannel(answer.data);
      if (!found) return { kind: "unsent", reason: "Discord's answer names no channel" };
      if (!found.thread) return work();
      const isToArchive = found.thread.isArchived || (await wasWokenFor(found, post));
      const woken = found.thread.isArchived ? await turn(channel, false) : answer;
      if (woken.kind !== "ok") return woken;
      const done = await work();
      if (isToArchive) await archive(channel);
      return done;
    },
    async tidy(channel, post) {
      const answer = await api.call("GET", `/channels/${channel}`);
      const found = answer.kind === "ok" ? readChannel(answer.data) : null;
      if (found && (await wasWokenFor(found, post))) await archive(channel);
    },
  };
}
