import { ChannelType, PermissionFlagsBits } from "discord.js";
import type { Channel, Guild } from "./entities.ts";
import { Refusal } from "./refusals.ts";
import { channelOf, isThread, type World } from "./world.ts";

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
const DIRECT =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory;

/** What somebody may do in a guild, before channels have their say. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  const granted = [guild.id, ...member.roles].reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return granted & PermissionFlagsBits.Administrator ? ALL : granted;
}

/** What somebody may do in a channel: roles, then the overwrites of everyone, of their roles, and their own. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) return channel.recipients.includes(userId) ? DIRECT : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (!guild) return 0n;
  if (isThread(channel)) return permissionsInThread(world, channel, userId);
  const base = guildPermissions(guild, userId);
  if (base === ALL || base === 0n) return base;
  const roles = guild.members.get(userId)?.roles ?? [];
  const steps = [[guild.id], roles, [userId]].map((ids) => ids.flatMap((id) => channel.overwrites.get(id) ?? []));
  const allowed = steps.reduce((sum, step) => {
    const deny = step.reduce((bits, overwrite) => bits | overwrite.deny, 0n);
    const allow = step.reduce((bits, overwrite) => bits | overwrite.allow, 0n);
    return (sum & ~deny) | allow;
  }, base);
  return allowed & PermissionFlagsBits.ViewChannel ? allowed : 0n;
}

function permissionsInThread(world: World, channel: Channel, userId: string): bigint {
  const parent = channelOf(world, channel.parentId ?? "");
  const granted = permissionsIn(world, parent, userId);
  if (channel.type !== ChannelType.PrivateThread) return granted;
  const inside = channel.thread?.members.has(userId) === true;
  return inside || granted & PermissionFlagsBits.ManageThreads ? granted : 0n;
}

export const may = (world: World, channel: Channel, userId: string, wanted: bigint): boolean =>
  (permissionsIn(world, channel, userId) & wanted) === wanted;

export const sees = (world: World, channel: Channel, userId: string): boolean =>
  may(world, channel, userId, PermissionFlagsBits.ViewChannel);

/** Refuses with 50001 who does not see the channel, with 50013 who may not do this in it. */
export function demand(world: World, channel: Channel, userId: string, wanted: bigint): void {
  if (!sees(world, channel, userId)) throw new Refusal(50001);
  if (!may(world, channel, userId, wanted)) throw new Refusal(50013);
}

/** Refuses who may not write here: lacking rights, a locked thread, or a direct message that is not taken. */
export function demandToWrite(world: World, channel: Channel, userId: string): void {
  if (channel.guildId === null) {
    demandDirect(world, channel, userId);
    return;
  }
  if (channel.type === ChannelType.GuildCategory) throw new Refusal(50008);
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia) throw new Refusal(50008);
  const wanted = isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  demand(world, channel, userId, wanted);
  if (!isThread(channel) || !channel.thread.locked) return;
  if (channel.thread.archived) throw new Refusal(50083);
  if (!may(world, channel, userId, PermissionFlagsBits.ManageThreads)) throw new Refusal(160005);
}

function demandDirect(world: World, channel: Channel, userId: string): void {
  const otherId = channel.recipients.find((id) => id !== userId);
  const other = otherId === undefined ? undefined : world.users.get(otherId);
  if (!other || !channel.recipients.includes(userId)) throw new Refusal(50001);
  if (userId !== world.bot.id) return;
  const mutual = [...world.guilds.values()].some(({ members }) => members.has(userId) && members.has(other.id));
  if (!mutual) throw new Refusal(50278);
  if (other.bot || !other.takesDms) throw new Refusal(50007);
}
