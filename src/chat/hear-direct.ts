import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isColleague } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { AuditNote } from "../privacy/audit.ts";
import { changeAsking } from "../privacy/change-asking.ts";
import { giveReading } from "../privacy/give-reading.ts";
import { type DirectCommand, directCommand } from "../talk/direct-commands.ts";
import type { Asking } from "./find-overview.ts";
import { ownData } from "./find-receipt.ts";
import { lookAt, overviewOf } from "./give-overview.ts";

type Direct = EventOf<"message">;

/** A command on somebody's direct line, or words there that open no conversation: they are answered there. Null where the words are for a conversation. */
export async function hearDirect(event: Direct, context: Context): Promise<Outcome | null> {
  const command = directCommand(event.text);
  if (command === "stop" || command === "start") return changeAsking(asked(event, command === "start"), context);
  const wanted = command ?? (isColleague(event.author.role) ? "help" : null);
  if (wanted !== null) return answered(event, context, await answerTo(wanted, event, context));
  if (opensConversation(event, context)) return null;
  return answered(event, context, { answer: whereToWrite(event, context), audits: [] });
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
  command: Exclude<DirectCommand, "stop" | "start">,
  event: Direct,
  context: Context,
): Promise<DirectAnswer> {
  const asking = askingOf(event, context);
  if (command === "help") return { answer: helpText(asking), audits: [] };
  if (command === "data") return { answer: await ownData(asking), audits: [] };
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
  return keys.map((key) => wording.say(locale, key, { command: "" })).join("\n");
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
