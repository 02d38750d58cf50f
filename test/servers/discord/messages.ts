import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from "discord.js";
import { editedAttachments, storedAttachments } from "./attachments.ts";
import { keptComponents } from "./components.ts";
import type { Channel, InteractionTrace, Json, Message, Upload } from "./entities.ts";
import { type AllowedMentions, pingsOf } from "./mentions.ts";
import { messageEventPayload } from "./message-payloads.ts";
import { demand, demandToWrite, may } from "./permissions.ts";
import { badField, Refusal } from "./refusals.ts";
import { keepThreadAwake } from "./thread-life.ts";
import { isLater } from "./time.ts";
import { isThread, messageOf, type World } from "./world.ts";

/** The body of a message as it is sent. */
export interface Draft {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly attachments?: readonly { readonly id: string; readonly description?: string | null }[] | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly message_reference?: {
    readonly message_id?: string;
    readonly channel_id?: string;
    readonly fail_if_not_exists?: boolean;
  } | null;
  readonly files?: readonly Upload[];
}

/** What is known of a message beyond its draft. */
export interface Origin {
  readonly id?: string;
  readonly type?: MessageType;
  readonly interaction?: InteractionTrace;
  readonly onlyFor?: string;
  readonly reference?: Message["reference"];
}

/** Sends as a person or bot: rights, the nonce window and a waiting archive are minded. */
export function sendMessage(
  world: World,
  channel: Channel,
  authorId: string,
  draft: Draft,
  origin: Origin = {},
): Message {
  demandToWrite(world, channel, authorId);
  demandExtras(world, channel, authorId, draft);
  const earlier = sameNonce(world, channel, authorId, draft);
  return earlier ?? putMessage(world, channel, authorId, draft, origin);
}

/** Files need a permission, and so do embeds where there is nothing else; beside words they are dropped (discord-api-docs issue 2601). */
function demandExtras(world: World, channel: Channel, authorId: string, draft: Draft): void {
  const hasFiles = (draft.files?.length ?? 0) > 0;
  const isOnlyEmbeds = !hasFiles && !draft.content && (draft.embeds?.length ?? 0) > 0;
  if (hasFiles) demand(world, channel, authorId, PermissionFlagsBits.AttachFiles);
  if (isOnlyEmbeds && channel.guildId !== null) demand(world, channel, authorId, PermissionFlagsBits.EmbedLinks);
}

function sameNonce(world: World, channel: Channel, authorId: string, draft: Draft): Message | undefined {
  if (!draft.enforce_nonce || draft.nonce === undefined || draft.nonce === null) return undefined;
  const since = world.time.now() - world.clocks.nonce;
  return channel.messages.find(
    (each) => each.authorId === authorId && each.nonce === draft.nonce && each.createdAt > since,
  );
}

/** Puts a message into a channel and tells of it; asks for no rights. */
export function putMessage(
  world: World,
  channel: Channel,
  authorId: string,
  draft: Draft,
  origin: Origin = {},
): Message {
  const reference = origin.reference ?? referenceOf(channel, draft);
  const message: Message = {
    id: origin.id ?? world.newId(),
    channelId: channel.id,
    authorId,
    type: origin.type ?? (reference ? MessageType.Reply : MessageType.Default),
    content: draft.content ?? "",
    embeds: shownEmbeds(world, channel, authorId, draft),
    components: keptComponents(draft.components ?? []),
    attachments: storedAttachments(world, draft.files ?? [], draft.attachments ?? []),
    flags: origin.onlyFor ? (draft.flags ?? 0) | MessageFlags.Ephemeral : (draft.flags ?? 0),
    createdAt: world.time.now(),
    editedAt: null,
    nonce: draft.nonce ?? null,
    reference,
    interaction: origin.interaction ?? null,
    pings: pingsOf(world, channel, draft, reference?.messageId ?? null),
    reactions: new Map(),
    onlyFor: origin.onlyFor ?? null,
  };
  if (isThread(channel) && message.onlyFor === null) keepThreadAwake(world, channel, authorId, message.pings);
  channel.messages.push(message);
  if (message.onlyFor === null) channel.lastMessageId = message.id;
  tellOfMessage(world, channel, message, "MESSAGE_CREATE");
  return message;
}

const trimmed = ({ title, description }: APIEmbed): APIEmbed => ({
  ...(title === undefined ? {} : { title: title.trim() }),
  ...(description === undefined ? {} : { description: description.trim() }),
});

const keptEmbed = (embed: APIEmbed): APIEmbed => ({
  ...embed,
  ...trimmed(embed),
  type: "rich" as APIEmbed["type"] & string,
  ...(embed.fields ? { fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })) } : {}),
});

function shownEmbeds(world: World, channel: Channel, authorId: string, draft: Draft): APIEmbed[] {
  const allowed = channel.guildId === null || may(world, channel, authorId, PermissionFlagsBits.EmbedLinks);
  return allowed ? (draft.embeds ?? []).map(keptEmbed) : [];
}

