import type { Links } from "../../src/chat/find-links.ts";
import { packedLines } from "../../src/chat/packed-lines.ts";
import type { Action, Quote, Section } from "../../src/messages.ts";
import { type Block, button } from "./buttons.ts";
import { pieces, shortened } from "./plain-text.ts";

/** Most characters of a section's text, of a quote, of a title. */
export const LONGEST_SECTION = 3_000;
const LONGEST_QUOTE = 9_000;
const LONGEST_TITLE = 2_000;
/** Most characters of the words quoted in one part of a longer post. */
const LONGEST_PART_QUOTE = 2_000;

/** How the parts of a message are drawn beside what they say. */
export interface PartDrawing {
  /** Where the conversations behind it can be read. */
  readonly links: Links;
  /** The words of such a link. */
  readonly linkText: string;
}

export function plainWords(text: string): Block {
  return { type: "plain_text", text, emoji: true };
}

/** Sections of plain text: what a person wrote is never read as markup there. */
export function textBlocks(text: string): Block[] {
  return pieces(text, LONGEST_SECTION).map((piece) => ({ type: "section", text: plainWords(piece) }));
}

export function richText(...elements: readonly Block[]): Block {
  return { type: "rich_text", elements };
}

/** The words of a person behind a bar. */
export function quoteBlocks(quote: Quote | undefined, longest = LONGEST_QUOTE): Block[] {
  if (!quote) return [];
  return pieces(shortened(quote.text, longest), LONGEST_SECTION).map((text) =>
    richText({ type: "rich_text_quote", elements: [{ type: "text", text }] }),
  );
}

/** A link to the conversation; nothing where it can be read nowhere. */
export function linkBlocks(about: string | undefined, { links, linkText }: PartDrawing): Block[] {
  const url = about === undefined ? undefined : links.get(about);
  if (url === undefined) return [];
  return [richText({ type: "rich_text_section", elements: [{ type: "link", url, text: linkText }] })];
}

/** Lines of a part, as few blocks as they have room in. */
function lineBlocks(lines: readonly string[]): Block[] {
  const short = lines.flatMap((line) => pieces(line, LONGEST_SECTION));
  return packedLines(short, LONGEST_SECTION).map((text) =>
    richText({ type: "rich_text_section", elements: [{ type: "text", text }] }),
  );
}

/** Lines with their button beside the first of them. */
function pressedBlocks(lines: readonly string[], pressed: Block): Block[] {
  const [first, ...rest] = textBlocks(lines.join("\n"));
  return [{ ...first, accessory: pressed }, ...rest];
}

/** The lines of a part in their order, those that have a button with it beside them. */
function bodyBlocks({ lines, beside = [] }: Section, buttonOf: (action: Action) => Block): Block[] {
  let at = 0;
  const blocks = beside.flatMap(({ first, count, action }) => {
    const between = lineBlocks(lines.slice(at, first));
    at = first + count;
    return [...between, ...pressedBlocks(lines.slice(first, at), buttonOf(action))];
  });
  return [...blocks, ...lineBlocks(lines.slice(at))];
}

/** The title in bold, in one block with the lines after it where these have no button. */
function headed(title: string, lines: readonly string[]): Block {
  const bold = { type: "text", text: shortened(title, LONGEST_TITLE), style: { bold: true } };
  const [first] = lines;
  const words = first === undefined ? [bold] : [bold, { type: "text", text: `\n${first}` }];
  return richText({ type: "rich_text_section", elements: words });
}

/** A part of a longer post: its title in bold, then its lines, then the words quoted. Nothing in it is read as markup. */
export function partBlocks(section: Section, drawing: PartDrawing, buttonOf = button): Block[] {
  const { title, lines, quote, about, beside = [] } = section;
  const ending = [...quoteBlocks(quote, LONGEST_PART_QUOTE), ...linkBlocks(about, drawing)];
  if (beside.length > 0) return [headed(title, []), ...bodyBlocks(section, buttonOf), ...ending];
  const texts = packedLines(
    lines.flatMap((line) => pieces(line, LONGEST_SECTION)),
    LONGEST_SECTION,
  );
  return [headed(title, texts), ...lineBlocks(texts.slice(1)), ...ending];
}
