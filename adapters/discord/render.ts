import { NO_LINKS } from "../../src/chat/find-links.ts";
import { shownToAll } from "../../src/chat/find-shown.ts";
import type { Fact, OutboundMessage } from "../../src/messages.ts";
import { buttonGroups, type Component } from "./buttons.ts";
import { cardsOf, isCard } from "./cards.ts";
import { type Linking, linesOf, linkLines, quoteLines, sectionLines } from "./lines.ts";
import { type Mentioned, mentionLines, mentionOf, NOBODY, notifiedIn } from "./mentions.ts";
import { packed } from "./pieces.ts";
import { escaped } from "./plain-text.ts";

/** Longest text of a message, by Discord's rule. */
const LONGEST_CONTENT = 2_000;
const longest = LONGEST_CONTENT;
const SECOND_MS = 1_000;

/** One Discord message; only the last one of a post has buttons under it. */
export interface Rendered {
  /** Empty for a card, whose words are in its components. */
  readonly content: string;
  readonly components: readonly Component[];
  readonly isCard: boolean;
  /** Whether the file of the picture goes with it. */
  readonly hasPicture: boolean;
  /** Whether it arrives without a sound. */
  readonly isSilent: boolean;
  /** Whom it notifies; nobody else is, whatever stands in it. */
  readonly notified: Mentioned;
}

/** How a message is drawn beside what it says. */
export interface Drawing extends Linking {
  /** Name of the picture's file; null where the message goes without it. */
  readonly file: string | null;
  /** Whether what has parts may be a card; else it is text. */
  readonly inCards: boolean;
  /** Whether an id is that of a role in the guild. */
  readonly isRole: (guild: string, id: string) => boolean;
}

const PLAIN: Drawing = { links: NO_LINKS, linkText: "", file: null, inCards: true, isRole: () => false };

/** A fact with moments on the reader's own clock and people by the names they have there. */
function factLines({ label, value, moment, person }: Fact, { isRole }: Drawing): string[] {
  const mention = person === undefined ? null : mentionOf(person, isRole);
  const shown = moment === undefined ? mention : `<t:${Math.floor(moment / SECOND_MS)}:f>`;
  if (shown !== null) return [`-# ${escaped(label)}: ${shown}`];
  return linesOf(`${label}: ${value}`, { before: "-# ", longest });
}

function headLines(message: OutboundMessage, drawing: Drawing): string[] {
  const { text, quote, facts = [], ends, hint, notice, about, mentions = [] } = message;
  const quieter = [ends && `${ends.low} · ${ends.high}`, hint, notice].filter((line) => line !== undefined);
  return [
    ...mentionLines(mentions, linesOf(text, { longest }), drawing.isRole),
    ...quoteLines(quote, longest),
    ...linkLines(about, drawing),
    ...facts.flatMap((fact) => factLines(fact, drawing)),
    ...quieter.flatMap((line) => linesOf(line, { before: "-# ", longest })),
  ];
}

type PieceWords = Pick<Rendered, "content" | "components" | "isCard" | "hasPicture">;

function asText(message: OutboundMessage, drawing: Drawing): PieceWords[] {
  const sections = (message.sections ?? []).flatMap((section) => sectionLines(section, drawing, longest));
  const contents = packed([...headLines(message, drawing), ...sections], LONGEST_CONTENT);
  const [under = [], ...more] = buttonGroups(message.actions);
  const worded = contents.map((content, index) => {
    const isLast = index === contents.length - 1;
    return { content, components: isLast ? under : [], isCard: false, hasPicture: isLast && drawing.file !== null };
  });
  return [...worded, ...more.map((components) => ({ content: "", components, isCard: false, hasPicture: false }))];
}

function asCards(message: OutboundMessage, drawing: Drawing): PieceWords[] {
  const cards = cardsOf(message, headLines(message, drawing), drawing);
  return cards.map((components) => {
    const hasPicture = JSON.stringify(components).includes('"attachment://');
    return { content: "", components, isCard: true, hasPicture };
  });
}

/** Whether a message is one of those that nobody need be called for: a word in passing, a correction, what goes into detail. */
function isQuiet({ kind, mentions = [] }: OutboundMessage): boolean {
  return mentions.length === 0 && (kind === "notice" || kind === "thanks" || kind === "detail");
}

/** Draws a message as one Discord message, or as several where it is longer than one may be: the first of them may make a sound. It says what everybody in a channel may read. */
export function render(given: OutboundMessage, drawing: Drawing = PLAIN): Rendered[] {
  const message = shownToAll(given, "discord");
  const all = drawing.inCards && isCard(message) ? asCards(message, drawing) : asText(message, drawing);
  const { mentions = [] } = message;
  return all.map((words, index) => ({
    ...words,
    isSilent: index > 0 || isQuiet(message),
    notified: mentions.length === 0 ? NOBODY : notifiedIn(words, mentions, drawing.isRole),
  }));
}
