import { lessonLine } from "../../src/chat/find-lessons.ts";
import type { OwnSittings } from "../../src/chat/find-sittings.ts";
import type { FormWords } from "../../src/chat/forms.ts";
import type { Interaction } from "../../src/interaction/interaction.ts";
import type { Action, OutboundMessage } from "../../src/messages.ts";
import type { SayWords } from "../../src/wording.ts";
import type { View } from "./forms.ts";
import { homeButton, homeHeader, homeSection, moreOf, type Paged } from "./home-parts.ts";
import { shortened } from "./plain-text.ts";
import { type Drawing, render } from "./render.ts";

/** Most blocks of a view, by Slack's rules. */
export const MOST_BLOCKS = 100;
/** Most conversations and most cases on a page, in all, so that they leave room for the digests. */
const MOST_LISTED = 20;
/** Most characters of a name, and of the words that a conversation begins with. */
const LONGEST_NAME = 100;
const LONGEST_WORDS = 200;

/** Most conversations, and most cases, that each of so many desks lists on a page. */
export function mostListed(desks: number): number {
  return Math.max(1, Math.floor(MOST_LISTED / desks));
}

/** An open conversation, and how it begins. */
export interface OpenTalk {
  readonly interaction: Interaction;
  readonly customer: string;
  readonly words: string;
  /** Whether the customer has spoken last. */
  readonly isUnanswered: boolean;
}

/** An open case in a line, and what can be done about it. */
export interface CaseListed {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly isOverdue: boolean;
  /** The interaction behind it. */
  readonly about: string;
}

/** A cord that stands pulled, in a line, and the button that answers for it. */
export interface CordListed {
  readonly text: string;
  readonly answer: Action;
}

/** What the team of a desk is shown, and in which words. */
export interface DeskWork {
  readonly deskId: string;
  readonly words: FormWords;
  /** The digest posted last; null where none was. */
  readonly digest: OutboundMessage | null;
  /** Those that wait for an answer first. Null for those who resolve none. */
  readonly talks: Paged<OpenTalk> | null;
  /** The cords that stand pulled, the oldest first. */
  readonly cords: readonly CordListed[];
  /** The longest due first. */
  readonly cases: Paged<CaseListed>;
  /** What they see of their own sittings; null for those who sit down with no conversations. */
  readonly sittings: OwnSittings | null;
  readonly drawing: Drawing;
}

/** The beginning of the digest, as far as its picture would stand. */
function beginning(digest: OutboundMessage | null): View[] {
  if (!digest) return [];
  const { text, sections = [], picture } = digest;
  const blocks = render({ kind: "detail", text, sections: sections.slice(0, picture?.after), actions: [] }).blocks;
  return [homeHeader(text), ...blocks.slice(1)];
}

/** The conversations to be resolved, each with its button: those that wait for an answer, then the others. */
function openTalks(talks: Paged<OpenTalk>, { deskId }: DeskWork, say: SayWords): View[] {
  const drawn = ({ interaction, customer, words: first }: OpenTalk) =>
    homeSection(
      `${shortened(customer, LONGEST_NAME)}: ${shortened(first, LONGEST_WORDS) || "…"}`,
      homeButton("resolve", { subject: interaction.conversation, desk: deskId }, say("form.resolve")),
    );
  const waiting = talks.items.filter(({ isUnanswered }) => isUnanswered).map(drawn);
  const others = talks.items.filter(({ isUnanswered }) => !isUnanswered).map(drawn);
  const none = waiting.length + others.length === 0 ? [homeSection(say("home.noneOpen"))] : [];
  return [
    ...(waiting.length > 0 ? [homeHeader(say("home.unanswered")), ...waiting] : []),
    ...(others.length + none.length > 0 ? [homeHeader(say("home.open")), ...others, ...none] : []),
    ...moreOf("talks", deskId, talks, say),
  ];
}

/** The cases to be worked, those that are overdue first; the names of their blocks are unique in the view. */
function openCases({ deskId, cases, drawing }: DeskWork, say: SayWords): View[] {
  const drawn = ({ text, actions, about }: CaseListed, index: number) =>
    render({ kind: "alert", text, actions, about }, drawing).blocks.map((block) =>
      "block_id" in block ? { ...block, block_id: `case-${deskId}-${index}-${block.block_id}` } : block,
    );
  const blocks = cases.items.map((item, index) => ({ isOverdue: item.isOverdue, drawn: drawn(item, index) }));
  const overdue = blocks.filter(({ isOverdue }) => isOverdue).flatMap((one) => one.drawn);
  const others = blocks.filter(({ isOverdue }) => !isOverdue).flatMap((one) => one.drawn);
  const none = blocks.length === 0 ? [homeSection(say("home.noCases"))] : [];
  return [
    ...(overdue.length > 0 ? [homeHeader(say("home.overdue")), ...overdue] : []),
    ...(others.length + none.length > 0 ? [homeHeader(say("home.cases")), ...others, ...none] : []),
    ...moreOf("cases", deskId, cases, say),
  ];
}

/** The cords that stand: at most as many as cases are listed, the oldest. */
function standing({ deskId, cords }: DeskWork, say: SayWords): View[] {
  if (cords.length === 0) return [];
  const drawn = cords.slice(0, MOST_LISTED).map(({ text, answer }) => {
    const button = homeButton(answer.name, { subject: answer.subject, desk: deskId }, answer.label);
    return homeSection(text, button);
  });
  return [homeHeader(say("home.cords")), ...drawn];
}

/** The next appointment with conversations, with the button that begins one now, and what is to be mended. */
function ownSittings({ deskId, sittings, words }: DeskWork, say: SayWords): View[] {
  if (sittings === null) return [];
  const { lines, lessons } = sittings;
  const now = homeButton("sit-now", { subject: deskId, desk: deskId }, say("home.sitNow"));
  const open = lessons.map((lesson, index) => {
    const label = say("lessons.done", { number: index + 1 });
    const done = homeButton(`lesson-done:${index}`, { subject: lesson.id, desk: deskId }, label);
    return homeSection(lessonLine(say, words.locale, lesson, index + 1), done);
  });
  return [homeHeader(say("home.sittings")), homeSection(lines.join("\n"), now), ...open];
}

/** What waits for somebody comes first and whole; the figures have the room that is left. */
function deskBlocks(work: DeskWork, room: number, name: readonly View[]): View[] {
  const { wording, locale } = work.words;
  const say: SayWords = (key, values) => wording.say(locale, key, values);
  const toDo = [
    ...standing(work, say),
    ...ownSittings(work, say),
    ...openCases(work, say),
    ...(work.talks === null ? [] : openTalks(work.talks, work, say)),
  ];
  const digest = beginning(work.digest).slice(0, Math.max(0, room - name.length - toDo.length));
  return [...name, ...toDo, ...digest].slice(0, room);
}

/** App Home of the team: cases to work and conversations to resolve, then what customers said. Several desks stand under their names. */
export function teamHome(works: readonly DeskWork[]): View {
  const room = Math.floor(MOST_BLOCKS / works.length);
  const nameOf = ({ words }: DeskWork) => (works.length > 1 ? [homeHeader(words.settings.desk.name)] : []);
  return { type: "home", blocks: works.flatMap((work) => deskBlocks(work, room, nameOf(work))) };
}