function referenceOf(channel: Channel, { message_reference: wanted }: Draft): Message["reference"] {
  if (!wanted?.message_id) return null;
  const exists = channel.messages.some(({ id, onlyFor }) => id === wanted.message_id && onlyFor === null);
  if (exists) return { channelId: channel.id, messageId: wanted.message_id };
  if (wanted.fail_if_not_exists === false) return null;
  throw badField("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
}

/** Edits a message; `editorId` must have written it. */
export function editMessage(world: World, channel: Channel, id: string, editorId: string, draft: Draft): Message {
  demand(world, channel, editorId, 0n);
  const message = visibleMessage(channel, id);
  if (message.authorId !== editorId) throw new Refusal(50005);
  if (isThread(channel) && channel.thread.archived) throw new Refusal(50083);
  if (draft.files?.length) demand(world, channel, editorId, PermissionFlagsBits.AttachFiles);
  return changeMessage(world, channel, message, draft);
}

/** A message of components has neither text nor embeds, and what has them must lose them to become one. */
function demandOneKind(message: Message, draft: Draft): void {
  const isCard = ((message.flags | (draft.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  const content = draft.content === undefined ? message.content : (draft.content ?? "");
  const embeds = draft.embeds === undefined ? message.embeds : (draft.embeds ?? []);
  if (isCard && (content !== "" || embeds.length > 0))
    throw badField(
      "content",
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      "Not with the flag IS_COMPONENTS_V2.",
    );
}

/** Changes what is given in a message and tells of it; asks for no rights. */
export function changeMessage(world: World, channel: Channel, message: Message, draft: Draft): Message {
  demandOneKind(message, draft);
  if (draft.content !== undefined) message.content = draft.content ?? "";
  if (draft.embeds !== undefined) message.embeds = shownEmbeds(world, channel, message.authorId, draft);
  if (draft.components !== undefined) message.components = keptComponents(draft.components ?? []);
  if (draft.attachments !== undefined || draft.files?.length)
    message.attachments = editedAttachments(world, message, draft);
  if (draft.flags !== undefined && draft.flags !== null) {
    message.flags = draft.flags | (message.flags & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2));
  }
  message.editedAt = world.time.now();
  tellOfMessage(world, channel, message, "MESSAGE_UPDATE");
  return message;
}

export function deleteMessage(world: World, channel: Channel, id: string, deleterId: string): void {
  demand(world, channel, deleterId, 0n);
  const message = visibleMessage(channel, id);
  if (message.authorId !== deleterId) {
    if (channel.guildId === null) throw new Refusal(50003);
    demand(world, channel, deleterId, PermissionFlagsBits.ManageMessages);
  }
  removeMessage(world, channel, message);
}

/** Takes a message away and tells of it; asks for no rights. */
export function removeMessage(world: World, channel: Channel, message: Message): void {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  const where = channel.guildId === null || message.onlyFor !== null ? {} : { guild_id: channel.guildId };
  const body = () => ({ id: message.id, channel_id: channel.id, ...where });
  world.announce({ event: "MESSAGE_DELETE", ...audience(channel, message), body });
}

/** A message that is not somebody's ephemeral one (10008). */
export function visibleMessage(channel: Channel, id: string): Message {
  const message = messageOf(channel, id);
  if (message.onlyFor !== null) throw new Refusal(10008);
  return message;
}

export interface Page {
  readonly before?: string;
  readonly after?: string;
  readonly around?: string;
  readonly limit: number;
}

/** A channel's history as somebody reads it, newest first; nothing without the right to read history. */
export function history(world: World, channel: Channel, readerId: string, page: Page): Message[] {
  demand(world, channel, readerId, 0n);
  if (!may(world, channel, readerId, PermissionFlagsBits.ReadMessageHistory)) return [];
  const { before, after, around, limit } = page;
  const all = channel.messages.filter(({ onlyFor }) => onlyFor === null).sort((a, b) => (isLater(a.id, b.id) ? 1 : -1));
  if (after !== undefined)
    return all
      .filter(({ id }) => isLater(id, after))
      .slice(0, limit)
      .reverse();
  if (around !== undefined) {
    const middle = all.findIndex(({ id }) => !isLater(around, id));
    return all
      .slice(Math.max(0, middle - Math.floor(limit / 2)))
      .slice(0, limit)
      .reverse();
  }
  return all
    .filter(({ id }) => before === undefined || isLater(before, id))
    .slice(-limit)
    .reverse();
}

/** Ephemeral messages reach the bot as if they were direct: other intent, no guild (discord-api-docs issue 4557). */
function audience(channel: Channel, message: Message) {
  const direct = channel.guildId === null || message.onlyFor !== null;
  const intents = direct ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  return { intents, guildId: direct ? null : channel.guildId, within: direct ? null : channel };
}

function tellOfMessage(world: World, channel: Channel, message: Message, event: string): void {
  const body = (open: boolean): Json => messageEventPayload(world, message, open);
  world.announce({ event, ...audience(channel, message), body });
}
