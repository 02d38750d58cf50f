import { buttonRows } from "../../src/chat/button-rows.ts";
import { NO_LINKS } from "../../src/chat/find-links.ts";
import { shownToAll } from "../../src/chat/find-shown.ts";
import { ownActions } from "../../src/chat/own-actions.ts";
import type { Action, OutboundMessage, Quote, Section } from "../../src/messages.ts";
import { type Block, button, buttonBlocks } from "./buttons.ts";
import { factBlocks, factLines } from "./facts.ts";
import { inPortions, isRoomFor, roomFor } from "./lay-out.ts";
import { callElements, callText } from "./mentions.ts";
import { escaped, pieces, shortened } from "./plain-text.ts";
import {
  LONGEST_SECTION,
  linkBlocks,
  type PartDrawing,
  partBlocks,
  plainWords,
  quoteBlocks,
  richText,
  textBlocks,
} from "./section-blocks.ts";
import { type TableKind, tableBlock } from "./table-blocks.ts";

/** Most characters of a header, and of all the words read aloud (there of bytes: longer ones cannot be edited). */
const LONGEST_HEADER = 150;
const LONGEST_SPOKEN = 4_000;
/** Most characters of the line that says what stands in the thread. */
const LONGEST_BELOW = 600;
/** No address of a conversation is taken for longer when room is made for it. */
const LONGEST_URL = 300;
/** How much of a text is kept at each attempt to make it short enough. */
const SHORTER = 0.9;
/** A channel that one of our own sentences refers people to. It notifies nobody, whoever may have written it. */
const CHANNEL = /‹#([CG][A-Z0-9]{1,20})›/;
const CHANNELS = new RegExp(CHANNEL, "g");
/** What a message looks like on Slack. */
export interface Rendered {
  /** Says everything a screen reader and a notification need. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** How a message is drawn beside what it says. */
export interface Drawing extends PartDrawing {
  /** What stands for the parts there is no room for, by how many these are; a sign alone unless it says so. */
  readonly moreText?: (count: number) => string;
  /** Says that parts of these titles stand in the thread under it. */
  readonly belowText?: (titles: readonly string[]) => string;
  /** How the figures of a part are shown for whose lines there is no room; not at all unless it says so. */
  readonly tables?: TableKind;
  /** A thread under it takes what it has no room for; false unless it says so. */
  readonly hasThread?: boolean;
  /** Takes the place of what stands there, which notifies nobody; false unless it says so. */
  readonly isEdit?: boolean;
}

const UNLINKED: Drawing = { links: NO_LINKS, linkText: "" };

/** A quieter line. */
function quiet(text: string | undefined): Block[] {
  return text === undefined ? [] : [{ type: "context", elements: [plainWords(text)] }];
}

/** The buttons; what the ends of a scale mean stands before its first and after its last. */
function pressed({ actions, ends }: Pick<OutboundMessage, "actions" | "ends">): Block[] {
  if (!ends) return buttonBlocks(actions);
  const isScore = ({ name }: OutboundMessage["actions"][number]) => name === "score";
  const scores = buttonRows(actions.filter(isScore)).length;
  const rows = buttonBlocks(actions);
  return [...quiet(ends.low), ...rows.slice(0, scores), ...quiet(ends.high), ...rows.slice(scores)];
}

/** How to answer, and what is said of reading along. */
function lineUnder({ hint, notice }: OutboundMessage): string | undefined {
  const said = [hint, notice].filter((line) => line !== undefined);
  return said.length === 0 ? undefined : said.join(" ");
}

/** What the ends of a scale mean, in one line. */
function endsLine({ ends }: OutboundMessage): string | undefined {
  return ends && `${ends.low} · ${ends.high}`;
}

function spokenQuote(quote: Quote | undefined): string[] {
  return quote ? [`“${shortened(quote.text, LONGEST_SECTION)}”`] : [];
}

/** Everything the message says, in one plain text that is short enough once its signs are turned into entities. */
function spoken(message: OutboundMessage): string {
  const lines = factLines(message.facts ?? []);
  const calls = callText(message.mentions ?? []);
  const parts = sectionsOf(message).flatMap((section) => [
    section.title,
    ...section.lines,
    ...spokenQuote(section.quote),
  ]);
  const all = [message.text, ...spokenQuote(message.quote), ...lines, endsLine(message), lineUnder(message), ...parts];
  const longest = LONGEST_SPOKEN - bytesOf(calls);
  let text = shortened(all.filter((line) => line).join("\n"), longest);
  while (bytesOf(escaped(text)) > longest) text = shortened(text, Math.floor(text.length * SHORTER));
  return `${calls}${escaped(text).replace(CHANNELS, "<#$1>")}`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What stands in the message itself: details have a message of their own, in the thread under it. */
function sectionsOf({ kind, sections = [] }: OutboundMessage): readonly Section[] {
  return kind === "detail" ? sections : sections.filter(({ isDetail }) => !isDetail);
}

/** As many of the parts as there is room for beside the others, and how many more there are. */
function fitting(parts: readonly Block[][], others: readonly Block[], { moreText }: Drawing): Block[] {
  const isRoom = (blocks: readonly Block[]) => isRoomFor([...blocks, ...others]);
  if (isRoom(parts.flat())) return parts.flat();
  const more = (left: number) => ({
    type: "context",
    elements: [plainWords(left === 0 || !moreText ? "…" : `… ${moreText(left)}`)],
  });
  const shown: Block[] = [];
  for (const [index, blocks] of parts.entries()) {
    for (const [place, block] of blocks.entries()) {
      const isBegun = blocks.slice(0, place).some(({ type }) => type !== "divider");
      if (!isRoom([...shown, block, more(parts.length)]))
        return [...shown, more(parts.length - index - Number(isBegun))];
      shown.push(block);
    }
  }
  return shown;
}

/** The words with the channels that they refer people to. */
function withChannels({ kind, text }: Pick<OutboundMessage, "kind" | "text">): Block[] {
  if (kind !== "notice") return [{ type: "text", text }];
  const parts = text.split(CHANNEL);
  const elements = parts.map((part, index) =>
    index % 2 === 1 ? { type: "channel", channel_id: part } : { type: "text", text: part },
  );
  return elements.filter((element) => !("text" in element) || element.text !== "");
}

/** What the message says first: a digest under a header; whoever is called before the words, and channels by their names. */
function opening({ kind, text, mentions = [] }: OutboundMessage): Block[] {
  const called = callElements(mentions);
  const [first, ...rest] = pieces(text, LONGEST_SECTION);
  const elements = [...called, ...withChannels({ kind, text: first })];
  if (elements.length > 1) return [richText({ type: "rich_text_section", elements }), ...rest.flatMap(textBlocks)];
  if (kind === "digest" && text.length <= LONGEST_HEADER) return [{ type: "header", text: plainWords(text) }];
  return textBlocks(text);
}

/** The parts of a longer post; each button with an id of its own. */
function partsOf(sections: readonly Section[], drawing: Drawing): Block[][] {
  let pressable = 0;
  const buttonOf = (action: Action) => button(action, pressable++);
  return sections.map((section) => partBlocks(section, drawing, buttonOf));
}

/** The parts with a line between them. */
function apart(parts: readonly Block[][]): Block[][] {
  return parts.map((blocks, index) => (index === 0 ? blocks : [{ type: "divider" }, ...blocks]));
}

/** What stands before the parts and after them. */
function frameOf(message: OutboundMessage, drawing: Drawing): { readonly head: Block[]; readonly end: Block[] } {
  const facts = factBlocks(message.facts ?? [], drawing.isEdit ?? false);
  const hint = lineUnder(message);
  const { ends } = message;
  const buttons = pressed({ ...message, actions: ownActions(message) });
  return {
    head: [...opening(message), ...quoteBlocks(message.quote), ...facts, ...quiet(ends ? undefined : hint)],
    end: [...linkBlocks(message.about, drawing), ...buttons, ...quiet(ends && hint)],
  };
}

/** The drawing with room for a link wherever there may be one. */
function roomy({ sections = [], about }: OutboundMessage, drawing: Drawing): Drawing {
  const about_ = [about, ...sections.map((section) => section.about)].filter((id) => id !== undefined);
  return { ...drawing, links: new Map(about_.map((id) => [id, "x".repeat(LONGEST_URL)])) };
}

/** The parts that stand in the message itself where a thread takes the others. */
function keptHere(message: OutboundMessage, drawing: Drawing): Section[] {
  const sized = roomy(message, drawing);
  const { head, end } = frameOf(message, sized);
  const others = [...head, ...end, ...quiet("x".repeat(LONGEST_BELOW))];
  return roomFor(sectionsOf(message), others, (section) => partBlocks(section, sized));
}

/** At a glance, what stands in the thread with all its lines; nothing where the workspace shows no table or there is no room for it. */
function glimpse(section: Section, others: readonly Block[], { tables = "none" }: Drawing): Block[] {
  const table = tableBlock(section, tables);
  const blocks = table === null ? [] : [...partBlocks({ title: section.title, lines: [] }, UNLINKED), table];
  return isRoomFor([...others, ...blocks]) ? blocks : [];
}

/** What a digest leaves to the thread under it: the parts for which it has no room, then those in detail, in portions of which one message each has room. */
export function portionsBelow(given: OutboundMessage, linkText: string): Section[][] {
  const message = shownToAll(given, "slack");
  const sized = roomy(message, { ...UNLINKED, linkText });
  const here = new Set(keptHere(message, sized));
  const below = (message.sections ?? []).filter((section) => !here.has(section));
  const first = below.filter(({ isDetail }) => !isDetail);
  const head = textBlocks("x".repeat(LONGEST_HEADER));
  return inPortions([...first, ...below.filter(({ isDetail }) => isDetail)], head, (section) =>
    partBlocks(section, sized),
  );
}

/** Draws a message in Block Kit, as everybody in a channel may read it. */
export function render(given: OutboundMessage, drawing: Drawing = UNLINKED): Rendered {
  const message = shownToAll(given, "slack");
  const { head, end } = frameOf(message, drawing);
  const all = sectionsOf(message);
  const here = message.kind === "digest" && drawing.hasThread ? keptHere(message, drawing) : all;
  const titles = all.filter((section) => !here.includes(section)).map(({ title }) => title);
  const below = titles.length === 0 ? undefined : drawing.belowText?.(titles);
  const after = [...quiet(below && shortened(below, LONGEST_BELOW)), ...end];
  const drawn = partsOf(here, drawing);
  const parts = all.flatMap((section) => {
    const at = here.indexOf(section);
    const blocks = at >= 0 ? drawn[at] : glimpse(section, [...head, ...drawn.flat(), ...after], drawing);
    return blocks && blocks.length > 0 ? [blocks] : [];
  });
  return {
    text: spoken({ ...message, sections: here }),
    blocks: [...head, ...fitting(apart(parts), [...head, ...after], drawing), ...after],
  };
}
