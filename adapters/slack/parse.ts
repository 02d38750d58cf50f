import type { InboundEvent } from "../../src/events.ts";
import { isColleague, type Person } from "../../src/interaction/customer.ts";
import type { Attachment } from "../../src/interaction/transcript.ts";
import { momentOf, personAddress, threadAddress } from "./address.ts";
import { isRecord, recordsIn, type SlackPayload, textIn } from "./api.ts";
import { plainText } from "./plain-text.ts";

/** What parsing needs to know beside the payload. */
export interface ParseRules {
  readonly supportChannels: readonly string[];
  readonly resolveReaction: string;
  /** Who a user is, as far as is known now. */
  person(team: string, user: string): Person;
  /** Whether a bot, or a bot's user, is ourselves: our own posts come back as messages. */
  isOwn(id: string): boolean;
  /** The first of the workspaces that is one of ours. */
  ours(teams: readonly string[]): string;
}

/** Kinds of messages that people write; every other subtype is somebody's or something's doing. */
const WRITTEN = new Set([null, "file_share", "thread_broadcast", "me_message", "bot_message"]);

/** The workspace whose token serves this payload: in a shared channel that is ours, not the one of whoever acted. */
export function teamOf(body: SlackPayload, { ours }: Pick<ParseRules, "ours">): string {
  const named = [
    textIn(body, "context_team_id"),
    textIn(body, "view", "app_installed_team_id"),
    textIn(body, "team_id"),
    textIn(body, "team", "id"),
    textIn(body, "message", "team"),
  ];
  return ours(named.filter((team) => team !== null));
}

/** Whoever an Events API envelope says has acted; null where nobody is named. */
export function actorOf(body: SlackPayload): string | null {
  return textIn(body, "event", "user") ?? textIn(body, "event", "message", "user");
}

function unsupported(id: string | null, at: number, what: string): InboundEvent {
  return { kind: "unsupported", id, at, what };
}

/** What an Events API envelope says has happened. Unknown ones are a value. */
export function parseEvent(body: SlackPayload, rules: ParseRules): InboundEvent {
  const eventId = textIn(body, "event_id");
  const id = eventId === null ? null : `slack:event:${eventId}`;
  const event = body.event;
  const at = typeof body.event_time === "number" ? body.event_time * 1000 : 0;
  const type = textIn(event, "type");
  if (!isRecord(event) || type === null) return unsupported(id, at, "an envelope without an event");
  const team = teamOf(body, rules);
  const app = textIn(body, "api_app_id");
  if (type === "message") return parseMessage({ id, team, message: event, at, app }, rules);
  if (type === "reaction_added" || type === "reaction_removed") return parseReaction(id, team, event, rules);
  return unsupported(id, at, type);
}

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
  readonly channel: string;
  readonly isDirect: boolean;
  readonly message: SlackPayload;
  readonly app: string | null;
}

/** The conversation a message stands in: its thread, or the customer's direct line; null where it names neither. */
function conversationOf(
  team: string,
  { channel, isDirect }: Pick<PlacedMessage, "channel" | "isDirect">,
  message: SlackPayload,
): string | null {
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
  const found: PlacedMessage = { channel, isDirect, message, app };
  const subtype = textIn(message, "subtype");
  if (subtype === "message_changed" || subtype === "message_deleted")
    return parseAmendment(key, at, team, found, rules);
  if (!WRITTEN.has(subtype)) return unsupported(key, at, `a message of subtype ${subtype}`);
  return parseWritten(key, at, team, found, rules);
}

/** An edit or a deletion. A deleted message that has replies leaves a tombstone, which comes as a change. */
function parseAmendment(id: string, at: number, team: string, found: PlacedMessage, rules: ParseRules): InboundEvent {
  const { message } = found;
  const isTombstone = textIn(message, "message", "subtype") === "tombstone";
  const isDeletion = isTombstone || textIn(message, "subtype") === "message_deleted";
  const amended = message[isDeletion ? "previous_message" : "message"];
  if (!isRecord(amended) || textIn(amended, "bot_id") !== null)
    return unsupported(id, at, "an edit of a bot's message");
  const messageId = textIn(amended, "ts") ?? textIn(message, "deleted_ts");
  const conversation = conversationOf(team, found, amended);
  if (messageId === null || conversation === null) return unsupported(id, at, "an edit of a message without a name");
  const moment = momentOf(textIn(message, "ts") ?? textIn(message, "event_ts") ?? "0") || at;
  const where = { id, at: moment, conversation, messageId };
  if (isDeletion) return { kind: "message-deleted", ...where };
  return { kind: "message-edited", ...where, text: wordsOf(amended, rules) };
}

function attachmentsOf(message: SlackPayload): Attachment[] {
  return recordsIn(message, "files").map((file) => ({
    name: textIn(file, "name") ?? textIn(file, "title") ?? "file",
    type: textIn(file, "mimetype") ?? textIn(file, "filetype") ?? "unknown",
  }));
}

/** The words, without our own name where the message only begins by calling us. */
function wordsOf(message: SlackPayload, rules: ParseRules): string {
  const text = textIn(message, "text") ?? "";
  const [, called, rest] = /^<@([A-Z0-9]+)(?:\|[^>]*)?>[\s,:]*([\s\S]+)$/.exec(text.trimStart()) ?? [];
  return plainText(called !== undefined && rest !== undefined && rules.isOwn(called) ? rest : text);
}

function isReply(message: SlackPayload): boolean {
  const thread = textIn(message, "thread_ts");
  return thread !== null && thread !== textIn(message, "ts");
}

function authorOf(team: string, { message, isDirect, app }: PlacedMessage, rules: ParseRules): Person | string {
  const user = textIn(message, "user");
  const bot = textIn(message, "bot_id");
  if (bot === null) {
    if (user === null) return "a message by nobody";
    const person = rules.person(team, user);
    return isDirect && isColleague(person.role) ? "a message of the team's own to the bot" : person;
  }
  const isOwn = rules.isOwn(bot) || (app !== null && textIn(message, "app_id") === app);
  if (isOwn || isDirect || !isReply(message)) return "a bot's message";
  return { address: personAddress(team, user ?? "UBOT"), role: "bot", name: textIn(message, "username") };
}

function parseWritten(id: string, at: number, team: string, found: PlacedMessage, rules: ParseRules): InboundEvent {
  const { message } = found;
  const ts = textIn(message, "ts");
  const conversation = conversationOf(team, found, message);
  if (ts === null || conversation === null) return unsupported(id, at, "a message without a name");
  const author = authorOf(team, found, rules);
  if (typeof author === "string") return unsupported(id, momentOf(ts), author);
  return {
    kind: "message",
    id,
    at: momentOf(ts),
    conversation,
    messageId: ts,
    author,
    text: wordsOf(message, rules),
    attachments: attachmentsOf(message),
  };
}

function parseReaction(id: string | null, team: string, event: SlackPayload, rules: ParseRules): InboundEvent {
  const at = momentOf(textIn(event, "event_ts") ?? "0");
  const channel = textIn(event, "item", "channel");
  const ts = textIn(event, "item", "ts");
  const user = textIn(event, "user");
  const isOurs =
    textIn(event, "reaction") === rules.resolveReaction && channel !== null && rules.supportChannels.includes(channel);
  if (!isOurs || ts === null || user === null) return unsupported(id, at, "a reaction");
  const where = { id, at, conversation: threadAddress(team, channel, ts), by: rules.person(team, user) };
  return textIn(event, "type") === "reaction_added"
    ? { kind: "resolved", ...where }
    : { kind: "reopened", ...where, ifUnasked: true };
}
