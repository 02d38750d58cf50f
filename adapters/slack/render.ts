import type { Action, OutboundMessage, Quote, Section } from "../../src/messages.ts";
import { escaped, pieces, shortened } from "./plain-text.ts";

/** Most characters of a section's text, of a quote, of all the words read aloud, of a button's text; most buttons in one row of ours. */
const LONGEST_SECTION = 3_000;
const LONGEST_QUOTE = 9_000;
const LONGEST_SPOKEN = 4_000;
const LONGEST_FACT = 2_000;
const LONGEST_LABEL = 75;
const MOST_IN_ROW = 5;
/** Slack's limit of blocks in a message. */
const MOST_BLOCKS = 50;

type Block = Readonly<Record<string, unknown>>;

/** What a message looks like on Slack. */
export interface Rendered {
  /** Says everything a screen reader and a notification need. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

function plain(text: string): Block {
  return { type: "plain_text", text, emoji: true };
}

/** Sections of plain text: what a person wrote is never read as markup there. */
function sections(text: string): Block[] {
  return pieces(text, LONGEST_SECTION).map((piece) => ({ type: "section", text: plain(piece) }));
}

/** What travels with a button: what it acts on and the chosen score. */
export interface ButtonValue {
  readonly subject: string;
  readonly value?: string;
}

function button(action: Action): Block {
  const value: ButtonValue = {
    subject: action.subject,
    ...(action.value === undefined ? {} : { value: action.value }),
  };
  return {
    type: "button",
    action_id: action.value === undefined ? action.name : `${action.name}:${action.value}`,
    text: plain(shortened(action.label, LONGEST_LABEL)),
    value: JSON.stringify(value),
    ...(action.description === undefined ? {} : { accessibility_label: shortened(action.description, LONGEST_LABEL) }),
  };
}

/** What Slack has a form or an answer for; the board is decided on at the desk. */
function isPossible({ name }: Action): boolean {
  return name !== "decide";
}

/** Score buttons in rows of five, all alike; the rest in a row of their own. */
function rows(actions: readonly Action[]): Block[] {
  const scores = actions.filter(({ name }) => name === "score");
  const others = actions.filter(({ name }) => name !== "score");
  const groups = [...chunks(scores, MOST_IN_ROW), ...chunks(others, MOST_IN_ROW)];
  return groups.map((group, index) => ({ type: "actions", block_id: `actions-${index}`, elements: group.map(button) }));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function richText(...elements: readonly Block[]): Block {
  return { type: "rich_text", elements };
}

function quoted(quote: Quote | undefined): Block[] {
  if (!quote) return [];
  return pieces(shortened(quote.text, LONGEST_QUOTE), LONGEST_SECTION).map((text) =>
    richText({ type: "rich_text_quote", elements: [{ type: "text", text }] }),
  );
}

/** A part of a longer post: its title in bold, then its lines, then the words quoted. Nothing in rich text is read as markup. */
function part({ title, lines, quote }: Section): Block[] {
  const bold = { type: "text", text: shortened(title, LONGEST_FACT), style: { bold: true } };
  const [first, ...rest] = lines.length === 0 ? [] : packed(lines);
  const head = first === undefined ? [bold] : [bold, { type: "text", text: `\n${first}` }];
  const more = rest.map((text) => [{ type: "text", text }]);
  const texts = [head, ...more].map((elements) => richText({ type: "rich_text_section", elements }));
  return [...texts, ...quoted(quote)];
}

/** The lines in as few texts as their length allows, a line whole where it fits. */
function packed(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines.flatMap((line) => pieces(line, LONGEST_SECTION))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LONGEST_SECTION) texts.push(`${texts.pop()}\n${line}`);
    else texts.push(line);
  }
  return texts;
}

function facts(message: OutboundMessage): Block[] {
  return (message.facts ?? []).map(({ label, value }) => ({
    type: "context",
    elements: [plain(shortened(`${label}: ${value}`, LONGEST_FACT))],
  }));
}

function hint(message: OutboundMessage): Block[] {
  return message.hint === undefined ? [] : [{ type: "context", elements: [plain(message.hint)] }];
}

function spokenQuote(quote: Quote | undefined): string[] {
  return quote ? [`“${shortened(quote.text, LONGEST_SECTION)}”`] : [];
}

/** Everything the message says, in one plain text. */
function spoken(message: OutboundMessage): string {
  const lines = (message.facts ?? []).map(({ label, value }) => `${label}: ${value}`);
  const parts = (message.sections ?? []).flatMap((section) => [
    section.title,
    ...section.lines,
    ...spokenQuote(section.quote),
  ]);
  const all = [message.text, ...spokenQuote(message.quote), ...lines, message.hint ?? "", ...parts];
  return shortened(all.filter((line) => line !== "").join("\n"), LONGEST_SPOKEN);
}

/** Draws a message in Block Kit. */
export function render(message: OutboundMessage): Rendered {
  const head = [...sections(message.text), ...quoted(message.quote), ...facts(message), ...hint(message)];
  const buttons = rows(message.actions.filter(isPossible));
  const parts = (message.sections ?? []).flatMap(part).slice(0, MOST_BLOCKS - head.length - buttons.length);
  return { text: escaped(spoken(message)), blocks: [...head, ...parts, ...buttons] };
}
