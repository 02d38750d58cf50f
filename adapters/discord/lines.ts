import type { Links } from "../../src/chat/find-links.ts";
import type { Quote, Section } from "../../src/messages.ts";
import { pieces } from "./pieces.ts";
import { escaped, escapedStart } from "./plain-text.ts";

/** Room that escaping the start of a line may take. */
const ESCAPE_ROOM = 2;

/** What stands around each line, and how long one may be with it. */
export interface LineForm {
  readonly before?: string;
  readonly after?: string;
  readonly longest: number;
}

/** Lines ready to be sent, with nothing in them that is markup to Discord. */
export function linesOf(text: string, { before = "", after = "", longest }: LineForm): string[] {
  const room = longest - before.length - after.length - ESCAPE_ROOM;
  return escaped(text)
    .split(/\r?\n/)
    .flatMap((line) => pieces(line, room))
    .map((line) => `${before}${escapedStart(line)}${after}`);
}

/** The words of a person, each line marked as quoted. */
export function quoteLines(quote: Quote | undefined, longest: number): string[] {
  return quote ? linesOf(quote.text, { before: "> ", longest }) : [];
}

/** Where conversations can be read, and the words of a link to one. */
export interface Linking {
  readonly links: Links;
  readonly linkText: string;
}

/** A link to the conversation, of which Discord shows no preview. */
export function linkLines(about: string | undefined, { links, linkText }: Linking): string[] {
  const url = about === undefined ? undefined : links.get(about);
  return url === undefined ? [] : [`[${escaped(linkText)}](<${url}>)`];
}

/** A section as text: its title in bold, kept together with the line after it, then its lines, then the words quoted. */
export function sectionLines({ title, lines, quote, about }: Section, linking: Linking, longest: number): string[] {
  const heading = linesOf(title, { before: "**", after: "**", longest }).join("\n");
  const [first, ...rest] = [
    ...lines.flatMap((line) => linesOf(line, { longest })),
    ...quoteLines(quote, longest),
    ...linkLines(about, linking),
  ];
  if (first === undefined) return [heading];
  const together = `${heading}\n${first}`;
  return [...(together.length <= longest ? [together] : [heading, first]), ...rest];
}
