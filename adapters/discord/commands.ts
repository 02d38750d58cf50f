import { dateFormat } from "../../src/calendar/date-format.ts";
import { DAYS } from "../../src/calendar/weekly.ts";
import type { Settings } from "../../src/settings.ts";
import { MOST_TRANSCRIPTS } from "../../src/shadowing/written-shift.ts";
import type { Wording, WordingKey } from "../../src/wording.ts";
import { shortened } from "./pieces.ts";
import { SET_UP } from "./set-up-message.ts";

export const FEEDBACK = "feedback";
export const CHAIR = "chair";
export const RESOLVE = "resolve";
export const SHADOW = "shadow";
/** Names of the message menu's commands, which are the same in all languages. */
export const RESOLVE_MENU = "Resolve and ask";
export const CORD_MENU = "Pull the cord";

/** What Discord shows the team's commands to without further settings: those who may manage threads. */
const MANAGE_THREADS = String(1n << 34n);
/** Setting up is shown to those who manage the server. */
const MANAGE_GUILD = String(1n << 5n);
const LONGEST_DESCRIPTION = 100;
const LONGEST_MENU_NAME = 32;
const MOST_CHOICES = 25;

const SLASH = 1;
const MESSAGE_MENU = 3;
const SUBCOMMAND = 1;
const STRING = 3;
const INTEGER = 4;
const IN_GUILD = 0;
const WITH_BOT = 1;

/** Our locales by Discord's names of them. */
const LOCALES: Readonly<Record<string, string>> = { de: "de", es: "es-ES", fr: "fr", ja: "ja", "pt-BR": "pt-BR" };

/** A command, option or choice as Discord's API takes it. */
export type Definition = Readonly<Record<string, unknown>>;

/** What is offered of the desks' products: each id once, by its first name; a desk knows its own when it comes to it. */
function choicesOf(desks: readonly Settings[]): Definition[] {
  const products = desks.flatMap((settings) => settings.products).toReversed();
  const names = new Map(products.map(({ id, name }) => [id, name]));
  return [...names].toReversed().map(([value, name]) => ({ name: shortened(name, LONGEST_DESCRIPTION), value }));
}

/** How the parts of a command are put together. */
interface CommandParts {
  readonly sub: (name: string, key: WordingKey) => Definition;
  readonly described: (key: WordingKey) => Definition;
  readonly inLocales: (key: WordingKey, longest: number) => Record<string, string>;
  readonly product: readonly Definition[];
}

/** A Monday: the days are named by it and those after it. */
const SOME_MONDAY = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;
const BANDS = ["detractor", "passive", "promoter", "silent"] as const;

/** The days of the week, each in all languages. */
function dayChoices(): Definition[] {
  return DAYS.map((value, index) => {
    const named = (locale: string) =>
      dateFormat(locale, { weekday: "long", timeZone: "UTC" }).format(SOME_MONDAY + index * DAY_MS);
    const names = Object.entries(LOCALES).map(([locale, name]) => [name, named(locale)]);
    return { name: named("en"), name_localizations: Object.fromEntries(names), value };
  });
}

/** What `shadow` has: sitting down now or every week, following a conversation, and what was taken from it. */
function shadowOptions({ sub, described, inLocales, product }: CommandParts, wording: Wording): Definition[] {
  const bands = BANDS.map((value) => ({
    ...{ name: wording.say("en", `shadow.band.${value}`), value },
    name_localizations: inLocales(`shadow.band.${value}`, LONGEST_DESCRIPTION),
  }));
  const count = {
    type: INTEGER,
    name: "count",
    ...described("command.shadowCount"),
    min_value: 1,
    max_value: MOST_TRANSCRIPTS,
  };
  const text = (name: string, key: WordingKey) => ({ type: STRING, name, ...described(key) });
  const filters = [
    { ...text("band", "command.shadowBand"), choices: bands },
    ...product,
    text("week", "command.shadowWeek"),
    text("theme", "command.shadowTheme"),
  ];
  const when = [
    { ...text("day", "command.shadowDay"), required: true, choices: dayChoices() },
    { ...text("time", "command.shadowTime"), required: true },
  ];
  return [
    { ...sub("now", "command.shadowNow"), options: [count, ...filters] },
    { ...sub("every", "command.shadowEvery"), options: [...when, count] },
    sub("stop", "command.shadowStop"),
    sub("live", "command.shadowLive"),
    sub("lessons", "command.shadowLessons"),
    sub("help", "command.shadowHelp"),
  ];
}

