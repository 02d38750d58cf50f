import { ownActions } from "../../src/chat/own-actions.ts";
import type { Action, OutboundMessage, Section } from "../../src/messages.ts";
import { type Component, cardRows, loneButton } from "./buttons.ts";
import { type Linking, linesOf, quoteLines } from "./lines.ts";
import { packed, pieces, shortened } from "./pieces.ts";
import { escaped, escapedStart } from "./plain-text.ts";

/** Flag of a message whose components are all there is of it; no edit takes it away. */
export const CARD = 1 << 15;
/** Discord's limits of a message of components: characters of all its texts, and components with those inside them. */
const LONGEST_TOGETHER = 4_000;
const MOST_COMPONENTS = 40;
/** Longest text of one part, so that it stands together with its heading. */
const LONGEST_PART = 3_600;
const LONGEST_HEADING = 240;
const LONGEST_URL = 512;
const LONGEST_LABEL = 80;
/** Most characters that Discord keeps of what a picture shows. */
export const LONGEST_ALT = 1_024;

const BUTTON = 2;
const LINK = 5;
const SECTION = 9;
const TEXT = 10;
const GALLERY = 12;
const SEPARATOR = 14;
const CONTAINER = 17;

/** What stands together in a message: components with their texts' length and their number, those inside them too. */
interface CardPart {
  readonly components: readonly Component[];
  readonly length: number;
  readonly count: number;
}

const text = (content: string): CardPart => ({
  components: [{ type: TEXT, content }],
  length: content.length,
  count: 1,
});
const line: CardPart = { components: [{ type: SEPARATOR }], length: 0, count: 1 };

/** A text beside a button of its own; the text alone where there is none. */
function pressed(content: string, accessory: Component | null): CardPart {
  if (accessory === null) return text(content);
  const section = { type: SECTION, components: [{ type: TEXT, content }], accessory };
  return { components: [section], length: content.length, count: 3 };
}

/** A text beside the button that opens a conversation; the text alone where nobody can read that on the web. */
function linked(content: string, about: string | undefined, { links, linkText }: Linking): CardPart {
  const url = about === undefined ? undefined : links.get(about);
  const isShown = url !== undefined && url.length <= LONGEST_URL;
  return pressed(
    content,
    isShown ? { type: BUTTON, style: LINK, label: shortened(linkText, LONGEST_LABEL), url } : null,
  );
}

function shown(lines: readonly string[]): string[] {
  const longest = LONGEST_PART;
  return packed(
    lines.flatMap((one) => linesOf(one, { longest })),
    longest,
  );
}

/** The lines that have a button each with it beside them, the others between them. */
function besideBlocks({ lines, beside = [] }: Section): CardPart[] {
  let at = 0;
  const blocks = beside.flatMap(({ first, count, action }) => {
    const between = shown(lines.slice(at, first)).map(text);
    at = first + count;
    const [start, ...more] = shown(lines.slice(first, at));
    return start === undefined ? between : [...between, pressed(start, loneButton(action)), ...more.map(text)];
  });
  return [...blocks, ...shown(lines.slice(at)).map(text)];
}

/** A part with its heading, of which what goes into detail has a smaller one; the words quoted stand last, beside the link to where they were said. */
function partBlocks(section: Section, linking: Linking): CardPart[] {
  const { title, lines, quote, about, beside = [], isDetail } = section;
  const longest = LONGEST_PART;
  const [start = "", ...more] = pieces(escaped(title).replace(/\s+/g, " ").trim(), LONGEST_HEADING);
  const heading = start === "" ? [] : [isDetail ? `**${start}**` : `### ${start}`];
  const name = more.map(escapedStart);
  const quoted = packed(quoteLines(quote, longest), longest);
  if (beside.length > 0) return [text([...heading, ...name].join("\n")), ...besideBlocks(section), ...quoted.map(text)];
  const said = packed([...name, ...lines.flatMap((one) => linesOf(one, { longest }))], longest);
  const [first, ...rest] = said.length > 0 ? [...said, ...quoted] : quoted;
  const opening = [...heading, ...(first === undefined ? [] : [first])].join("\n");
  const words = [opening, ...rest].filter((content) => content !== "");
  return words.map((content, index) => (index === words.length - 1 ? linked(content, about, linking) : text(content)));
}

function pictured(file: string, alt: string): CardPart {
  const item = { media: { url: `attachment://${file}` }, description: shortened(alt, LONGEST_ALT) };
  return { components: [{ type: GALLERY, items: [item] }], length: 0, count: 1 };
}

function rowBlocks(actions: readonly Action[]): CardPart[] {
  return cardRows(actions).map(({ row, count }) => ({ components: [row], length: 0, count: count + 1 }));
}

/** The parts with a line between two of them, the picture where it belongs, and what goes into detail at the end. */
function bodyBlocks({ sections = [], picture }: OutboundMessage, file: string | null, linking: Linking): CardPart[] {
  const image = picture && file !== null ? [pictured(file, picture.alt)] : [];
  const after = picture?.after ?? 0;
  const blocks = sections.flatMap((section, index) => [
    ...(index === 0 && after === 0 ? image : []),
    ...(index > 0 && !(section.isDetail && sections[index - 1]?.isDetail) ? [line] : []),
    ...partBlocks(section, linking),
    ...(after > 0 && index === Math.min(after, sections.length) - 1 ? image : []),
  ]);
  return sections.length === 0 ? image : blocks;
}

/** The blocks in as few messages as Discord's limits allow; no message begins or ends with a line. */
function inMessages(blocks: readonly CardPart[]): CardPart[][] {
  const messages: CardPart[][] = [];
  // One component is the container itself.
  const room = MOST_COMPONENTS - 1;
  for (const block of blocks) {
    const last = messages.at(-1);
    const [length, count] = [block, ...(last ?? [])].reduce(
      ([sum, all], one) => [sum + one.length, all + one.count],
      [0, 0],
    );
    if (last && length <= LONGEST_TOGETHER && count <= room) last.push(block);
    else if (block !== line) messages.push([block]);
  }
  return messages.map((some) => (some.at(-1) === line ? some.slice(0, -1) : some));
}

/** Whether a message is drawn as cards: one of parts, or with a picture. The rest is text, of which a phone shows the words when it arrives. */
export function isCard({ sections, picture }: OutboundMessage): boolean {
  return sections !== undefined || picture !== undefined;
}

/** A message in a frame without a colour, as the components of one message or of several. `head`: its first lines. */
export function cardsOf(
  message: OutboundMessage,
  head: readonly string[],
  { file, ...linking }: Linking & { readonly file: string | null },
): Component[][] {
  const heads = packed(head, LONGEST_PART).map(text);
  const blocks = [...heads, ...bodyBlocks(message, file, linking), ...rowBlocks(ownActions(message))];
  return inMessages(blocks).map((some) => [
    { type: CONTAINER, components: some.flatMap(({ components }) => components) },
  ]);
}

/** The components without their picture; none where nothing else stands there. */
export function withoutGallery(components: readonly Component[]): Component[] {
  return components.flatMap((component) => {
    if (component.type === GALLERY) return [];
    if (component.type !== CONTAINER) return [component];
    const inside = withoutGallery(component.components as readonly Component[]);
    return inside.length === 0 ? [] : [{ ...component, components: inside }];
  });
}
