import type { OutboundMessage, Quote, Section } from "../../src/messages.ts";

function quoted({ text, by }: Quote, mark: string, draw: (text: string) => string): string[] {
  const lines = text.split(/\r?\n/).map((line) => `${mark}${draw(line)}`);
  return by === null ? lines : [...lines, `${mark}- ${draw(by)}`];
}

function blocksOf(message: OutboundMessage, draw: (section: Section) => string[]): string {
  const { text, quote, hint } = message;
  const sections = (message.sections ?? []).filter((section) => section.lines.length > 0 || section.quote);
  const first = draw({ title: "", lines: [text], ...(quote ? { quote } : {}) });
  const last = hint === undefined ? [] : [draw({ title: "", lines: [hint] })];
  return `${[first, ...sections.map(draw), ...last].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The message as plain text. */
export function plainText(message: OutboundMessage): string {
  return blocksOf(message, ({ title, lines, quote }) => [
    ...(title === "" ? [] : [title.toUpperCase()]),
    ...lines,
    ...(quote ? quoted(quote, "  | ", (text) => text) : []),
  ]);
}

/** The text as Markdown shows it: what people wrote is never markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^(\s*)([-+]|\d+[.)])/, "$1\\$2");
}

/** One line is a paragraph, several are a list. */
function paragraph(lines: readonly string[]): string[] {
  return lines.length === 1 ? lines.map(escaped) : lines.map((line) => `- ${escaped(line)}`);
}

/** The message as Markdown. */
export function markdown(message: OutboundMessage): string {
  return blocksOf(message, ({ title, lines, quote }) => [
    ...(title === "" ? [] : [`## ${escaped(title)}`, ""]),
    ...paragraph(lines),
    ...(quote ? ["", ...quoted(quote, "> ", escaped)] : []),
  ]);
}
