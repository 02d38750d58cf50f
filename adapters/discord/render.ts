import type { Action, OutboundMessage, Section } from "../../src/messages.ts";
import { escaped, escapedStart } from "./plain-text.ts";

/** Discord's limits: characters of a message, of a button's label, and buttons in a row. */
const LONGEST_CONTENT = 2_000;
const LONGEST_LABEL = 80;
const MOST_IN_ROW = 5;
/** Room that escaping the start of a line may take. */
const ESCAPE_ROOM = 2;

const ACTION_ROW = 1;
const BUTTON = 2;
/** The one style for every button: grey. */
const SECONDARY = 2;

type Component = Readonly<Record<string, unknown>>;

/** One Discord message; only the last one of a post has buttons. */
export interface Rendered {
  readonly content: string;
  readonly components: readonly Component[];
}

/** Where a piece of at most `longest` characters ends: after a word if there is room for one, else before no half of a character. */
function endOfPiece(text: string, longest: number): number {
  const space = text.slice(0, longest + 1).search(/\s\S*$/);
  if (space > 0) return space;
  const isHalf = /[\\\uD800-\uDBFF]/.test(text[longest - 1] ?? "");
  return isHalf ? longest - 1 : longest;
}

/** The text in pieces no longer than `longest`, cut between words where that is possible. */
export function pieces(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const end = endOfPiece(rest, longest);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

/** Lines ready to be sent, each short enough for a message of its own. */
function lines(text: string, prefix = "", suffix = ""): string[] {
  const longest = LONGEST_CONTENT - prefix.length - suffix.length - ESCAPE_ROOM;
  return escaped(text)
    .split(/\r?\n/)
    .flatMap((line) => pieces(line, longest))
    .map((line) => `${prefix}${escapedStart(line)}${suffix}`);
}

/** A part of a longer post: its title in bold, kept together with the line after it, then its lines, then the words quoted. */
function part({ title, lines: said, quote }: Section): string[] {
  const heading = lines(title, "**", "**").join("\n");
  const [first, ...rest] = [...said.flatMap((line) => lines(line)), ...(quote ? lines(quote.text, "> ") : [])];
  if (first === undefined) return [heading];
  const together = `${heading}\n${first}`;
  return [...(together.length <= LONGEST_CONTENT ? [together] : [heading, first]), ...rest];
}

function linesOf({ text, quote, facts = [], hint, sections = [] }: OutboundMessage): string[] {
  return [
    ...lines(text),
    ...(quote ? lines(quote.text, "> ") : []),
    ...facts.flatMap(({ label, value }) => lines(`${label}: ${value}`, "-# ")),
    ...(hint === undefined ? [] : lines(hint, "-# ")),
    ...sections.flatMap(part),
  ];
}

function contents(message: OutboundMessage): string[] {
  const packed: string[] = [];
  for (const line of linesOf(message)) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LONGEST_CONTENT) packed.push(`${packed.pop()}\n${line}`);
    else packed.push(line);
  }
  return packed.filter((content) => content.trim() !== "");
}

/** What travels with a button: what is to be done, about what, and the chosen score. */
export interface ButtonValue {
  readonly name: string;
  readonly subject: string;
  readonly value?: string;
}

/** A button's id; it carries no secret, since anybody in the channel can read it. */
export function buttonId({ name, subject, value }: ButtonValue): string {
  return [name, subject, ...(value === undefined ? [] : [value])].join("/");
}

/** Reads a button's id; null where it is not one of ours. */
export function readButton(id: string): ButtonValue | null {
  const [name, subject, value, ...more] = id.split("/");
  if (!name || !subject || more.length > 0) return null;
  return { name, subject, ...(value === undefined ? {} : { value }) };
}

function button(action: Action): Component {
  const label = action.label.slice(0, LONGEST_LABEL);
  return { type: BUTTON, style: SECONDARY, label, custom_id: buttonId(action) };
}

/** What Discord has a form or an answer for; the board is decided on at the desk. */
function isPossible({ name }: Action): boolean {
  return name !== "decide";
}

/** Score buttons in rows of five, all alike; the rest in a row of their own. */
function rows(actions: readonly Action[]): Component[] {
  const scores = actions.filter(({ name }) => name === "score");
  const others = actions.filter(({ name }) => name !== "score");
  const groups = [...chunks(scores, MOST_IN_ROW), ...chunks(others, MOST_IN_ROW)];
  return groups.map((group) => ({ type: ACTION_ROW, components: group.map(button) }));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Draws a message as one Discord message, or as several where it is longer than one may be. */
export function render(message: OutboundMessage): Rendered[] {
  const all = contents(message);
  return all.map((content, index) => ({
    content,
    components: index === all.length - 1 ? rows(message.actions.filter(isPossible)) : [],
  }));
}
