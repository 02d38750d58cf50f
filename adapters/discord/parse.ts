import type { EventOf, InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Attachment } from "../../src/interaction/transcript.ts";
import { momentOf } from "./address.ts";
import { type DiscordMessage, numberIn, recordsIn, textIn, timeIn, valueIn } from "./api.ts";
import type { Channel } from "./channels.ts";
import type { Turn } from "./closed-channels.ts";
import { plainText } from "./plain-text.ts";

/** Types of messages that people and bots write: plain ones, replies, answers of bots to commands. */
const WRITTEN = new Set([0, 19, 20, 23]);
/** The first message of a thread that was started from a message: it only points to that one. */
const STARTER = 21;
const EPHEMERAL = 1 << 6;

/** The message that was really written, which stands elsewhere for the first one of some threads; null for everything else. */
export function writtenMessage(message: DiscordMessage): DiscordMessage | null {
  const type = numberIn(message, "type") ?? 0;
  if (((numberIn(message, "flags") ?? 0) & EPHEMERAL) !== 0) return null;
  if (type !== STARTER) return WRITTEN.has(type) ? message : null;
  const [first] = recordsIn({ list: [message.referenced_message] }, "list");
  return first ? { ...first, channel_id: message.channel_id, guild_id: message.guild_id } : null;
}

/** Everything the message says, in plain text; what stands in the cards of bots too. */
export function textOf(message: DiscordMessage): string {
  const cards = recordsIn(message, "embeds").flatMap((embed) => [textIn(embed, "title"), textIn(embed, "description")]);
  const isBot = valueIn(message, "author", "bot") === true;
  const parts = [textIn(message, "content"), ...(isBot ? cards : [])].filter((part) => part);
  return plainText(message, parts.join("\n"));
}

function attachmentsOf(message: DiscordMessage): Attachment[] {
  const files = recordsIn(message, "attachments").map((file) => ({
    name: textIn(file, "filename") ?? "file",
    type: textIn(file, "content_type") ?? "unknown",
    id: textIn(file, "id") ?? "",
  }));
  const stickers = recordsIn(message, "sticker_items").map((sticker) => ({
    name: textIn(sticker, "name") ?? "sticker",
    type: "sticker",
    id: textIn(sticker, "id") ?? "",
  }));
  return [...files, ...stickers];
}

/** Whether nothing of the message can be seen: Discord withholds the content of people's messages from those not allowed to read it. */
export function isBlank(message: DiscordMessage): boolean {
  return textOf(message) === "" && attachmentsOf(message).length === 0;
}

/** The people named in a message, in the order of its text where that can be read. */
export function mentionedIn(message: DiscordMessage): string[] {
  const cards = recordsIn(message, "embeds").map((embed) => textIn(embed, "description"));
  const words = [textIn(message, "content"), ...cards].join("\n");
  const inText = [...words.matchAll(/<@!?([0-9]+)>/g)].flatMap(([, id]) => id ?? []);
  const listed = recordsIn(message, "mentions").flatMap((user) => textIn(user, "id") ?? []);
  return [...new Set([...inText, ...listed])];
}

/** What is known about a message beyond itself. */
export interface MessageContext {
  readonly conversation: string;
  readonly author: Person;
  /** Whose conversation it is, where it is not known yet and somebody else writes first. */
  readonly customer: Person | null;
  /** Stands for words that Discord withholds; null where it withholds none. */
  readonly unreadable: string | null;
}

/** Somebody wrote; null where the message has no id. That makes a second delivery, or a later reading, change nothing. */
export function parseWritten(message: DiscordMessage, context: MessageContext): EventOf<"message"> | null {
  const { conversation, author, customer, unreadable } = context;
  const messageId = textIn(message, "id");
  if (messageId === null) return null;
  const isUnreadable = unreadable !== null && isBlank(message);
  return {
    kind: "message",
    id: `discord:message:${messageId}`,
    at: timeIn(message, "timestamp") ?? momentOf(messageId),
    conversation,
    messageId,
    author,
    text: isUnreadable ? unreadable : textOf(message),
    attachments: attachmentsOf(message),
    ...(isUnreadable ? { isUnreadable } : {}),
    ...(customer ? { customer } : {}),
  };
}

/** A message with other words than before; null where only its looks have changed or the words cannot be read. */
export function parseEdited(message: DiscordMessage, conversation: string): InboundEvent | null {
  const editedAt = textIn(message, "edited_timestamp");
  const messageId = textIn(message, "id");
  if (editedAt === null || messageId === null || isBlank(message)) return null;
  return {
    kind: "message-edited",
    id: `discord:edit:${messageId}:${editedAt}`,
    at: Date.parse(editedAt),
    conversation,
    messageId,
    text: textOf(message),
  };
}

export function parseDeleted(messageId: string, conversation: string, at: number): InboundEvent {
  return { kind: "message-deleted", id: `discord:delete:${messageId}`, at, conversation, messageId };
}

/** Discord does not tell who closed a channel. */
export function somebody(conversation: string): Person {
  return { address: conversation, role: "bot", name: "Discord" };
}

/** The conversation was closed or opened again by what was done to its channel. */
export function parseTurn(turn: Turn, { thread }: Channel, conversation: string, at: number): InboundEvent | null {
  if (turn === null) return null;
  const by = somebody(conversation);
  const isTurned = thread !== null && thread.isArchived === (turn === "closed");
  const id = isTurned ? `discord:turn:${conversation}:${turn}:${thread.turnedAt}` : null;
  if (turn === "closed") return { kind: "resolved", id, at, conversation, by };
  return { kind: "reopened", id, at, conversation, by, ifUnasked: true };
}

/** The channel of the conversation is no more. */
export function parseGone(conversation: string, at: number): InboundEvent {
  const id = `discord:gone:${conversation}`;
  return { kind: "resolved", id, at, conversation, by: somebody(conversation), isPlaceGone: true };
}
