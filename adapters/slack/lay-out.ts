import type { Beside, Section } from "../../src/messages.ts";
import type { Block } from "./buttons.ts";
import { weightOf } from "./table-blocks.ts";

/** Slack's limit of blocks in a message, and of their characters, which it does not tell: about 12,000 were refused. */
const MOST_BLOCKS = 50;
const LONGEST_BLOCKS = 11_000;
/** A part that takes more than this share of a message is divided, at its lines. */
const LARGE = 0.6;

/** Draws one part. */
type DrawPart = (section: Section) => readonly Block[];

/** Whether one message has room for all of the blocks. */
export function isRoomFor(blocks: readonly Block[], share = 1): boolean {
  const weight = blocks.reduce((sum, block) => sum + weightOf(block), 0);
  return blocks.length <= MOST_BLOCKS * share && weight <= LONGEST_BLOCKS * share;
}

/** What follows the lines of a part from `first` to before `end`. */
function withLines(section: Section, first: number, end: number): Section {
  const { quote, about, beside = [], ...rest } = section;
  const isLast = end === section.lines.length;
  const within: Beside[] = beside.flatMap((one) =>
    one.first >= first && one.first < end ? [{ ...one, first: one.first - first }] : [],
  );
  return {
    ...{ ...rest, lines: section.lines.slice(first, end) },
    ...(within.length === 0 ? {} : { beside: within }),
    ...(isLast && quote ? { quote } : {}),
    ...(isLast && about !== undefined ? { about } : {}),
  };
}

/** Where a part may be divided: before a line that has no button, or before the first of those that have one. */
function cuts({ lines, beside = [] }: Section): number[] {
  const isInside = (line: number) => beside.some(({ first, count }) => line > first && line < first + count);
  return [...lines.keys()].filter((line) => line > 0 && !isInside(line));
}

/** The part in as few parts of one title as take no more than their share of a message, as far as its lines can be divided. */
export function divided(section: Section, draw: DrawPart): Section[] {
  if (isRoomFor(draw(section), LARGE)) return [section];
  const parts: Section[] = [];
  let first = 0;
  let end = 0;
  for (const cut of [...cuts(section), section.lines.length]) {
    if (end > first && !isRoomFor(draw(withLines(section, first, cut)), LARGE)) {
      parts.push(withLines(section, first, end));
      first = end;
    }
    end = cut;
  }
  return [...parts, withLines(section, first, end)];
}

/** The parts in portions of which one message each has room, in their order, beside the blocks that stand in each. */
export function inPortions(sections: readonly Section[], others: readonly Block[], draw: DrawPart): Section[][] {
  const portions: Section[][] = [];
  let blocks: readonly Block[] = [];
  for (const section of sections.flatMap((one) => divided(one, draw))) {
    const own = [{ type: "divider" }, ...draw(section)];
    const last = portions.at(-1);
    if (last && isRoomFor([...others, ...blocks, ...own])) last.push(section);
    else portions.push([section]);
    blocks = portions.at(-1)?.length === 1 ? own : [...blocks, ...own];
  }
  return portions;
}

/** Those of the parts for which one message has room beside the others: one that is too large gives way to smaller ones after it. */
export function roomFor(sections: readonly Section[], others: readonly Block[], draw: DrawPart): Section[] {
  let blocks: readonly Block[] = others;
  return sections.filter((section) => {
    const more = [...blocks, { type: "divider" }, ...draw(section)];
    if (!isRoomFor(more)) return false;
    blocks = more;
    return true;
  });
}