/** The languages that a desk can speak, each by its own name. */
function languageChoices({ locales }: Wording): Definition[] {
  return locales.map((value) => ({
    name: new Intl.DisplayNames([value], { type: "language" }).of(value) ?? value,
    value,
  }));
}

/** Every command of the bot, to be registered once for all guilds and desks. */
export function commandsOf(desks: readonly Settings[], wording: Wording): Definition[] {
  const inLocales = (key: WordingKey, longest: number): Record<string, string> =>
    Object.fromEntries(
      Object.entries(LOCALES).map(([locale, name]) => [name, shortened(wording.say(locale, key), longest)]),
    );
  const described = (key: WordingKey): Definition => ({
    description: shortened(wording.say("en", key), LONGEST_DESCRIPTION),
    description_localizations: inLocales(key, LONGEST_DESCRIPTION),
  });
  const sub = (name: string, key: WordingKey): Definition => ({ type: SUBCOMMAND, name, ...described(key) });
  const choices = choicesOf(desks);
  const product = {
    ...{ type: STRING, name: "product", ...described("team.product") },
    ...(choices.length <= MOST_CHOICES ? { choices } : {}),
  };
  const sentence = { type: STRING, name: "sentence", ...described("cord.pullLabel"), required: true };
  const looked = { type: STRING, name: "words", ...described("search.words"), required: true };
  const direct = [sub("private", "home.directly"), sub("thread", "home.inThread")];
  const fields = (["name", "email", "other"] as const).map((value) => ({
    name: wording.say("en", `privacy.field.${value}`),
    name_localizations: inLocales(`privacy.field.${value}`, LONGEST_DESCRIPTION),
    value,
  }));
  const correcting = [
    { type: STRING, name: "field", ...described("command.correctField"), required: true, choices: fields },
    { type: STRING, name: "text", ...described("command.correctText"), required: true },
  ];
  const forTeam = { contexts: [IN_GUILD], integration_types: [0], default_member_permissions: MANAGE_THREADS };
  return [
    {
      ...{ type: SLASH, name: FEEDBACK, ...described("command.feedback") },
      ...{ contexts: [IN_GUILD, WITH_BOT], integration_types: [0] },
      options: [
        sub("stop", "command.stop"),
        sub("start", "command.start"),
        sub("data", "command.ownData"),
        sub("unread", "command.unread"),
        sub("read", "command.read"),
        { ...sub("correct", "command.correct"), options: correcting },
        sub("forget", "command.forget"),
        ...(desks.some(({ ask }) => ask.where === "dm") ? direct : []),
      ],
    },
    {
      ...{ type: SLASH, name: CHAIR, ...described("command.chair"), ...forTeam },
      options: [
        sub("status", "command.lastWeek"),
        sub("digest", "command.digest"),
        sub("cases", "command.openCases"),
        sub("enhance", "command.enhance"),
        sub("greetings", "command.greetings"),
        sub("page", "command.page"),
        sub("signout", "command.signOut"),
        sub("told", "command.told"),
        { ...sub("search", "command.search"), options: [looked] },
        sub("speak", "command.chairSpeak"),
        { ...sub("cord", "command.cord"), options: [sentence, ...(choices.length === 0 ? [] : [product])] },
      ],
    },
    {
      ...{ type: SLASH, name: SHADOW, ...described("command.shadow"), ...forTeam },
      options: shadowOptions({ sub, described, inLocales, product: choices.length === 0 ? [] : [product] }, wording),
    },
    {
      ...{ type: SLASH, name: RESOLVE, ...described("command.resolve"), ...forTeam },
      options: [...(choices.length === 0 ? [] : [product]), { type: STRING, name: "skip", ...described("form.skip") }],
    },
    {
      ...{ type: MESSAGE_MENU, name: RESOLVE_MENU, ...forTeam },
      name_localizations: inLocales("form.resolve", LONGEST_MENU_NAME),
    },
    {
      ...{ type: MESSAGE_MENU, name: CORD_MENU, ...forTeam },
      name_localizations: inLocales("cord.pull", LONGEST_MENU_NAME),
    },
    {
      ...{ type: SLASH, name: SET_UP, ...described("setUp.command"), ...forTeam },
      default_member_permissions: MANAGE_GUILD,
      options: [
        { type: STRING, name: "brand", ...described("setUp.brand") },
        { type: STRING, name: "zone", ...described("setUp.zone") },
        { type: STRING, name: "locale", ...described("setUp.locale"), choices: languageChoices(wording) },
      ],
    },
  ];
}
