import type { Attachment } from "../../src/interaction/transcript.ts";
import { type DiscordMessage, recordsIn, textIn, valueIn } from "./api.ts";
import { flattened } from "./components.ts";
import { plainText } from "./plain-text.ts";

const TEXT_DISPLAY = 10;
const FILE = 13;
/** Kinds of embeds that somebody made; every other kind is a preview that Discord adds. */
const MADE = new Set<unknown>([undefined, null, "rich"]);

type Words = readonly (string | null)[];

/** Author, title, text, fields and foot of every card in the message. */
function cardWords(message: DiscordMessage): Words {
  const cards = recordsIn(message, "embeds").filter(({ type }) => MADE.has(type));
  return cards.flatMap((card) => [
    textIn(card, "author", "name"),
    textIn(card, "title"),
    textIn(card, "description"),
    ...recordsIn(card, "fields").map((field) => `${textIn(field, "name") ?? ""}: ${textIn(field, "value") ?? ""}`),
    textIn(card, "footer", "text"),
  ]);
}

function componentWords(message: DiscordMessage): Words {
  const shown = flattened(recordsIn(message, "components"));
  return shown.filter(({ type }) => type === TEXT_DISPLAY).map((display) => textIn(display, "content"));
}

/** What a poll asks, and a line for each of its answers. */
function pollWords(message: DiscordMessage): Words {
  const answers = recordsIn(message, "poll", "answers").map((answer) => textIn(answer, "poll_media", "text"));
  return [textIn(message, "poll", "question", "text"), ...answers.map((answer) => answer && `- ${answer}`)];
}

/** The messages that were forwarded with this one. */
function forwarded(message: DiscordMessage): DiscordMessage[] {
  return recordsIn(message, "message_snapshots").flatMap((snapshot) => recordsIn({ list: [snapshot.message] }, "list"));
}

/** Everything the message says, in plain text: cards of bots, components, polls and forwarded messages too. */
export function textOf(message: DiscordMessage): string {
  const isBot = valueIn(message, "author", "bot") === true || message.author === undefined;
  const own = [
    textIn(message, "content"),
    ...(isBot ? cardWords(message) : []),
    ...componentWords(message),
    ...pollWords(message),
  ];
  const words = plainText(message, own.filter((part) => part).join("\n"));
  return [words, ...forwarded(message).map(textOf)].filter((part) => part !== "").join("\n");
}

/** Files and stickers of the message and of those forwarded with it; a voice message is a file. */
export function attachmentsOf(message: DiscordMessage): Attachment[] {
  const shown = flattened(recordsIn(message, "components")).filter(({ type }) => type === FILE);
  const files = [...recordsIn(message, "attachments"), ...shown.map(({ name }) => ({ filename: name }))];
  const named = files.map((file) => ({
    name: textIn(file, "filename") ?? "file",
    type: textIn(file, "content_type") ?? "unknown",
    id: textIn(file, "id") ?? "",
  }));
  const stickers = recordsIn(message, "sticker_items").map((sticker) => ({
    name: textIn(sticker, "name") ?? "sticker",
    type: "sticker",
    id: textIn(sticker, "id") ?? "",
  }));
  return [...named, ...stickers, ...forwarded(message).flatMap(attachmentsOf)];
}

/** Whether nothing of the message can be seen: Discord withholds the content of people's messages from those not allowed to read it. */
export function isBlank(message: DiscordMessage): boolean {
  return textOf(message) === "" && attachmentsOf(message).length === 0;
}

/** The people named in a message and its cards, in the order of its text where that can be read. */
export function mentionedIn(message: DiscordMessage): string[] {
  const words = [textIn(message, "content"), ...cardWords(message), ...componentWords(message)].join("\n");
  const inText = [...words.matchAll(/<@!?([0-9]+)>/g)].flatMap(([, id]) => id ?? []);
  const listed = recordsIn(message, "mentions").flatMap((user) => textIn(user, "id") ?? []);
  return [...new Set([...inText, ...listed])];
}
