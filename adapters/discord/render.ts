import { NO_LINKS } from "../../src/chat/find-links.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import { buttonComponents, type Component } from "./buttons.ts";
import { type Embed, embedsOf, inMessages } from "./embeds.ts";
import { type Linking, linesOf, linkLines, quoteLines, sectionLines } from "./lines.ts";
import { packed } from "./pieces.ts";

/** Longest text of a message, by Discord's rule. */
const LONGEST_CONTENT = 2_000;
const longest = LONGEST_CONTENT;

/** One Discord message; only the last one of a post has buttons. */
export interface Rendered {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  /** Whether the file of the picture goes with it. */
  readonly hasPicture: boolean;
}

/** How a message is drawn beside what it says. */
export interface Drawing extends Linking {
  /** Name of the picture's file; null where the message goes without it. */
  readonly file: string | null;
  /** Whether sections may stand in embeds; else they are text. */
  readonly inEmbeds: boolean;
}

const PLAIN: Drawing = { links: NO_LINKS, linkText: "", file: null, inEmbeds: true };

function headLines({ text, quote, facts = [], hint, about }: OutboundMessage, drawing: Drawing): string[] {
  return [
    ...linesOf(text, { longest }),
    ...quoteLines(quote, longest),
    ...linkLines(about, drawing),
    ...facts.flatMap(({ label, value }) => linesOf(`${label}: ${value}`, { before: "-# ", longest })),
    ...(hint === undefined ? [] : linesOf(hint, { before: "-# ", longest })),
  ];
}

type PieceWords = Pick<Rendered, "content" | "embeds">;

function asText(message: OutboundMessage, drawing: Drawing): PieceWords[] {
  const sections = (message.sections ?? []).flatMap((section) => sectionLines(section, drawing, longest));
  const contents = packed([...headLines(message, drawing), ...sections], LONGEST_CONTENT);
  return contents.map((content) => ({ content, embeds: [] }));
}

/** The text, then the embeds under the last of it, and what of them has no room there in messages of their own. */
function asEmbeds(message: OutboundMessage, drawing: Drawing): PieceWords[] {
  const contents = packed(headLines(message, drawing), LONGEST_CONTENT);
  const [first = [], ...more] = inMessages(embedsOf(message, drawing.file, drawing));
  return [
    ...contents.slice(0, -1).map((content) => ({ content, embeds: [] })),
    { content: contents.at(-1) ?? "", embeds: first },
    ...more.map((embeds) => ({ content: "", embeds })),
  ];
}

/** Draws a message as one Discord message, or as several where it is longer than one may be. */
export function render(message: OutboundMessage, drawing: Drawing = PLAIN): Rendered[] {
  const all = drawing.inEmbeds ? asEmbeds(message, drawing) : asText(message, drawing);
  return all.map((words, index) => {
    const isLast = index === all.length - 1;
    const isShown = drawing.inEmbeds ? words.embeds.some(({ image }) => image !== undefined) : isLast;
    const components = isLast ? buttonComponents(message.actions) : [];
    return { ...words, components, hasPicture: drawing.file !== null && isShown };
  });
}
