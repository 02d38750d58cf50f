import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import type { Channel, Guild, Json, Overwrite } from "./entities.ts";
import { channelPayload, threadMemberPayload } from "./payloads.ts";
import { demand, guildPermissions, sees } from "./permissions.ts";
import { badField, Refusal } from "./refusals.ts";
import { addChannel, isThread, type NewChannel, type World } from "./world.ts";

export function announceChannel(world: World, channel: Channel, event: string): void {
  const shown: Json = channelPayload(world, channel);
  const within = isThread(channel) ? channel : null;
  world.announce({ event, intents: GatewayIntentBits.Guilds, guildId: channel.guildId, within, body: () => shown });
}

export function createChannel(world: World, guild: Guild, actorId: string, wanted: NewChannel): Channel {
  if (!(guildPermissions(guild, actorId) & PermissionFlagsBits.ManageChannels)) throw new Refusal(50013);
  demandCategory(world, guild.id, wanted.parentId ?? null);
  const channel = addChannel(world, { ...wanted, guildId: guild.id });
  announceChannel(world, channel, "CHANNEL_CREATE");
  return channel;
}

function demandCategory(world: World, guildId: string | null, parentId: string | null): void {
  if (parentId === null) return;
  const parent = world.channels.get(parentId);
  const fits = parent?.type === ChannelType.GuildCategory && parent.guildId === guildId;
  if (!fits) throw badField("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
}

export interface ChannelChange {
  readonly name?: string;
  readonly topic?: string | null;
  readonly position?: number | null;
  readonly parentId?: string | null;
  readonly overwrites?: readonly Overwrite[];
}

/** Renames, moves or re-arranges a channel. */
export function changeChannel(world: World, channel: Channel, actorId: string, change: ChannelChange): void {
  demand(world, channel, actorId, PermissionFlagsBits.ManageChannels);
  if (change.overwrites) demand(world, channel, actorId, PermissionFlagsBits.ManageRoles);
  if (change.parentId !== undefined) demandCategory(world, channel.guildId, change.parentId);
  withAccess(world, channel, () => {
    channel.name = change.name ?? channel.name;
    channel.topic = change.topic === undefined ? channel.topic : change.topic;
    channel.position = change.position ?? channel.position;
    channel.parentId = change.parentId === undefined ? channel.parentId : change.parentId;
    if (!change.overwrites) return;
    channel.overwrites.clear();
    for (const overwrite of change.overwrites) channel.overwrites.set(overwrite.id, overwrite);
  });
}

export function setOverwrite(world: World, channel: Channel, actorId: string, overwrite: Overwrite): void {
  demand(world, channel, actorId, PermissionFlagsBits.ManageRoles);
  withAccess(world, channel, () => void channel.overwrites.set(overwrite.id, overwrite));
}

export function removeOverwrite(world: World, channel: Channel, actorId: string, id: string): void {
  demand(world, channel, actorId, PermissionFlagsBits.ManageRoles);
  withAccess(world, channel, () => void channel.overwrites.delete(id));
}

/** Does a change and tells of it; a bot that sees the channel only now gets the list of its threads. */
function withAccess(world: World, channel: Channel, change: () => void): void {
  const seen = sees(world, channel, world.bot.id);
  change();
  announceChannel(world, channel, "CHANNEL_UPDATE");
  if (seen || !sees(world, channel, world.bot.id)) return;
  const threads = [...world.channels.values()].filter(isThread).filter(({ parentId, thread }) => {
    return parentId === channel.id && !thread.archived;
  });
  const mine = threads.filter(({ thread }) => thread.members.has(world.bot.id));
  const shown = {
    guild_id: channel.guildId,
    channel_ids: [channel.id],
    threads: threads.map((thread) => channelPayload(world, thread)),
    members: mine.map((thread) => threadMemberPayload(thread, world.bot.id)),
  };
  const intents = GatewayIntentBits.Guilds;
  const body = () => shown;
  world.announce({ event: "THREAD_LIST_SYNC", intents, guildId: channel.guildId, within: channel, body });
}

/** Deletes a channel with its threads, or one thread; a category leaves its channels behind. */
export function deleteChannel(world: World, channel: Channel, actorId: string): void {
  if (channel.guildId === null) {
    demand(world, channel, actorId, 0n);
    return;
  }
  demand(world, channel, actorId, PermissionFlagsBits[isThread(channel) ? "ManageThreads" : "ManageChannels"]);
  if (isThread(channel)) {
    announceThreadDelete(world, channel);
    world.channels.delete(channel.id);
    return;
  }
  for (const child of world.channels.values()) {
    if (child.parentId !== channel.id) continue;
    if (isThread(child)) world.channels.delete(child.id);
    else {
      child.parentId = null;
      announceChannel(world, child, "CHANNEL_UPDATE");
    }
  }
  announceChannel(world, channel, "CHANNEL_DELETE");
  world.channels.delete(channel.id);
}

function announceThreadDelete(world: World, channel: Channel): void {
  const { id, guildId, parentId, type } = channel;
  const body = () => ({ id, guild_id: guildId, parent_id: parentId, type });
  world.announce({ event: "THREAD_DELETE", intents: GatewayIntentBits.Guilds, guildId, within: channel, body });
}
