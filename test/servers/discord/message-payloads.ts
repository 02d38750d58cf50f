import { createHash } from "node:crypto";
import { type APIEmbed, type APIMessage, MessageFlags } from "discord.js";
import { displayed } from "./components.ts";
import type { Attachment, InteractionTrace, Json, Message } from "./entities.ts";
import { isoTime, memberFields, userPayload } from "./payloads.ts";
import type { World } from "./world.ts";

/** Whether the bot is given the words of a message although it may not read content: own, direct, or naming it. */
export function isMeantForBot(world: World, message: Message): boolean {
  const channel = world.channels.get(message.channelId);
  const mine = message.authorId === world.bot.id;
  return mine || channel?.guildId === null || mentionedIn(world, message).includes(world.bot.id);
}

/** Users named in a message, ids, each once; the author of the message replied to counts if they were notified. */
export function mentionedIn(world: World, message: Message): string[] {
  const words = [message.content, ...displayed(message.components)].join("\n");
  const named = [...words.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? "");
  return [...new Set([...named, ...message.pings])].filter((id) => world.users.has(id));
}

/** An attachment's address, which works for `clocks.attachment` from now. */
export function attachmentUrl(world: World, channelId: string, { id, filename }: Attachment): string {
  const issued = world.time.now();
  const expires = (issued + world.clocks.attachment).toString(16);
  const signature = signAttachment(id, expires);
  const path = `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  return `${world.baseUrl}${path}?ex=${expires}&is=${issued.toString(16)}&hm=${signature}`;
}

export const signAttachment = (id: string, expires: string): string =>
  createHash("sha256").update(`${id}:${expires}`).digest("hex");

function attachmentPayload(world: World, message: Message, attachment: Attachment): Json {
  const url = attachmentUrl(world, message.channelId, attachment);
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.content.byteLength,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description === null ? {} : { description: attachment.description }),
    ...(message.onlyFor === null ? {} : { ephemeral: true }),
  };
}

/** The file that an embed shows as its picture; undefined where it shows none of the message's own. */
function pictured({ attachments }: Message, embed: APIEmbed): Attachment | undefined {
  return attachments.find(({ filename }) => embed.image?.url === `attachment://${filename}`);
}

/** An embed with the address of its picture. */
function embedPayload(world: World, message: Message, embed: APIEmbed): Json {
  const file = pictured(message, embed);
  if (!file) return { ...embed };
  const url = attachmentUrl(world, message.channelId, file);
  const { description } = file;
  const shown = { url, proxy_url: url, width: 1, height: 1, content_type: file.contentType };
  return { ...embed, image: { ...embed.image, ...shown, ...(description === null ? {} : { description }) } };
}

/** The file that an address of a component names; undefined where it is none of the message's own. */
function named({ attachments }: Message, url: unknown): Attachment | undefined {
  return attachments.find(({ filename }) => url === `attachment://${filename}`);
}

/** A component with the addresses of the pictures in it and inside it. */
function componentPayload(world: World, message: Message, component: Json): Json {
  const media = (given: Json): Json => {
    const file = named(message, given.url);
    if (!file) return given;
    const url = attachmentUrl(world, message.channelId, file);
    return { ...given, url, proxy_url: url, attachment_id: file.id, content_type: file.contentType };
  };
  const { items, components } = component as { items?: Json[]; components?: Json[] };
  return {
    ...component,
    ...(items ? { items: items.map((item) => ({ ...item, media: media(item.media as Json) })) } : {}),
    ...(components ? { components: components.map((each) => componentPayload(world, message, each)) } : {}),
  };
}

/** The files that stand under a message: what an embed or a component shows does not stand there once more, and no other under components. */
function openAttachments(message: Message): Attachment[] {
  if (message.flags & MessageFlags.IsComponentsV2) return [];
  const shown = message.embeds.map((embed) => pictured(message, embed));
  return message.attachments.filter((attachment) => !shown.includes(attachment));
}

