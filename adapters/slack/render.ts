import { buttonRows } from "../../src/chat/button-rows.ts";
import { type Links, NO_LINKS } from "../../src/chat/find-links.ts";
import { shownToAll } from "../../src/chat/find-shown.ts";
import { packedLines } from "../../src/chat/packed-lines.ts";
import type { OutboundMessage, Quote, Section } from "../../src/messages.ts";
import { type Block, buttonBlocks } from "./buttons.ts";
import { factBlocks, factLines } from "./facts.ts";
import { callElements, callText } from "./mentions.ts";
import { escaped, pieces, shortened } from "./plain-text.ts";

/** Most characters of a header, of a section's text, of a quote, of all the words read aloud (there of bytes: longer ones cannot be edited), of a title. */
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_QUOTE = 9_000;
const LONGEST_SPOKEN = 4_000;
const LONGEST_TITLE = 2_000;
/** How much of a text is kept at each attempt to make it short enough. */
const SHORTER = 0.9;
/** Most characters of the words quoted in one part of a longer post. */
const LONGEST_PART_QUOTE = 2_000;
/** A channel that one of our own sentences refers people to. It notifies nobody, whoever may have written it. */
const CHANNEL = /‹#([CG][A-Z0-9]{1,20})›/;
const CHANNELS = new RegExp(CHANNEL, "g");
/** Slack's limit of blocks in a message, and of their characters, which it does not tell: about 12,000 were refused. */
const MOST_BLOCKS = 50;
const LONGEST_BLOCKS = 11_000;

/** What a message looks like on Slack. */
export interface Rendered {
  /** Says everything a screen reader and a notification need. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

function plainWords(text: string): Block {
  return { type: "plain_text", text, emoji: true };
}

/** Sections of plain text: what a person wrote is never read as markup there. */
function sections(text: string): Block[] {
  return pieces(text, LONGEST_SECTION).map((piece) => ({ type: "section", text: plainWords(piece) }));
}

function richText(...elements: readonly Block[]): Block {
  return { type: "rich_text", elements };
}

function quoted(quote: Quote | undefined, longest = LONGEST_QUOTE): Block[] {
  if (!quote) return [];
  return pieces(shortened(quote.text, longest), LONGEST_SECTION).map((text) =>
    richText({ type: "rich_text_quote", elements: [{ type: "text", text }] }),
  );
}

/** How a message is drawn beside what it says. */
export interface Drawing {
  /** Where the conversations behind it can be read. */
  readonly links: Links;
  /** The words of such a link. */
  readonly linkText: string;
  /** What stands for the parts there is no room for, by how many these are; a sign alone unless it says so. */
  readonly moreText?: (count: number) => string;
  /** Takes the place of what stands there, which notifies nobody; false unless it says so. */
  readonly isEdit?: boolean;
}

const UNLINKED: Drawing = { links: NO_LINKS, linkText: "" };

function linked(about: string | undefined, { links, linkText }: Drawing): Block[] {
  const url = about === undefined ? undefined : links.get(about);
  if (url === undefined) return [];
  return [richText({ type: "rich_text_section", elements: [{ type: "link", url, text: linkText }] })];
}

/** A part of a longer post: its title in bold, then its lines, then the words quoted. Nothing in rich text is read as markup. */
function part({ title, lines, quote, about }: Section, drawing: Drawing): Block[] {
  const bold = { type: "text", text: shortened(title, LONGEST_TITLE), style: { bold: true } };
  const [first, ...rest] = packedLines(
    lines.flatMap((line) => pieces(line, LONGEST_SECTION)),
    LONGEST_SECTION,
  );
  const head = first === undefined ? [bold] : [bold, { type: "text", text: `\n${first}` }];
  const more = rest.map((text) => [{ type: "text", text }]);
  const texts = [head, ...more].map((elements) => richText({ type: "rich_text_section", elements }));
  return [...texts, ...quoted(quote, LONGEST_PART_QUOTE), ...linked(about, drawing)];
}

/** A quieter line. */
function quiet(text: string | undefined): Block[] {
  return text === undefined ? [] : [{ type: "context", elements: [plainWords(text)] }];
}

/** The buttons; what the ends of a scale mean stands before its first and after its last. */
function pressed({ actions, ends }: OutboundMessage): Block[] {
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
  const isRoom = (blocks: readonly Block[]) =>
    blocks.length + others.length <= MOST_BLOCKS && JSON.stringify([...blocks, ...others]).length <= LONGEST_BLOCKS;
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
  if (elements.length > 1)
    return [richText({ type: "rich_text_section", elements }), ...rest.flatMap((piece) => sections(piece))];
  if (kind === "digest" && text.length <= LONGEST_HEADER) return [{ type: "header", text: plainWords(text) }];
  return sections(text);
}

/** The parts of a longer post, a line between them. */
function partsOf(message: OutboundMessage, drawing: Drawing): Block[][] {
  const drawn = sectionsOf(message).map((section) => part(section, drawing));
  return drawn.map((blocks, index) => (index === 0 ? blocks : [{ type: "divider" }, ...blocks]));
}

/** Draws a message in Block Kit, as everybody in a channel may read it. */
export function render(given: OutboundMessage, drawing: Drawing = UNLINKED): Rendered {
  const message = shownToAll(given, "slack");
  const facts = factBlocks(message.facts ?? [], drawing.isEdit ?? false);
  const { ends } = message;
  const hint = lineUnder(message);
  const head = [...opening(message), ...quoted(message.quote), ...facts, ...quiet(ends ? undefined : hint)];
  const end = [...linked(message.about, drawing), ...pressed(message), ...quiet(ends && hint)];
  const parts = partsOf(message, drawing);
  return {
    text: spoken(message),
    blocks: [...head, ...fitting(parts, [...head, ...end], drawing), ...end],
  };
}
