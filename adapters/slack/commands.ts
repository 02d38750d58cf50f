import type { DeskBot } from "../../src/bot.ts";
import { giveOverview, giveOwnData } from "../../src/chat/asked-overview.ts";
import { giveFound } from "../../src/chat/asked-search.ts";
import type { Stamp } from "../../src/chat/button-events.ts";
import { ownLessons } from "../../src/chat/find-lessons.ts";
import type { Asking } from "../../src/chat/find-overview.ts";
import type { FormName, FormWords } from "../../src/chat/forms.ts";
import { readOverview } from "../../src/chat/give-overview.ts";
import { eventOfShadow } from "../../src/chat/shadow-commands.ts";
import type { ThemeFinder } from "../../src/digest/themes.ts";
import { pageFor } from "../../src/doors/pages.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Clock, Reader } from "../../src/ports.ts";
import { forgetQuestion } from "../../src/privacy/privacy-messages.ts";
import { may } from "../../src/rights.ts";
import { whoMay } from "../../src/say-who-may.ts";
import { readShadow } from "../../src/shadowing/wish.ts";
import { shadowHelp } from "../../src/shadowing/wish-messages.ts";
import { isCorrection } from "../../src/talk/correction.ts";
import { type PrivacyWant, privacyWant, readCorrection } from "../../src/talk/privacy-wants.ts";
import type { SayWords } from "../../src/wording.ts";
import type { SlackSection } from "./section.ts";

/** The slash commands, as the manifest names them: the last two are short for what the first one has too. */
export const COMMAND = "/emptychair";
export const SHADOW_COMMAND = "/shadow";
export const CHAIR_COMMAND = "/chair";
export const COMMANDS = [COMMAND, SHADOW_COMMAND, CHAIR_COMMAND] as const;

/** A typed command and who typed it. */
export interface Command {
  /** Which of them it is, with its slash. */
  readonly name: string;
  readonly text: string;
  /** Where it was typed: a channel, or the person's direct line. */
  readonly place: string;
  readonly by: Person;
  readonly triggerId: string;
}

export interface CommandConfig extends FormWords {
  readonly deskId: string;
  readonly store: Reader;
  readonly bot: Pick<DeskBot, "read" | "ownWords" | "handle">;
  readonly clock: Clock;
  readonly themes: ThemeFinder;
  /** What the desk has set for Slack. */
  readonly section: Pick<SlackSection, "supportChannels">;
  /** Each desk that knows the person. */
  knowing(address: string): Promise<readonly AskedDesk[]>;
}

/** A desk that knows somebody. */
type AskedDesk = Pick<CommandConfig, "deskId" | "store" | "bot" | "settings" | "themes">;

/** What is kept about the person at every desk, under the desks' names where there are several. */
async function dataEverywhere(asker: CommandConfig & Asking): Promise<OutboundMessage | string> {
  const knowing = await asker.knowing(asker.by.address);
  if (knowing.length < 2) return giveOwnData({ ...asker, ...knowing[0] });
  const receipts = await Promise.all(knowing.map((desk) => giveOwnData({ ...asker, ...desk })));
  const texts = receipts.map((receipt, index) => {
    const text = typeof receipt === "string" ? receipt : receipt.text;
    return [knowing[index]?.settings.desk.name, text].join("\n");
  });
  const actions = receipts.flatMap((receipt) => (typeof receipt === "string" ? [] : receipt.actions));
  const numbered = actions.map((action, index) => ({ ...action, value: String(index) }));
  return { kind: "notice", text: texts.join("\n\n"), actions: numbered };
}

/** What a command does: perhaps an event, always an answer to the person alone. */
export interface CommandAnswer {
  readonly event: InboundEvent | null;
  /** A sentence or a message; or what gives one, and may take its time. */
  readonly answer: OutboundMessage | string | (() => Promise<OutboundMessage | string>);
  /** The form that opens in place of the answer; none unless it is named. */
  readonly form?: FormName;
}

/** What somebody wants of what is kept about them, in one word or in as many as they like. */
function wantIn(text: string, word: string): PrivacyWant | null {
  if (word === "forget" || word === "unread" || word === "read" || word === "correct") return word;
  return privacyWant(text);
}

function wish(want: PrivacyWant, { text, by, triggerId }: Command, { clock }: CommandConfig): InboundEvent | null {
  const stamp = { id: `slack:command:${triggerId}`, at: clock.now(), by };
  if (want === "forget") return null;
  if (want !== "correct") return { kind: "reading-changed", ...stamp, read: want === "read" };
  return { kind: "correction-wanted", ...stamp, ...(readCorrection(text) ?? { field: "other", text: "" }) };
}

