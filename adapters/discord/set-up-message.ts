import type { FormWords } from "../../src/chat/forms.ts";
import { SET_UP_ROLES, type SetUpRole } from "../../src/settings/set-up.ts";
import type { SayWords } from "../../src/wording.ts";
import type { Component } from "./buttons.ts";
import { buttonId } from "./buttons.ts";
import type { DiscordSection } from "./section.ts";

/** What the command is called, and what the id of each of its menus begins with. */
export const SET_UP = "setup";
/** The menus that are about places. */
export const PLACES = ["support", "tickets", "team"] as const;
export type SetUpField = (typeof PLACES)[number] | SetUpRole;

const ACTION_ROW = 1;
const MENTIONABLE_SELECT = 7;
const CHANNEL_SELECT = 8;
const TEXT = 10;
/** Most that can be chosen in a menu, by Discord's rules. */
const MOST_CHOSEN = 25;
const [GUILD_TEXT, CATEGORY, ANNOUNCEMENT, FORUM] = [0, 4, 5, 15];
const ID = /^[0-9]+$/;

/** What the message is drawn from; `said` is what has just been done. */
export interface SetUpDrawing {
  readonly guild: string;
  readonly section: DiscordSection;
  readonly words: FormWords;
  /** Roles of the server, by which a role is told from a person. */
  readonly isRole: (guild: string, id: string) => boolean;
  readonly said: string | null;
  /** Paths of the settings that stand in the settings file. */
  readonly inFile: ReadonlySet<string>;
}

/** Of the ids that stand in the settings, those that their menu shows as chosen. */
export function shownChosen(ids: readonly string[], most: number = MOST_CHOSEN): readonly string[] {
  return ids.filter((id) => ID.test(id)).slice(0, most);
}

function menu(field: SetUpField, type: number, more: Component): Component {
  const custom_id = buttonId({ name: SET_UP, subject: field });
  return { type: ACTION_ROW, components: [{ type, custom_id, min_values: 0, ...more }] };
}

function places(field: SetUpField, types: readonly number[], chosen: readonly string[], most: number): Component {
  const known = shownChosen(chosen, most);
  const defaults = known.length === 0 ? {} : { default_values: known.map((id) => ({ id, type: "channel" })) };
  return menu(field, CHANNEL_SELECT, { channel_types: types, max_values: most, ...defaults });
}

/** Roles and people of the server among the addresses, by their ids. */
export function idsNamed(addresses: readonly string[], guild: string): string[] {
  const own = addresses.filter((address) => address.startsWith(`discord:${guild}:`));
  return own.flatMap((address) => address.split(":")[2] ?? []);
}

function people(role: SetUpRole, { guild, words, isRole }: SetUpDrawing): Component {
  const chosen = shownChosen(idsNamed(words.settings.roles[role], guild)).map((id) => ({
    id,
    type: isRole(guild, id) ? "role" : "user",
  }));
  const defaults = chosen.length === 0 ? {} : { default_values: chosen };
  return menu(role, MENTIONABLE_SELECT, { max_values: MOST_CHOSEN, ...defaults });
}

/** The menus in which a desk is set up, each with its question and with what stands in the settings. */
export function setUpComponents(drawing: SetUpDrawing): Component[] {
  const { section, words, said, inFile } = drawing;
  const say: SayWords = (key, values) => words.wording.say(words.locale, key, values);
  const text = (content: string): Component => ({ type: TEXT, content });
  const asked = (question: string, path: string) =>
    text(inFile.has(path) ? `${question} (${say("settings.fromFile")})` : question);
  const team = section.teamChannel === undefined ? [] : [section.teamChannel];
  const written = [GUILD_TEXT, ANNOUNCEMENT, FORUM];
  return [
    text(`**${say("setUp.title")}** (${words.settings.desk.brand})${said === null ? "" : `\n${said}`}`),
    asked(say("setUp.support"), "discord.supportChannels"),
    places("support", written, section.supportChannels, MOST_CHOSEN),
    asked(say("setUp.tickets"), "discord.ticketCategories"),
    places("tickets", [CATEGORY], section.ticketCategories, MOST_CHOSEN),
    asked(say("setUp.team"), "discord.teamChannel"),
    places("team", [GUILD_TEXT, ANNOUNCEMENT], team, 1),
    ...SET_UP_ROLES.flatMap((role) => [asked(say(`setUp.${role}`), `roles.${role}`), people(role, drawing)]),
  ];
}
