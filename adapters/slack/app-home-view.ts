import type { FormWords } from "../../src/chat/forms.ts";
import type { Customer } from "../../src/interaction/customer.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { Action, OutboundMessage } from "../../src/messages.ts";
import type { WordingKey } from "../../src/wording.ts";
import type { ButtonValue } from "./buttons.ts";
import { plain, type View } from "./forms.ts";
import { shortened } from "./plain-text.ts";
import { render } from "./render.ts";

/** Most blocks of a view, by Slack's rules. */
const MOST_BLOCKS = 100;
/** Most conversations and most cases listed in all, so that they leave room for the digests. */
const MOST_LISTED = 20;
/** Most characters of a header, of a name, and of the words that a conversation begins with. */
const LONGEST_HEADER = 150;
const LONGEST_NAME = 100;
const LONGEST_WORDS = 200;

/** Most conversations, and most cases, that each of so many desks lists. */
export function mostListed(desks: number): number {
  return Math.max(1, Math.floor(MOST_LISTED / desks));
}

/** A button of App Home; its names go beyond those of messages. */
function homeButton(name: string, about: ButtonValue, label: string): View {
  return { type: "button", action_id: name, text: plain(label), value: JSON.stringify(about) };
}

function header(text: string): View {
  return { type: "header", text: plain(shortened(text, LONGEST_HEADER)) };
}

function section(text: string, accessory?: View): View {
  return { type: "section", text: plain(text), ...(accessory ? { accessory } : {}) };
}

/** What a customer decides about being asked. */
export function customerHome(customer: Customer | null, deskId: string, words: FormWords): View {
  const say = (key: WordingKey) => words.wording.say(words.locale, key, { brand: words.settings.desk.brand });
  const about = { subject: customer?.id ?? "me", desk: deskId };
  const isAsked = customer === null || customer.optedOutAt === null;
  const asking = isAsked
    ? homeButton("opt-out", about, say("home.stop"))
    : homeButton("opt-in", about, say("survey.optIn"));
  const isDirect = customer !== null && customer.directConsentAt !== null;
  const direct = isDirect
    ? homeButton("dm-no", about, say("home.inThread"))
    : homeButton("dm-yes", about, say("home.directly"));
  const blocks = [
    header(words.settings.desk.name),
    section(say(isAsked ? "home.asked" : "survey.optedOut")),
    { type: "actions", elements: words.settings.ask.where === "dm" ? [asking, direct] : [asking] },
  ];
  return { type: "home", blocks };
}

/** An open conversation, and how it begins. */
export interface OpenTalk {
  readonly interaction: Interaction;
  readonly customer: string;
  readonly words: string;
}

/** An open case in a line, and what can be done about it. */
export interface CaseListed {
  readonly text: string;
  readonly actions: readonly Action[];
}

/** What the team of a desk is shown, and in which words. */
export interface DeskWork {
  readonly deskId: string;
  readonly words: FormWords;
  /** The digest posted last; null where none was. */
  readonly digest: OutboundMessage | null;
  /** Null for those who resolve none. */
  readonly talks: readonly OpenTalk[] | null;
  readonly cases: readonly CaseListed[];
}

/** The beginning of the digest, as far as its picture would stand. */
function beginning(digest: OutboundMessage | null): View[] {
  if (!digest) return [];
  const { text, sections = [], picture } = digest;
  const blocks = render({ kind: "detail", text, sections: sections.slice(0, picture?.after), actions: [] }).blocks;
  return [header(text), ...blocks.slice(1)];
}

/** The conversations to be resolved, each with its button. */
function openTalks(talks: readonly OpenTalk[], { deskId, words }: DeskWork): View[] {
  const say = (key: WordingKey) => words.wording.say(words.locale, key);
  const listed = talks.map(({ interaction, customer, words: first }) =>
    section(
      `${shortened(customer, LONGEST_NAME)}: ${shortened(first, LONGEST_WORDS) || "…"}`,
      homeButton("resolve", { subject: interaction.conversation, desk: deskId }, say("form.resolve")),
    ),
  );
  return [header(say("home.open")), ...(listed.length > 0 ? listed : [section(say("home.noneOpen"))])];
}

/** The cases to be worked; the names of their blocks are unique in the view. */
function openCases({ deskId, cases, words }: DeskWork): View[] {
  const say = (key: WordingKey) => words.wording.say(words.locale, key);
  const worked = cases.flatMap(({ text, actions }) => render({ kind: "alert", text, actions }).blocks);
  const unique = worked.map((block, index) =>
    "block_id" in block ? { ...block, block_id: `case-${deskId}-${index}` } : block,
  );
  return [header(say("home.cases")), ...(unique.length > 0 ? unique : [section(say("home.noCases"))])];
}

/** What is to be done comes whole; the digest has the room that is left. */
function deskBlocks(work: DeskWork, room: number, name: readonly View[]): View[] {
  const toDo = [...(work.talks === null ? [] : openTalks(work.talks, work)), ...openCases(work)];
  const digest = beginning(work.digest).slice(0, Math.max(0, room - name.length - toDo.length));
  return [...name, ...digest, ...toDo].slice(0, room);
}

/** What customers said, and what the team has to do: conversations to resolve, cases to work. Several desks stand under their names. */
export function teamHome(works: readonly DeskWork[]): View {
  const room = Math.floor(MOST_BLOCKS / works.length);
  const nameOf = ({ words }: DeskWork) => (works.length > 1 ? [header(words.settings.desk.name)] : []);
  return { type: "home", blocks: works.flatMap((work) => deskBlocks(work, room, nameOf(work))) };
}
