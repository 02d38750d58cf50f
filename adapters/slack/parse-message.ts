import type { EventOf, InboundEvent } from "../../src/events.ts";
import { isColleague, type Person } from "../../src/interaction/customer.ts";
import { momentOf, personAddress, threadAddress } from "./address.ts";
import { isRecord, recordsIn, type SlackPayload, textIn } from "./api.ts";
import { filesOf, shownWords } from "./message-words.ts";
import { callsUs, personNamed } from "./named-people.ts";
import type { ParseRules } from "./parse-rules.ts";

/** Kinds of messages that people write; every other subtype is somebody's or something's doing. */
const WRITTEN = new Set([null, "file_share", "thread_broadcast", "me_message", "bot_message"]);

/** A message as it came in an event or was read from history. */
export interface MessageFound {
  readonly id: string | null;
  readonly team: string;
  readonly message: SlackPayload;
  readonly at: number;
  /** Our app's id, where the envelope says it. */
  readonly app?: string | null;
}

/** A message with the channel or direct line it stands in. */
interface PlacedMessage {
  readonly team: string;
  readonly channel: string;
  readonly isDirect: boolean;
  readonly message: SlackPayload;
  readonly app: string | null;
}

function unsupported(id: string | null, at: number, what: string): InboundEvent {
  return { kind: "unsupported", id, at, what };
}

/** The conversation a message stands in: its thread, or the customer's direct line; null where it names neither. */
function conversationOf({ team, channel, isDirect }: PlacedMessage, message: SlackPayload): string | null {
  const user = textIn(message, "user");
  if (isDirect) return user === null ? null : personAddress(team, user);
  const thread = textIn(message, "thread_ts") ?? textIn(message, "ts");
  return thread === null ? null : threadAddress(team, channel, thread);
}

/** What a message says has happened: written, edited or taken back, in a channel of ours or on a direct line. */
export function parseMessage({ id, team, message, at, app = null }: MessageFound, rules: ParseRules): InboundEvent {
  const channel = textIn(message, "channel");
  const isDirect = textIn(message, "channel_type") === "im";
  const key = id ?? `slack:history:${channel}:${textIn(message, "ts")}`;
  if (channel === null || !(isDirect || rules.supportChannels.includes(channel)))
    return unsupported(key, at, "a message elsewhere");
  const found: PlacedMessage = { team, channel, isDirect, message, app };
  const subtype = textIn(message, "subtype");
  if (subtype === "message_changed" || subtype === "message_deleted") return parseAmendment(key, at, found, rules);
  if (!WRITTEN.has(subtype)) return unsupported(key, at, `a message of subtype ${subtype}`);
  return parseWritten(key, at, found, rules);
}

function isOurs(message: SlackPayload, app: string | null, rules: ParseRules): boolean {
  const bot = textIn(message, "bot_id");
  return bot !== null && (rules.isOwn(bot) || (app !== null && textIn(message, "app_id") === app));
}

/** An edit or a deletion. A deleted message that has replies leaves a tombstone, which comes as a change. */
function parseAmendment(id: string, at: number, found: PlacedMessage, rules: ParseRules): InboundEvent {
  const { message } = found;
  const changed = textIn(message, "message", "subtype");
  const isDeletion = changed === "tombstone" || textIn(message, "subtype") === "message_deleted";
  const amended = message[isDeletion ? "previous_message" : "message"];
  if (!isRecord(amended) || isOurs(amended, found.app, rules)) return unsupported(id, at, "an edit of our own message");
  if (!WRITTEN.has(textIn(amended, "subtype"))) return unsupported(id, at, `an edit of subtype ${changed}`);
  const messageId = textIn(amended, "ts") ?? textIn(message, "deleted_ts");
  const conversation = conversationOf(found, amended);
  if (messageId === null || conversation === null) return unsupported(id, at, "an edit of a message without a name");
  const moment = momentOf(textIn(message, "ts") ?? textIn(message, "event_ts") ?? "0") || at;
  const where = { id, at: moment, conversation, messageId, writtenAt: momentOf(messageId) };
  if (isDeletion) return { kind: "message-deleted", ...where };
  return { kind: "message-edited", ...where, text: wordsOf(amended, rules) || unreadIn(amended, rules) };
}

/** The words, without our own name where the message only begins by calling us. */
function wordsOf(message: SlackPayload, rules: ParseRules): string {
  const text = (textIn(message, "text") ?? "").trimStart();
  const [, called, rest] = /^<@([A-Z0-9]+)(?:\|[^>]*)?>[\s,:]*(\S[\s\S]*)$/.exec(text) ?? [];
  const isCall = called !== undefined && rest !== undefined && rules.isOwn(called);
  return shownWords(isCall ? { ...message, text: rest } : message);
}

/** What stands for the words of a message that shows something and has none: of a kind that Slack may have added since. */
function unreadIn(message: SlackPayload, rules: ParseRules): string {
  const isShown = recordsIn(message, "blocks").length + recordsIn(message, "attachments").length > 0;
  return isShown && filesOf(message).length === 0 ? rules.unreadable : "";
}

function isReply(message: SlackPayload): boolean {
  const thread = textIn(message, "thread_ts");
  return thread !== null && thread !== textIn(message, "ts");
}

/** Who speaks, and for whom where that is somebody else; or why that is nobody we hear. */
type HeardFrom = { readonly author: Person; readonly customer?: Person } | string;

/** An app that begins a conversation speaks for the one person it names, such as whoever filled in its form. */
function automaton({ team, message, isDirect, app }: PlacedMessage, rules: ParseRules): HeardFrom {
  if (isDirect || isOurs(message, app, rules)) return "a bot's message";
  if (isReply(message)) {
    const user = textIn(message, "user") ?? "UBOT";
    return { author: { address: personAddress(team, user), role: "bot", name: textIn(message, "username") } };
  }
  const person = personNamed(team, message, rules);
  return person === null ? "a bot's message that names no one person" : { author: person, customer: person };
}

/** A colleague who begins a conversation by calling us speaks for the one person they name; everybody else for themselves. */
function speakerOf(found: PlacedMessage, rules: ParseRules): HeardFrom {
  const { team, message, isDirect } = found;
  if (textIn(message, "bot_id") !== null) return automaton(found, rules);
  const user = textIn(message, "user");
  if (user === null) return "a message by nobody";
  const author = rules.person(team, user);
  if (isDirect || isReply(message) || !isColleague(author.role) || !callsUs(message, rules)) return { author };
  const customer = personNamed(team, message, rules);
  return customer === null ? { author } : { author, customer };
}

function parseWritten(id: string, at: number, found: PlacedMessage, rules: ParseRules): InboundEvent {
  const { message, channel, isDirect } = found;
  const messageId = textIn(message, "ts");
  const conversation = conversationOf(found, message);
  if (messageId === null || conversation === null) return unsupported(id, at, "a message without a name");
  const speaker = speakerOf(found, rules);
  if (typeof speaker === "string") return unsupported(id, momentOf(messageId), speaker);
  const words = wordsOf(message, rules);
  const text = words || unreadIn(message, rules);
  // What is answered without being kept is known again by its name alone, whether Slack brings it or it is read back.
  const key = isDirect ? `slack:direct:${channel}:${messageId}` : id;
  const written: EventOf<"message"> = {
    ...{ kind: "message", id: key, at: momentOf(messageId), conversation, messageId, ...speaker },
    ...{ text, attachments: filesOf(message) },
    ...(text === words ? {} : { isUnreadable: true }),
    ...(isDirect ? { isDirect, writeIn: rules.supportChannels.map((one) => `‹#${one}›`) } : {}),
  };
  return written;
}
