import { linkSaid } from "../../src/chat/door-words.ts";
import { findLinks } from "../../src/chat/find-links.ts";
import { ANYTHING, FORM_RIGHTS, type FormName, type FormWords } from "../../src/chat/forms.ts";
import type { InboundEvent } from "../../src/events.ts";
import { inTime } from "../../src/in-time.ts";
import { isColleague, type Person } from "../../src/interaction/customer.ts";
import type { Refusal } from "../../src/outcome.ts";
import { may } from "../../src/rights.ts";
import { whoMay } from "../../src/say-who-may.ts";
import type { WordingKey } from "../../src/wording.ts";
import { channelAddress, placeOf, userOf } from "./address.ts";
import { isRecord, type SlackPayload, textIn } from "./api.ts";
import { FROM_HOME } from "./buttons.ts";
import { answerCommand, COMMAND } from "./commands.ts";
import type { AppHomes } from "./draw-app-home.ts";
import type { FindDesk } from "./find-desk.ts";
import { formView, sayingView, type View } from "./forms.ts";
import { keepEvent } from "./keep-event.ts";
import { peopleIn } from "./named-people.ts";
import { parseEvent, teamOf } from "./parse.ts";
import {
  channelOf,
  chosenUser,
  fieldOf,
  parseClick,
  parseSubmission,
  shortcutConversation,
  threadOfClick,
  turnOf,
} from "./parse-interaction.ts";
import type { SlackParts } from "./parts.ts";
import { escaped } from "./plain-text.ts";
import { createReactedThreads } from "./reacted-threads.ts";
import { meaningOf, readReaction } from "./reactions.ts";
import { type Rendered, render } from "./render.ts";
import { createThreads } from "./threads.ts";
import { LOOK_UP_PATIENCE_MS } from "./waits.ts";
import { wantedNote } from "./wanted-note.ts";

/** What is done for each kind of thing Slack hands over. Each resolves when it is saved, and rejects if it could not be. */
export interface Handlers extends DeskHandlers {
  home(body: SlackPayload): Promise<void>;
  /** Somebody has come into a channel; if that is the bot, whoever invited it is asked what the channel is for. */
  joined(body: SlackPayload): Promise<void>;
}

/** The forms that shortcuts open. */
export type ShortcutForm = "resolve" | "cord-pull";

/** The same at one desk. */
export interface DeskHandlers {
  event(body: SlackPayload): Promise<void>;
  /** Gives a sentence for the person alone, or null. `acknowledge` is called as soon as the click may be acknowledged. */
  click(body: SlackPayload, acknowledge: () => Promise<void>): Promise<string | null>;
  /** Gives the acknowledgement: nothing, the fields that are wrong, or a view that says what stood in the way. */
  submission(body: SlackPayload): Promise<View | undefined>;
  /** Opens the form in the conversation in which the shortcut was used. */
  shortcut(body: SlackPayload, form: ShortcutForm): Promise<void>;
  /** Gives the answer to the person alone; null where a form has opened. `acknowledge` is called first where the answer may take longer than Slack waits. */
  command(body: SlackPayload, acknowledge: () => Promise<void>): Promise<CommandReply | null>;
}

/** A text, or a message with what it says in words. */
export type CommandReply = Pick<Rendered, "text"> & Partial<Pick<Rendered, "blocks">>;

interface Actor {
  readonly team: string;
  readonly by: Person;
  readonly words: FormWords;
}

/** Events that say nothing of a conversation. */
const NOT_KEPT = ["app_home_opened", "member_joined_channel"];

/** What is said where a shortcut is used elsewhere than in a conversation with a customer. */
const NOT_CONVERSATION = {
  resolve: "form.notConversation",
  "cord-pull": "cord.notConversation",
} as const satisfies Record<ShortcutForm, WordingKey>;

/** Where a command was typed: the channel, or the person's direct line. */
function placeOfCommand(body: SlackPayload, team: string, by: Person): string {
  const channel = channelOf(body);
  return channel === null || channel.startsWith("D") ? by.address : channelAddress(channel, team);
}

