import type { Action, OutboundMessage } from "../../src/messages.ts";
import { escaped, pieces, shortened } from "./plain-text.ts";

/** Most characters of a section's text, of a quote, of all the words read aloud, of a button's text; most buttons in one row of ours. */
const LONGEST_SECTION = 3_000;
const LONGEST_QUOTE = 9_000;
const LONGEST_SPOKEN = 4_000;
const LONGEST_FACT = 2_000;
const LONGEST_LABEL = 75;
const MOST_IN_ROW = 5;

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

function quoted(message: OutboundMessage): Block[] {
  if (!message.quote) return [];
  return pieces(shortened(message.quote.text, LONGEST_QUOTE), LONGEST_SECTION).map((text) => ({
    type: "rich_text",
    elements: [{ type: "rich_text_quote", elements: [{ type: "text", text }] }],
  }));
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

/** Everything the message says, in one plain text. */
function spoken(message: OutboundMessage): string {
  const lines = (message.facts ?? []).map(({ label, value }) => `${label}: ${value}`);
  const quote = message.quote ? [`“${shortened(message.quote.text, LONGEST_SECTION)}”`] : [];
  const all = [message.text, ...quote, ...lines, message.hint ?? ""];
  return shortened(all.filter((line) => line !== "").join("\n"), LONGEST_SPOKEN);
}

/** Draws a message in Block Kit. */
export function render(message: OutboundMessage): Rendered {
  return {
    text: escaped(spoken(message)),
    blocks: [
      ...sections(message.text),
      ...quoted(message),
      ...facts(message),
      ...hint(message),
      ...rows(message.actions),
    ],
  };
}
