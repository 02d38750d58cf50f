import { FORM_RIGHTS } from "../../src/chat/forms.ts";
import { inTime } from "../../src/in-time.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { may } from "../../src/rights.ts";
import { whoMay } from "../../src/say-who-may.ts";
import { numberIn, textIn, valueIn } from "./api.ts";
import { createDeskSetUp } from "./desk-set-up.ts";
import { modalOf } from "./forms.ts";
import {
  actsOnConversation,
  chosenUser,
  type Doing,
  type Payload,
  parseClick,
  parseSubmission,
} from "./parse-interaction.ts";
import type { DiscordParts } from "./parts.ts";
import { createReplies } from "./replies.ts";
import { createCommandRunner } from "./run-command.ts";

const COMMAND = 2;
const COMPONENT = 3;
const SUBMISSION = 5;
/** How long an act on a conversation waits for what was missed there, milliseconds: Discord gives three seconds for everything. */
const HEARD_MS = 1_500;
/** People whose language is remembered as told. */
const MOST_LANGUAGES = 10_000;

/** What people do with buttons, commands and forms. Resolves when it is saved and answered; never rejects. */
export interface Handlers {
  /** `heard` resolves when what was said and done in the channel before is kept, and rejects where it is not. */
  interaction(payload: Payload, heard: () => Promise<void>): Promise<void>;
  /** Says that it went wrong. */
  failed(payload: Payload, error: unknown): Promise<void>;
}

export function createHandlers(parts: DiscordParts): Handlers {
  const { bot, settings, wording, clock, log, directory, answers } = parts;
  const replies = createReplies(parts);
  const runCommand = createCommandRunner(parts, replies);
  const setUp = createDeskSetUp(parts);
  const languages = new Map<string, string>();

  const personOf = async (payload: Payload): Promise<Person> => {
    const locale = textIn(payload, "locale");
    const guild = textIn(payload, "guild_id");
    const { member, user } = payload;
    if (guild !== null) return directory.person(guild, { user: valueIn(member, "user"), member, locale });
    const id = textIn(user, "id") ?? "";
    const home = (await directory.guildOf(id)) ?? "";
    const told = directory.person(home, { user, locale });
    // On a direct line Discord sends no roles along, and colleagues press buttons there too.
    return home === "" ? told : directory.lookUp(home, id).catch(() => told);
  };

  /** The language of somebody's client is known from what they do with buttons and commands only. */
  const describe = async (person: Person): Promise<void> => {
    if (!person.locale || languages.get(person.address) === person.locale) return;
    if (languages.size >= MOST_LANGUAGES) languages.clear();
    languages.set(person.address, person.locale);
    await bot
      .handle({ kind: "person-described", id: null, at: clock.now(), person })
      .catch((error) => log.warn("The language of somebody on Discord could not be kept", { error: String(error) }));
  };

  const click = async (payload: Payload, doing: Doing): Promise<void> => {
    const { by } = doing;
    const found = parseClick(payload, doing);
    if (found.kind === "event") return replies.carryOut(payload, by, found.event);
    const right = FORM_RIGHTS[found.form];
    if (right !== null && !may(by.role, right)) await answers.say(payload, whoMay(parts, by, right));
    else await answers.open(payload, modalOf(found.form, found.subject, replies.wordsFor(by)));
  };

  const submission = async (payload: Payload, doing: Doing): Promise<void> => {
    const chosen = chosenUser(payload);
    const guild = textIn(payload, "guild_id") ?? (chosen === null ? null : await directory.guildOf(chosen));
    const person = guild === null || chosen === null ? null : await directory.lookUp(guild, chosen);
    const event = parseSubmission(payload, doing, person);
    if (event) return replies.carryOut(payload, doing.by, event);
    await replies.say(payload, doing.by, "form.tooLate");
  };

  const work: Readonly<Record<number, (payload: Payload, doing: Doing) => Promise<void>>> = {
    [COMMAND]: runCommand,
    [COMPONENT]: click,
    [SUBMISSION]: submission,
  };

  /** What Discord has added since is a value too. */
  const unknown = async (payload: Payload, { at }: Doing): Promise<void> => {
    const what = `an interaction of type ${numberIn(payload, "type")}`;
    await bot.handle({ kind: "unsupported", id: `discord:interaction:${textIn(payload, "id")}`, at, what });
  };

  const failed = async (payload: Payload, error: unknown): Promise<void> => {
    log.warn("Something done on Discord could not be carried out", { error: String(error) });
    const locale = wording.choose(textIn(payload, "locale"), settings.desk.locale);
    await answers.say(payload, wording.say(locale, "chat.failed"));
  };

  return {
    failed,
    async interaction(payload, heard) {
      try {
        if (actsOnConversation(payload)) await inTime(heard(), HEARD_MS);
        const doing = { by: await personOf(payload), at: clock.now() };
        const type = numberIn(payload, "type") ?? 0;
        await (setUp.isOurs(payload) ? setUp.take : (work[type] ?? unknown))(payload, doing);
        await describe(doing.by);
      } catch (error) {
        await failed(payload, error);
      }
    },
  };
}