/** A message as `viewerId` gets it; without `open` what other people wrote in it is left out. */
export function messagePayload(world: World, message: Message, viewerId: string, open = true): APIMessage {
  const readable = open || isMeantForBot(world, message);
  const thread = world.channels.get(message.id);
  const author = world.users.get(message.authorId);
  const payload: Json = {
    type: message.type,
    content: readable ? message.content : "",
    mentions: mentionedIn(world, message)
      .flatMap((id) => world.users.get(id) ?? [])
      .map(userPayload),
    mention_roles: [...message.content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id),
    attachments: readable ? openAttachments(message).map((each) => attachmentPayload(world, message, each)) : [],
    embeds: readable ? message.embeds.map((embed) => embedPayload(world, message, embed)) : [],
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : isoTime(message.editedAt),
    flags: message.flags | (thread ? 32 : 0),
    components: readable ? message.components.map((each) => componentPayload(world, message, { ...each })) : [],
    id: message.id,
    channel_id: message.channelId,
    author: author ? userPayload(author) : null,
    pinned: false,
    mention_everyone: message.pings.includes("everyone"),
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.interaction === null ? {} : interactionFields(world, message.interaction)),
    ...referenceFields(world, message, viewerId, open),
    ...reactionFields(message, viewerId),
  };
  return payload as unknown as APIMessage;
}

function interactionFields(world: World, trace: InteractionTrace): Json {
  const user = world.users.get(trace.userId);
  const common = { id: trace.id, type: trace.type, authorizing_integration_owners: { "0": trace.guildId ?? "0" } };
  const metadata = { ...common, ...(user ? { user: userPayload(user) } : {}) };
  const about = trace.messageId === null ? {} : { interacted_message_id: trace.messageId };
  const opened = { ...metadata, type: trace.messageId === null ? 2 : 3, ...about };
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata:
      trace.type === 5 ? { ...metadata, triggering_interaction_metadata: opened } : { ...metadata, ...about },
  };
}

function referenceFields(world: World, message: Message, viewerId: string, open: boolean): Json {
  if (message.reference === null) return {};
  const { channelId, messageId } = message.reference;
  const channel = world.channels.get(channelId);
  const target = channel?.messages.find(({ id }) => id === messageId);
  const reference = {
    type: 0,
    channel_id: channelId,
    ...(messageId === null ? {} : { message_id: messageId }),
    ...(channel?.guildId ? { guild_id: channel.guildId } : {}),
  };
  if (messageId === null) return { message_reference: reference };
  const { reference: _, ...plain } = target ?? { reference: null };
  const shown = target ? messagePayload(world, { ...(plain as Message), reference: null }, viewerId, open) : null;
  return { message_reference: reference, referenced_message: shown };
}

export const emojiPayload = (emoji: string): Json => {
  const [name, id] = emoji.split(":");
  return { id: id ?? null, name: name ?? null };
};

function reactionFields(message: Message, viewerId: string): Json {
  if (message.reactions.size === 0) return {};
  const reactions = [...message.reactions].map(([emoji, givers]) => ({
    emoji: emojiPayload(emoji),
    count: givers.size,
    count_details: { burst: 0, normal: givers.size },
    burst_colors: [],
    me_burst: false,
    me: givers.has(viewerId),
    burst_me: false,
    burst_count: 0,
  }));
  return { reactions };
}

/** The message as MESSAGE_CREATE and MESSAGE_UPDATE carry it: with the guild and the author as its member. */
export function messageEventPayload(world: World, message: Message, open: boolean): Json {
  const channel = world.channels.get(message.channelId);
  const guild = channel?.guildId ? world.guilds.get(channel.guildId) : undefined;
  const member = guild?.members.get(message.authorId);
  return {
    ...messagePayload(world, message, world.bot.id, open),
    channel_type: channel?.type,
    ...(guild && message.onlyFor === null ? { guild_id: guild.id } : {}),
    ...(member && message.onlyFor === null ? { member: memberFields(member) } : {}),
  };
}
