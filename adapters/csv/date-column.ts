import { isMissing } from "./missing.ts";
import type { DateOrder } from "./read-time.ts";
import type { SeenCell } from "./score-column.ts";
import { shapeOf, type TimeShape } from "./time-shape.ts";

/** What the cells of a time column show together. */
export interface DateEvidence {
  readonly given: number;
  /** Cells that look like a time. */
  readonly timelike: number;
  /** First cell whose first number can be no month, and first whose second can be none. */
  readonly dayFirst: SeenCell | null;
  readonly monthFirst: SeenCell | null;
  /** First cell that means another day in the other order. */
  readonly doubtful: SeenCell | null;
  /** First cell with the days of a spreadsheet, and first that looks like no time. */
  readonly serial: SeenCell | null;
  readonly odd: SeenCell | null;
  /** First of the cells with years of two digits that might as well begin with the year. */
  readonly yearFirst: SeenCell | null;
}

export interface DateTally {
  add(line: number, text: string): void;
  evidence(): DateEvidence;
}

type DateFindings = { -readonly [Key in keyof DateEvidence]: DateEvidence[Key] };
type Numbers = Extract<TimeShape, { kind: "numbers" }>;

const MONTHS = 12;

function noteNumbers(found: DateFindings, { first, second, isDotted }: Numbers, seen: SeenCell): void {
  if (first > MONTHS && second <= MONTHS) found.dayFirst ??= seen;
  else if (second > MONTHS && first <= MONTHS) found.monthFirst ??= seen;
  else if (first !== second && !isDotted) found.doubtful ??= seen;
}

/** Tells whether the years may stand first: of the three numbers the first never changes and the last does. */
function createShortYears() {
  const firsts = new Set<number>();
  const years = new Set<number>();
  let seenFirst: SeenCell | null = null;
  return {
    add: ({ first, year, isShortYear }: Numbers, seen: SeenCell) => {
      if (!isShortYear) return;
      seenFirst ??= seen;
      if (firsts.size < 2) firsts.add(first);
      if (years.size < 2) years.add(year);
    },
    doubt: () => (firsts.size === 1 && years.size > 1 && [...firsts].every((one) => one > MONTHS) ? seenFirst : null),
  };
}

/** Looks at a time column as a whole, in bounded memory. */
export function createDateTally(): DateTally {
  const found: DateFindings = {
    ...{ given: 0, timelike: 0, dayFirst: null, monthFirst: null, doubtful: null, serial: null, odd: null },
    yearFirst: null,
  };
  const shortYears = createShortYears();
  return {
    add: (line, text) => {
      if (isMissing(text)) return;
      const seen = { line, text };
      const shape = shapeOf(text);
      found.given += 1;
      if (shape.kind === "serial") found.serial ??= seen;
      else if (shape.kind === "none") found.odd ??= seen;
      else found.timelike += 1;
      if (shape.kind !== "numbers") return;
      noteNumbers(found, shape, seen);
      shortYears.add(shape, seen);
    },
    evidence: () => ({ ...found, yearFirst: shortYears.doubt() }),
  };
}

/** How the column's dates are read: an order, or why nothing of the file may be kept. */
export type DateVerdict =
  | { readonly order: DateOrder | null; readonly why: string | null }
  | { readonly obstacle: string; readonly doubtful: string | null };

const WORDS: Readonly<Record<DateOrder, string>> = { "day-first": "the day first", "month-first": "the month first" };

function against(order: DateOrder, { dayFirst, monthFirst }: DateEvidence): SeenCell | null {
  return order === "day-first" ? monthFirst : dayFirst;
}

function unreadable({ given, timelike, serial, odd }: DateEvidence): string | null {
  if (given === 0 || timelike > 0) return null;
  if (serial !== null) {
    return `Line ${serial.line}: ${JSON.stringify(serial.text)} is a spreadsheet's number for a day. Format the column as yyyy-mm-dd hh:mm there and save the CSV again.`;
  }
  return `Line ${odd?.line}: ${JSON.stringify(odd?.text.slice(0, 60))} is no time such as 2026-11-08T09:30:00+01:00, and no other cell of its column is one.`;
}

/** The order that was chosen, or that the column tells, or that the tool is known for; in doubt there is none. */
export function dateVerdict(evidence: DateEvidence, chosen: DateOrder | null, usual: DateOrder | null): DateVerdict {
  const { dayFirst, monthFirst, doubtful, yearFirst } = evidence;
  const none = unreadable(evidence);
  if (none !== null) return { obstacle: none, doubtful: null };
  if (dayFirst !== null && monthFirst !== null) {
    const lines = `line ${dayFirst.line} has ${JSON.stringify(dayFirst.text)} and line ${monthFirst.line} ${JSON.stringify(monthFirst.text)}`;
    return { obstacle: `The dates are in both orders: ${lines}. Write them all as 2026-11-08 first.`, doubtful: null };
  }
  if (yearFirst !== null) {
    const text = `Line ${yearFirst.line}: ${JSON.stringify(yearFirst.text)} may begin with the year. Write the years with four digits first.`;
    return { obstacle: text, doubtful: null };
  }
  const contrary = chosen === null ? null : against(chosen, evidence);
  if (chosen !== null && contrary !== null) {
    const text = `Line ${contrary.line}: ${JSON.stringify(contrary.text)} cannot be read ${chosen}. Leave out --dates ${chosen}.`;
    return { obstacle: text, doubtful: null };
  }
  if (chosen !== null) return { order: chosen, why: `${WORDS[chosen]}, as chosen` };
  const telling = dayFirst ?? monthFirst;
  if (telling !== null) {
    const order = dayFirst === null ? "month-first" : "day-first";
    return { order, why: `${WORDS[order]}, as ${JSON.stringify(telling.text)} in line ${telling.line} shows` };
  }
  if (doubtful === null) return { order: usual, why: null };
  if (usual !== null) return { order: usual, why: `${WORDS[usual]}, as this tool writes them` };
  const text = `Line ${doubtful.line}: ${JSON.stringify(doubtful.text)} can be two days, and no date in the file tells which. Add --dates day-first or --dates month-first.`;
  return { obstacle: text, doubtful: doubtful.text };
}