/** What the handlers of all desks share. */
interface Shared {
  readonly findDesk: FindDesk;
  readonly homes: AppHomes;
  /** Resolves when what was said in the conversation before is kept, and rejects where it is not. */
  heard(conversation: string): Promise<void>;
}

export function createHandlers(parts: SlackParts, { findDesk, homes, heard }: Shared): DeskHandlers {
  const { api, bot, store, settings, wording, clock, log, directory, rules, findLink } = parts;
  const threads = createThreads(parts);
  const reactedThreads = createReactedThreads(api, store);

  const actor = async (body: SlackPayload, user: string | null): Promise<Actor> => {
    const team = teamOf(body, rules);
    await directory.prepare(team, user ?? "");
    const by = rules.person(team, user ?? "");
    return { team, by, words: { wording, settings, locale: wording.choose(by.locale, settings.desk.locale) } };
  };

  const openView = async (body: SlackPayload, { team, words }: Actor, view: View): Promise<string | null> => {
    const answer = await api.call(team, "views.open", { trigger_id: textIn(body, "trigger_id") ?? "", view });
    if (answer.kind === "ok") return null;
    log.warn("A form could not be opened", { answer });
    return wording.say(words.locale, "form.tooLate");
  };

  const openForm = async (body: SlackPayload, who: Actor, form: FormName, subject: string): Promise<string | null> => {
    const right = FORM_RIGHTS[form];
    if (right !== null && !may(who.by.role, right)) return whoMay(parts, who.by, right);
    const from = textIn(body, "view", "type") === "home" ? { value: FROM_HOME } : {};
    return openView(body, who, formView(form, { subject, desk: parts.deskId, ...from }, who.words));
  };

  /** Says it in the thread to the person alone; tells whether it stands there. An answer to a click itself would stand in the channel. */
  const sayInThread = async (
    channel: string | null,
    thread: string | null,
    who: Omit<Actor, "words">,
    text: string,
  ) => {
    const said = { channel, user: userOf(who.by.address), thread_ts: thread, text: escaped(text) };
    const answer = await api.call(who.team, "chat.postEphemeral", said);
    if (answer.kind !== "ok") log.warn("A refusal could not be said", { answer });
    return answer.kind === "ok";
  };

  /** The thread of a reaction that means something here; null for anything else. */
  const threadOfReaction = async (team: string, event: unknown): Promise<string | null> => {
    const reaction = readReaction(event);
    const isInThread = reaction !== null && !reaction.channel.startsWith("D") && meaningOf(reaction, rules) !== null;
    return isInThread ? reactedThreads.threadOf(team, reaction.channel, reaction.ts) : null;
  };

  /** A reaction has no place for an answer: a colleague is told in its thread, to them alone; to anybody else it may have meant something else. */
  const sayToColleague = async (body: SlackPayload, event: InboundEvent, refusal: Refusal): Promise<void> => {
    const isReaction = event.kind === "resolved" || event.kind === "cord-pulled";
    if (!isReaction || refusal.told || !isColleague(event.by.role)) return;
    const place = placeOf(event.conversation);
    await sayInThread(
      place?.channel ?? null,
      place?.thread ?? null,
      { team: teamOf(body, rules), by: event.by },
      refusal.text,
    );
  };

  /** What is still to be said of a click: nothing once it stands in the thread of the click. */
  const leftToSay = async (
    body: SlackPayload,
    who: Actor,
    { told, text }: Pick<Refusal, "told" | "text">,
  ): Promise<string | null> => {
    const thread = threadOfClick(body);
    const isSaid = told || (thread !== null && (await sayInThread(channelOf(body), thread, who, text)));
    return isSaid ? null : escaped(text);
  };

  /** What is done to a conversation is decided by what was said there. Rejects where that cannot be read now: Slack brings it again. */
  const hearBefore = async (event: InboundEvent): Promise<void> => {
    if (event.kind === "resolved" || event.kind === "cord-pulled")
      await inTime(heard(event.conversation), LOOK_UP_PATIENCE_MS);
  };

  return {
    async event(body) {
      if (NOT_KEPT.includes(textIn(body, "event", "type") ?? "")) return;
      const team = teamOf(body, rules);
      await directory.prepareAll(team, isRecord(body.event) ? peopleIn(body.event, rules) : []);
      const event = parseEvent(body, rules, await threadOfReaction(team, body.event));
      if (event.kind === "message") await threads.beginBefore(event);
      await hearBefore(event);
      const { refusal } = await keepEvent(bot, event);
      if (refusal) await sayToColleague(body, event, refusal);
    },
    async click(body, acknowledge) {
      const who = await actor(body, textIn(body, "user", "id"));
      const click = parseClick(body, { ...who, at: clock.now() });
      if (click.kind === "form") {
        await acknowledge();
        return openForm(body, who, click.form, click.subject);
      }
      const { refusal, disclosed } = await bot.handle(click.event);
      await acknowledge();
      const turn = refusal ? {} : turnOf(body);
      if (textIn(body, "view", "type") === "home") await homes.publish(who.team, userOf(who.by.address) ?? "", turn);
      const link = linkSaid(disclosed, who.by, parts);
      if (link !== null) return leftToSay(body, who, { told: false, text: `${link.text}\n${link.url}` });
      return refusal ? leftToSay(body, who, refusal) : null;
    },
    async submission(body) {
      const { by, words } = await actor(body, textIn(body, "user", "id"));
      const chosen = chosenUser(body);
      const person = chosen === null ? null : (await actor(body, chosen)).by;
      const event = parseSubmission(body, { by, at: clock.now(), person });
      if (!event) return undefined;
      const wanting = fieldOf(body, "note").trim() === "" ? wantedNote(event) : undefined;
      if (wanting) return { response_action: "errors", errors: { note: wording.say(words.locale, wanting) } };
      await hearBefore(event);
      const { refusal } = await bot.handle(event);
      if (!refusal || refusal.told) return undefined;
      if (refusal.code === "unclear") return { response_action: "errors", errors: { note: refusal.text } };
      return { response_action: "update", view: sayingView(refusal.text, words) };
    },
    async shortcut(body, form) {
      const who = await actor(body, textIn(body, "user", "id"));
      const conversation = shortcutConversation(body, who.team);
      const [known] =
        conversation === null ? [] : await store.list("interaction", { where: { conversation }, limit: 1 });
      const right = FORM_RIGHTS[form];
      const refused = right === null || may(who.by.role, right) ? null : whoMay(parts, who.by, right);
      const saying = refused ?? (known ? null : wording.say(who.words.locale, NOT_CONVERSATION[form]));
      const about = { subject: conversation ?? "", desk: parts.deskId };
      const view = saying === null ? formView(form, about, who.words) : sayingView(saying, who.words);
      await openView(body, who, view);
    },
    async command(body, acknowledge) {
      const { by, words } = await actor(body, textIn(body, "user_id"));
      const command = {
        name: textIn(body, "command") ?? COMMAND,
        text: textIn(body, "text") ?? "",
        place: placeOfCommand(body, teamOf(body, rules), by),
        by,
        triggerId: textIn(body, "trigger_id") ?? "",
      };
      const { event, answer, form } = await answerCommand(command, { ...parts, ...words, knowing: findDesk.knowing });
      if (form) {
        await acknowledge();
        const team = teamOf(body, rules);
        const said = await openForm(body, { team, by, words }, form, ANYTHING);
        return said === null ? null : { text: said };
      }
      const { refusal, disclosed } = event ? await bot.handle(event) : {};
      const link = linkSaid(disclosed, by, parts);
      if (link !== null) return { text: `${escaped(link.text)}\n${link.url}` };
      if (refusal?.told) await acknowledge();
      if (refusal) return refusal.told ? null : { text: escaped(refusal.text) };
      if (typeof answer === "function") await acknowledge();
      const message = typeof answer === "function" ? await answer() : answer;
      if (typeof message === "string") return { text: escaped(message) };
      return render(message, { ...parts, links: await findLinks(message, findLink) });
    },
  };
}
