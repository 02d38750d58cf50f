import type { FormWords } from "../../src/chat/forms.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { SET_UP_ROLES, type SetUpRole } from "../../src/settings/set-up.ts";
import type { SayWords } from "../../src/wording.ts";
import type { Nameable } from "../platform.ts";
import { userOf } from "./address.ts";
import { plain, type View } from "./forms.ts";
import { type MenuChoice, menuOptions } from "./menu.ts";
import { shortened } from "./plain-text.ts";
import type { SlackSection } from "./section.ts";

/** What the form is called, and what all that belongs to set-up begins with. */
export const SET_UP = "set-up";
/** The fields of the form that are not about roles. */
export const FIELDS = { brand: "brand", zone: "zone", locale: "locale", support: "support", team: "team" } as const;

/** Most characters of a title and of a button of a modal, by Slack's rules. */
const LONGEST_TITLE = 24;
const CHANNEL_ID = /^[CG][A-Z0-9]+$/;

/** The fields of a role: groups are chosen in one, people in another. */
export function roleFields(role: SetUpRole) {
  return { groups: `${role}-groups`, people: `${role}-people` } as const;
}

/** What the form is drawn from. */
export interface SetUpForm {
  readonly desk: string;
  readonly team: string;
  readonly by: Person;
  readonly words: FormWords;
  readonly section: SlackSection;
  readonly groups: readonly Nameable[];
  readonly locales: readonly string[];
  /** Paths of the settings that stand in the settings file. */
  readonly inFile: ReadonlySet<string>;
}

interface SetUpInput {
  readonly block: string;
  /** Path of the setting that it is about. */
  readonly path: string;
  readonly label: string;
  readonly isOptional?: boolean;
}

function input(
  { inFile, words }: SetUpForm,
  { block, path, label, isOptional = false }: SetUpInput,
  element: View,
): View {
  const hint = inFile.has(path) ? { hint: plain(words.wording.say(words.locale, "settings.fromFile")) } : {};
  const own = { ...element, action_id: block };
  return { type: "input", block_id: block, optional: isOptional, label: plain(label), element: own, ...hint };
}

/** A menu in which the choice that stands in the settings is made already. */
function menu(choices: readonly MenuChoice[], chosen: string): View {
  const found = choices.find(({ value }) => value === chosen);
  const initial = found ? { initial_option: { text: plain(found.label), value: found.value } } : {};
  return { type: "static_select", ...menuOptions(choices), ...initial };
}

/** Every zone that this machine knows, the one that is set among them. */
function zones(chosen: string): MenuChoice[] {
  const known = Intl.supportedValuesOf("timeZone");
  const all = known.includes(chosen) ? known : [chosen, ...known];
  return all.map((zone) => ({ value: zone, label: zone }));
}

function languages({ locales, words }: SetUpForm): MenuChoice[] {
  const names = new Intl.DisplayNames([words.locale], { type: "language" });
  return locales.map((locale) => ({ value: locale, label: names.of(locale) ?? locale }));
}

function channelFields(form: SetUpForm, say: SayWords): View[] {
  const { section } = form;
  const filter = { include: ["public", "private"], exclude_bot_users: true };
  const support = section.supportChannels.filter((channel) => CHANNEL_ID.test(channel));
  const team = section.teamChannel?.split(":").at(-1) ?? "";
  return [
    input(
      form,
      { block: FIELDS.support, path: "slack.supportChannels", label: say("setUp.support"), isOptional: true },
      {
        type: "multi_conversations_select",
        filter,
        ...(support.length > 0 ? { initial_conversations: support } : {}),
      },
    ),
    input(
      form,
      { block: FIELDS.team, path: "slack.teamChannel", label: say("setUp.team"), isOptional: true },
      { type: "conversations_select", filter, ...(CHANNEL_ID.test(team) ? { initial_conversation: team } : {}) },
    ),
  ];
}

/** Who has a role: groups, where the workspace has any, and people. Whoever sets up is proposed as the first admin. */
function roleInputs(role: SetUpRole, form: SetUpForm, say: SayWords): View[] {
  const { team, by, words, groups } = form;
  const question = say(`setUp.${role}`);
  const named = words.settings.roles[role].filter((address) => address.startsWith(`slack:${team}:`));
  const proposed = role === "admins" && words.settings.roles.admins.length === 0 ? [by.address] : named;
  const people = proposed.flatMap((address) => userOf(address) ?? []);
  const isListed = (address: string) => groups.some(({ value }) => value === address);
  // What is not in the form would be taken for not chosen, and be gone once the form is saved.
  const unlisted = named.filter((address) => userOf(address) === null && !isListed(address));
  const choices = [
    ...groups.map(({ value, name }) => ({ value, label: name })),
    ...unlisted.map((address) => ({ value: address, label: address.split(":").at(-1) ?? address })),
  ];
  const chosen = choices.filter(({ value }) => named.includes(value));
  const initial = chosen.map(({ value, label }) => ({ text: plain(label), value }));
  const fields = roleFields(role);
  const group = {
    type: "multi_static_select",
    ...menuOptions(choices),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
  const person = { type: "multi_users_select", ...(people.length > 0 ? { initial_users: people } : {}) };
  const about = { path: `roles.${role}`, isOptional: true };
  const inGroups = { ...about, block: fields.groups, label: say("setUp.groups", { question }) };
  const inPeople = { ...about, block: fields.people, label: say("setUp.people", { question }) };
  return [...(choices.length === 0 ? [] : [input(form, inGroups, group)]), input(form, inPeople, person)];
}

/** The form in which a desk is set up. */
export function setUpView(form: SetUpForm): View {
  const { words, desk } = form;
  const { settings } = words;
  const say: SayWords = (key, values) => words.wording.say(words.locale, key, values);
  const titled = (text: string) => plain(shortened(text, LONGEST_TITLE));
  const brand = { type: "plain_text_input", max_length: 100 };
  const known = settings.desk.brand === "us" ? {} : { initial_value: settings.desk.brand };
  const about = (key: "brand" | "zone" | "locale") =>
    ({ block: FIELDS[key], path: `desk.${key}`, label: say(`setUp.${key}`) }) as const;
  return {
    type: "modal",
    callback_id: SET_UP,
    private_metadata: JSON.stringify({ subject: SET_UP, desk }),
    title: titled(say("setUp.title")),
    submit: titled(say("setUp.save")),
    close: titled(say("chat.cancel")),
    blocks: [
      input(form, about("brand"), { ...brand, ...known }),
      ...channelFields(form, say),
      ...SET_UP_ROLES.flatMap((role) => roleInputs(role, form, say)),
      input(form, about("zone"), menu(zones(settings.desk.zone), settings.desk.zone)),
      input(form, about("locale"), menu(languages(form), words.wording.choose(settings.desk.locale))),
    ],
  };
}
