import { GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import type { Channel, Json, Message } from "./entities.ts";
import { emojiPayload } from "./message-payloads.ts";
import { visibleMessage } from "./messages.ts";
import { memberPayload, userPayload } from "./payloads.ts";
import { demand } from "./permissions.ts";
import { Refusal } from "./refusals.ts";
import { isThread, type World } from "./world.ts";

/** Gives a reaction; the first of its kind needs the right to add reactions. */
export function react(world: World, channel: Channel, messageId: string, userId: string, emoji: string): void {
  demand(world, channel, userId, PermissionFlagsBits.ReadMessageHistory);
  const message = visibleMessage(channel, messageId);
  if (isThread(channel) && channel.thread.archived) throw new Refusal(50083);
  if (/^[\x20-\x7e]*$/.test(emoji) && !/^\w+:\d+$/.test(emoji)) throw new Refusal(10014);
  const givers = message.reactions.get(emoji);
  if (!givers) demand(world, channel, userId, PermissionFlagsBits.AddReactions);
  if (givers?.has(userId)) return;
  message.reactions.set(emoji, new Set([...(givers ?? []), userId]));
  announceReaction(world, channel, message, userId, emoji, "MESSAGE_REACTION_ADD");
}

/** Takes a reaction back, one's own or, with the right to manage messages, another's. */
export function unreact(
  world: World,
  channel: Channel,
  messageId: string,
  actorId: string,
  emoji: string,
  userId = actorId,
): void {
  demand(world, channel, actorId, actorId === userId ? 0n : PermissionFlagsBits.ManageMessages);
  const message = visibleMessage(channel, messageId);
  const givers = message.reactions.get(emoji);
  if (!givers?.delete(userId)) return;
  if (givers.size === 0) message.reactions.delete(emoji);
  announceReaction(world, channel, message, userId, emoji, "MESSAGE_REACTION_REMOVE");
}

export function reactionGivers(
  world: World,
  channel: Channel,
  messageId: string,
  readerId: string,
  emoji: string,
): Json[] {
  demand(world, channel, readerId, PermissionFlagsBits.ReadMessageHistory);
  const givers = [...(visibleMessage(channel, messageId).reactions.get(emoji) ?? [])];
  return givers.flatMap((id) => world.users.get(id) ?? []).map(userPayload);
}

function announceReaction(
  world: World,
  channel: Channel,
  message: Message,
  userId: string,
  emoji: string,
  event: string,
): void {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  const body = (): Json => ({
    user_id: userId,
    channel_id: channel.id,
    message_id: message.id,
    message_author_id: message.authorId,
    ...(guild ? { guild_id: guild.id } : {}),
    ...(member && event === "MESSAGE_REACTION_ADD" ? { member: memberPayload(world, member) } : {}),
    emoji: emojiPayload(emoji),
    burst: false,
    type: 0,
  });
  const intents = GatewayIntentBits[guild ? "GuildMessageReactions" : "DirectMessageReactions"];
  world.announce({ event, intents, guildId: channel.guildId, within: guild ? channel : null, body });
}
