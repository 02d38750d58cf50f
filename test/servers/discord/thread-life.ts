import { GatewayIntentBits } from "discord.js";
import type { Channel, Json, Thread } from "./entities.ts";
import { channelPayload, memberPayload, threadMemberPayload } from "./payloads.ts";
import { sees } from "./permissions.ts";
import { channelOf, isThread, type World } from "./world.ts";

export type ThreadChannel = Channel & { thread: Thread; guildId: string };

export function announceThread(world: World, channel: ThreadChannel, event: string, more: Json = {}): void {
  const shown = { ...channelPayload(world, channel), ...more };
  const body = () => shown;
  world.announce({ event, intents: GatewayIntentBits.Guilds, guildId: channel.guildId, within: channel, body });
}

/** What a message does to its thread: wakes it, takes in its author and whom it names, starts the clock anew. */
export function keepThreadAwake(world: World, channel: Channel, authorId: string, named: readonly string[]): void {
  if (!isThread(channel)) return;
  if (channel.thread.archived) setArchived(world, channel, false);
  channel.thread.sent += 1;
  admit(world, channel, authorId);
  const parent = channelOf(world, channel.parentId ?? "");
  for (const id of named) if (sees(world, parent, id)) admit(world, channel, id);
  restartAutoArchive(world, channel);
}

/** Counts the time without messages anew. */
export function restartAutoArchive(world: World, channel: ThreadChannel): void {
  channel.thread.cancelAutoArchive();
  const minutes = channel.thread.autoArchive;
  channel.thread.cancelAutoArchive = world.time.after(minutes * 60_000, () => setArchived(world, channel, true));
}

/** Archives or wakes a thread and tells of it; waking a locked one is told twice (discord.js issue 6985). */
export function setArchived(world: World, channel: ThreadChannel, archived: boolean): void {
  const { thread } = channel;
  if (thread.archived === archived) return;
  thread.archived = archived;
  thread.archivedAt = world.time.now();
  if (archived) thread.cancelAutoArchive();
  else restartAutoArchive(world, channel);
  announceThread(world, channel, "THREAD_UPDATE");
  if (!archived && thread.locked) announceThread(world, channel, "THREAD_UPDATE");
}

/** Takes somebody into a thread and tells of it; nothing if they are in it. */
export function admit(world: World, channel: ThreadChannel, userId: string): void {
  if (channel.thread.members.has(userId)) return;
  channel.thread.members.set(userId, world.time.now());
  announceMembers(world, channel, [userId], []);
  if (userId !== world.bot.id) return;
  const shown = channelPayload(world, channel);
  const intents = GatewayIntentBits.Guilds;
  world.announce({ event: "THREAD_CREATE", intents, guildId: channel.guildId, within: channel, body: () => shown });
}

/** Tells who came and went; the bot hears of others only with the intent for members. */
export function announceMembers(world: World, channel: ThreadChannel, added: string[], removed: string[]): void {
  const aboutBot = [...added, ...removed].includes(world.bot.id);
  const intents = GatewayIntentBits.GuildMembers | (aboutBot ? GatewayIntentBits.Guilds : 0);
  const guild = world.guilds.get(channel.guildId);
  const added_members = added.map((userId) => {
    const member = guild?.members.get(userId);
    return {
      ...threadMemberPayload(channel, userId),
      member: member ? memberPayload(world, member) : null,
      presence: null,
    };
  });
  const shown = {
    id: channel.id,
    guild_id: channel.guildId,
    member_count: channel.thread.members.size - removed.length,
    added_members,
    removed_member_ids: removed,
  };
  const body = () => shown;
  world.announce({ event: "THREAD_MEMBERS_UPDATE", intents, guildId: channel.guildId, within: channel, body });
}
