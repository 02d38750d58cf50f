import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { awaitsSure, forgetCustomer } from "../forgetting/forget-customer.ts";
import { isColleague } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { AuditNote } from "../privacy/audit.ts";
import { changeAsking } from "../privacy/change-asking.ts";
import { changeReading } from "../privacy/change-reading.ts";
import { correctCustomer } from "../privacy/correct-customer.ts";
import { giveReading } from "../privacy/give-reading.ts";
import { may } from "../rights.ts";
import { yesOrNo } from "../survey/yes-or-no.ts";
import { type DirectCommand, directCommand } from "../talk/direct-commands.ts";
import { PRIVACY_WANTS, type PrivacyWant, readCorrection } from "../talk/privacy-wants.ts";
import type { Asking } from "./find-overview.ts";
import { ownWordsOf } from "./find-own-words.ts";
import { ownData } from "./find-receipt.ts";
import { lookAt, overviewOf } from "./give-overview.ts";
import { hearSitting } from "./hear-sitting.ts";

type Direct = EventOf<"message">;

/** A longer text that begins with yes says more than that. */
const LONGEST_YES = 40;

/** A command on somebody's direct line, or words there that open no conversation: they are answered there. Null where the words are for a conversation. */
export async function hearDirect(event: Direct, context: Context): Promise<Outcome | null> {
  const sitting = await hearSitting(event, context);
  if (sitting !== null) return sitting;
  const command = directCommand(event.text);
  if (command === "stop" || command === "start") return changeAsking(asked(event, command === "start"), context);
  if (command !== null && isPrivacyWant(command)) return carriedOut(command, event, context);
  const wanted = command ?? (isColleague(event.author.role) ? "help" : null);
  if (wanted === "data") return everyWord(event, context);
  if (wanted !== null) return answered(event, context, await answerTo(wanted, event, context));
  if (opensConversation(event, context)) return null;
  return answered(event, context, { answer: whereToWrite(event, context), audits: [] });
}

function isPrivacyWant(command: DirectCommand): command is PrivacyWant {
  return (PRIVACY_WANTS as readonly string[]).includes(command);
}

/** A "yes" to whether somebody is sure that they want to be forgotten; null where it is anything else. */
export async function hearSure(event: Direct, context: Context): Promise<Outcome | null> {
  const { text, author, at } = event;
  const isYes = text.length <= LONGEST_YES && yesOrNo(text) === "yes";
  if (!isYes || !(await awaitsSure(context, author.address, at))) return null;
  return forgetCustomer({ kind: "forget-wanted", ...stampOf(event), isSure: true }, context);
}

function stampOf({ id, at, author, conversation }: Direct) {
  return { id, at, by: author, answerIn: conversation };
}

function carriedOut(want: PrivacyWant, event: Direct, context: Context): Promise<Outcome> {
  const stamp = stampOf(event);
  if (want === "forget") return forgetCustomer({ kind: "forget-wanted", ...stamp, isSure: false }, context);
  if (want !== "correct") return changeReading({ kind: "reading-changed", ...stamp, read: want === "read" }, context);
  const { field, text } = readCorrection(event.text) ?? { field: "other", text: "" };
  return correctCustomer({ kind: "correction-wanted", ...stamp, field, text }, context);
}

/** What is kept of somebody, then every word of it. */
async function everyWord(event: Direct, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asking = askingOf(event, context);
  const data = await ownData(asking);
  const receipt: OutboundMessage = typeof data === "string" ? { kind: "notice", text: data, actions: [] } : data;
  const words = await ownWordsOf(asking);
  for (const message of [receipt, ...words]) draft.say({ id: context.ids.next(), to: event.conversation, message });
  if (words.length > 0) {
    const identity = await context.store.get("identity", event.author.address);
    const subject = identity?.customerId ?? null;
    draft.audit({ by: null, act: "exported", table: "customer", subject, via: "chat", facts: { own: true } });
  }
  return draft.outcome();
}

function asked(event: Direct, ask: boolean): EventOf<"asking-changed"> {
  const { id, at, author, conversation } = event;
  return { kind: "asking-changed", id, at, by: author, ask, answerIn: conversation };
}

function askingOf({ author }: Direct, context: Context): Asking {
  const { wording, settings } = context;
  return { ...context, by: author, locale: wording.choose(author.locale, settings.desk.locale) };
}

/** What a command is answered with, and what the audit log is to tell of it. */
interface DirectAnswer {
  readonly answer: OutboundMessage | string;
  readonly audits: readonly AuditNote[];
}

async function answerTo(
  command: Exclude<DirectCommand, "stop" | "start" | "data" | PrivacyWant>,
  event: Direct,
  context: Context,
): Promise<DirectAnswer> {
  const asking = askingOf(event, context);
  if (command === "help") return { answer: helpText(asking), audits: [] };
  const { by, locale } = asking;
  const { looked, audits } = await giveReading(context, lookAt(command, by), (read) =>
    overviewOf(command, { ...read, by, locale }),
  );
  return { answer: looked.kind === "given" ? looked.found : looked.text, audits };
}

function helpText({ wording, locale, by }: Asking): string {
  const keys = isColleague(by.role)
    ? (["command.helpTeam", "command.helpEnhance"] as const)
    : (["command.help"] as const);
  const help = [...keys, "command.helpPrivacy" as const].map((key) => wording.say(locale, key, { command: "" }));
  const sitting = may(by.role, "shadow") ? [wording.say(locale, "command.helpShadow", { command: "" })] : [];
  return [...help, ...sitting].join("\n");
}

/** Whether a direct message opens a conversation of its own: as the desk has set it, by default where there is one place to write in. */
function opensConversation({ writeIn = [] }: Direct, { settings }: Context): boolean {
  const { directMessages } = settings.desk;
  return directMessages === "auto" ? writeIn.length === 1 : directMessages === "conversation";
}

function whereToWrite({ author, writeIn = [] }: Direct, { wording, settings }: Context): string {
  const locale = wording.choose(author.locale, settings.desk.locale);
  if (writeIn.length === 0) return wording.say(locale, "direct.writeToTeam");
  return wording.say(locale, "direct.writeIn", { places: writeIn.join(", ") });
}

function answered({ conversation }: Direct, context: Context, { answer, audits }: DirectAnswer): Outcome {
  const draft = createDraft();
  for (const note of audits) draft.audit(note);
  const message: OutboundMessage = typeof answer === "string" ? { kind: "notice", text: answer, actions: [] } : answer;
  draft.say({ id: context.ids.next(), to: conversation, message });
  return draft.outcome();
}
