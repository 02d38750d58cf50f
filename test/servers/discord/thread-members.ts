import { ChannelType, MessageType, PermissionFlagsBits } from "discord.js";
import type { Json, Thread } from "./entities.ts";
import { putMessage } from "./messages.ts";
import { channelPayload, isoTime, threadMemberPayload } from "./payloads.ts";
import { demand, may, sees } from "./permissions.ts";
import { Refusal } from "./refusals.ts";
import { admit, announceMembers, type ThreadChannel } from "./thread-life.ts";
import { isLater } from "./time.ts";
import { channelOf, isThread, memberOf, type World } from "./world.ts";

/** One person adds another (or joins). */
export function addToThread(world: World, channel: ThreadChannel, actorId: string, userId: string): void {
  demand(world, channel, actorId, actorId === userId ? 0n : PermissionFlagsBits.SendMessagesInThreads);
  if (channel.thread.archived) throw new Refusal(50083);
  const guild = world.guilds.get(channel.guildId);
  if (guild) memberOf(guild, userId);
  const parent = channelOf(world, channel.parentId ?? "");
  if (!sees(world, parent, userId)) throw new Refusal(50001);
  if (channel.thread.members.has(userId)) return;
  admit(world, channel, userId);
  if (actorId === userId) return;
  putMessage(world, channel, actorId, { content: `<@${userId}>` }, { type: MessageType.RecipientAdd });
}

/** One person takes another out (or leaves). */
export function removeFromThread(world: World, channel: ThreadChannel, actorId: string, userId: string): void {
  const own = channel.type === ChannelType.PrivateThread && channel.thread.ownerId === actorId;
  demand(world, channel, actorId, actorId === userId || own ? 0n : PermissionFlagsBits.ManageThreads);
  if (channel.thread.archived) throw new Refusal(50083);
  if (!channel.thread.members.has(userId)) return;
  announceMembers(world, channel, [], [userId]);
  channel.thread.members.delete(userId);
}

/** Threads of a guild that are not archived and that this person sees. */
export function activeThreads(world: World, guildId: string, viewerId: string): Json {
  const threads = [...world.channels.values()].filter(isThread).filter((channel) => {
    return channel.guildId === guildId && !channel.thread.archived && sees(world, channel, viewerId);
  });
  return threadList(world, viewerId, threads, false);
}

export interface ArchivedPage {
  readonly kind: "public" | "private" | "joined";
  /** ISO time of archiving; for `joined` a thread id. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** Archived threads of a channel, the last archived first; those joined go by id. */
export function archivedThreads(world: World, parentId: string, viewerId: string, page: ArchivedPage): Json {
  const parent = channelOf(world, parentId);
  demand(world, parent, viewerId, PermissionFlagsBits.ReadMessageHistory);
  if (page.kind === "private" && !may(world, parent, viewerId, PermissionFlagsBits.ManageThreads))
    throw new Refusal(50013);
  const found = [...world.channels.values()]
    .filter(isThread)
    .filter(({ parentId: its, thread, type }) => {
      const wanted = page.kind === "public" ? type !== ChannelType.PrivateThread : type === ChannelType.PrivateThread;
      return its === parentId && thread.archived && wanted && (page.kind !== "joined" || thread.members.has(viewerId));
    })
    .filter((channel) => isBefore(channel, page))
    .sort(
      page.kind === "joined"
        ? (a, b) => (isLater(a.id, b.id) ? -1 : 1)
        : (a, b) => b.thread.archivedAt - a.thread.archivedAt,
    );
  return threadList(world, viewerId, found.slice(0, page.limit), found.length > page.limit);
}

function isBefore({ id, thread }: { id: string; thread: Thread }, { kind, before }: ArchivedPage): boolean {
  if (before === undefined) return true;
  return kind === "joined" ? isLater(before, id) : thread.archivedAt < Date.parse(before);
}

function threadList(world: World, viewerId: string, threads: readonly ThreadChannel[], more: boolean): Json {
  const joined = threads.filter(({ thread }) => thread.members.has(viewerId));
  return {
    threads: threads.map((channel) => channelPayload(world, channel)),
    members: joined.map((channel) => threadMemberPayload(channel, viewerId)),
    has_more: more,
  };
}

/** Who is in a thread, as Discord lists them. */
export const threadMembers = (channel: ThreadChannel): Json[] =>
  [...channel.thread.members].map(([userId, joined]) => ({
    id: channel.id,
    user_id: userId,
    join_timestamp: isoTime(joined),
    flags: 0,
  }));
