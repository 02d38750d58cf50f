import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { isColleague } from "../interaction/customer.ts";
import type { OutboundMessage } from "../messages.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { changeAsking } from "../privacy/change-asking.ts";
import { type DirectCommand, directCommand } from "../talk/direct-commands.ts";
import { toEnhance } from "./find-enhancements.ts";
import { ownGreetings } from "./find-greetings.ts";
import { type Asking, lastDigest, lastWeek, openCases } from "./find-overview.ts";
import { ownData } from "./find-receipt.ts";

type Direct = EventOf<"message">;

/** A command on somebody's direct line, or words there that open no conversation: they are answered there. Null where the words are for a conversation. */
export async function hearDirect(event: Direct, context: Context): Promise<Outcome | null> {
  const command = directCommand(event.text);
  if (command === "stop" || command === "start") return changeAsking(asked(event, command === "start"), context);
  const wanted = command ?? (isColleague(event.author.role) ? "help" : null);
  if (wanted !== null) return answered(event, context, await answerTo(wanted, askingOf(event, context)));
  return opensConversation(event, context) ? null : answered(event, context, whereToWrite(event, context));
}

function asked(event: Direct, ask: boolean): EventOf<"asking-changed"> {
  const { id, at, author, conversation } = event;
  return { kind: "asking-changed", id, at, by: author, ask, answerIn: conversation };
}

function askingOf({ author }: Direct, context: Context): Asking {
  const { wording, settings } = context;
  return { ...context, by: author, locale: wording.choose(author.locale, settings.desk.locale) };
}

function answerTo(
  command: Exclude<DirectCommand, "stop" | "start">,
  asking: Asking,
): OutboundMessage | string | Promise<OutboundMessage | string> {
  switch (command) {
    case "help":
      return helpText(asking);
    case "data":
      return ownData(asking);
    case "status":
      return lastWeek(asking);
    case "digest":
      return lastDigest(asking);
    case "cases":
      return openCases(asking);
    case "enhance":
      return toEnhance(asking);
    case "greetings":
      return ownGreetings(asking);
  }
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

function answered({ conversation }: Direct, context: Context, answer: OutboundMessage | string): Outcome {
  const draft = createDraft();
  const message: OutboundMessage = typeof answer === "string" ? { kind: "notice", text: answer, actions: [] } : answer;
  draft.say({ id: context.ids.next(), to: conversation, message });
  return draft.outcome();
}