/** Answers what somebody wants of what is kept about them; forgetting is asked about first. */
function answerWish(want: PrivacyWant, command: Command, config: CommandConfig): CommandAnswer {
  const say: SayWords = (key, values) => config.wording.say(config.locale, key, values);
  const event = wish(want, command, config);
  if (event === null) return { event, answer: forgetQuestion(config, { ...command.by, locale: config.locale }) };
  if (event.kind !== "correction-wanted")
    return { event, answer: say(want === "read" ? "privacy.readAgain" : "privacy.notRead") };
  const done = event.field === "other" ? "privacy.correctPassedOn" : "privacy.corrected";
  const isClear = isCorrection(event);
  return { event: isClear ? event : null, answer: say(isClear ? done : "privacy.correctHow", { value: event.text }) };
}

/** What is typed after `/emptychair` for the same: `shadow every tue 09:00` for `/shadow every tue 09:00`. */
function wholeText({ name, text }: Command): string {
  return name === COMMAND ? text.trim() : `${name.slice(1)} ${text.trim()}`;
}

/** Sits down with conversations, or what else `shadow` asks for. */
function answerShadow(text: string, stamp: Stamp, asker: CommandConfig & Asking): CommandAnswer {
  const { wording, locale, by, settings } = asker;
  const wish = readShadow(text, settings);
  if (wish.kind === "lessons") return { event: null, answer: () => ownLessons(asker) };
  if (!may(by.role, "shadow")) return { event: null, answer: whoMay(asker, by, "shadow") };
  const event = eventOfShadow(wish, stamp);
  if (event === null) return { event, answer: shadowHelp(asker, locale, SHADOW_COMMAND) };
  return { event, answer: wording.say(locale, wish.kind === "now" ? "shadow.inDirect" : "shadow.inDirectSet") };
}

/** Has a customer's sentence said where the command was typed, but nowhere that customers read along. */
function answerChair({ place }: Command, stamp: Stamp, asker: CommandConfig & Asking): CommandAnswer {
  const { wording, locale, by, section } = asker;
  const isCustomers = section.supportChannels.some((channel) => place.endsWith(`:${channel.split(":").at(-1)}`));
  if (isCustomers && may(by.role, "shadow")) return { event: null, answer: wording.say(locale, "chair.notHere") };
  return { event: { kind: "chair-wanted", ...stamp, place }, answer: wording.say(locale, "shadow.chairComes") };
}

/** Answers a command: the customer's own switches and data, and for the team what is going on. */
export async function answerCommand(command: Command, config: CommandConfig): Promise<CommandAnswer> {
  const { by, triggerId } = command;
  const text = wholeText(command);
  const { wording, locale, settings, clock } = config;
  const say: SayWords = (key, values = {}) => wording.say(locale, key, { brand: settings.desk.brand, ...values });
  const asker = { ...config, by };
  const whole = { command: `${COMMAND} ` };
  const word = text.toLowerCase().replace(/\s.*$/s, "");
  const answer = (given: CommandAnswer["answer"], event: InboundEvent | null = null) => ({ event, answer: given });
  const stamp = { id: `slack:command:${triggerId}`, at: clock.now(), by };
  const asking = (ask: boolean): InboundEvent => ({ kind: "asking-changed", ...stamp, ask });
  if (word === "stop") return answer(say("survey.optedOut"), asking(false));
  if (word === "start" || word === "ask") return answer(say("survey.optedIn"), asking(true));
  const want = wantIn(text.trim(), word);
  if (want !== null) return answerWish(want, { ...command, text }, config);
  if (word === "data" || word === "my") return answer(await dataEverywhere(asker));
  const privacy = say("command.helpPrivacy", whole);
  if (word === "shadow") return answerShadow(text.slice(word.length), stamp, asker);
  if (word === "chair") return answerChair(command, stamp, asker);
  const overview = readOverview(word);
  const asked = overview === null ? null : () => giveOverview(config.bot, overview, asker);
  if (!may(by.role, "read-figures")) {
    await asked?.();
    return answer([say("command.help", whole), privacy].join("\n"));
  }
  if (asked !== null) return answer(overview === "status" || overview === "enhance" ? await asked() : asked);
  if (word === "search") return answer(() => giveFound(config.bot, text.trim().slice(word.length), asker));
  if (word === "page") return answer("", { kind: "link-wanted", ...stamp, path: pageFor(by.role) });
  if (word === "signout") return answer(say("door.ended"), { kind: "session-ended", ...stamp });
  if (word === "told") return { ...answer(""), form: "tell" };
  const help = [
    say("command.helpTeam", whole),
    say("command.helpEnhance", whole),
    say("command.helpPage", whole),
    say("command.helpResolve"),
    say("command.helpCord", whole),
    say("command.helpSearch", whole),
    say("command.helpShadow", { command: "/" }),
    ...(may(by.role, "change-settings") ? [say("setUp.help", whole)] : []),
    privacy,
  ];
  return answer(help.join("\n"));
}
