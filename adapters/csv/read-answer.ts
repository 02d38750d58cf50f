import { readScore, SCALES, type Scale } from "../../src/survey/score.ts";
import type { ColumnMap } from "./column-map.ts";
import type { Column } from "./columns.ts";
import { readTime } from "./read-time.ts";

/** An answer as one row of a file gives it; null where the row says nothing. */
export interface CsvAnswer {
  readonly customer: string;
  readonly score: number;
  readonly scale: Scale;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
  readonly comment: string | null;
  readonly product: string | null;
  readonly agent: string | null;
  readonly channel: string | null;
  readonly id: string | null;
}

/** What rows are read by. */
export interface ReadingRule {
  readonly map: ColumnMap;
  /** Scale of rows of which nothing says it. */
  readonly scale: Scale;
  /** IANA zone of times that name none. */
  readonly zone: string;
  /** When it is read, milliseconds since 1970: nobody has answered later. */
  readonly now: number;
}

/** A row that cannot be imported: why, as one clause. */
export class RowError extends Error {}

const LONGEST_NAME = 200;
const LONGEST_COMMENT = 20_000;
const LONGEST_SHOWN = 40;
/** NUL, halves of a surrogate pair, and what stands for bytes that were no UTF-8: not every database keeps them as they are. */
const UNKEEPABLE = /[\0\p{Cs}\uFFFD]/u;
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** The text in quotes, cut to a readable length. */
function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text);
}

function cellOf(record: readonly string[], map: ColumnMap, column: Column): string | null {
  const place = map.places.get(column);
  const text = place === undefined ? undefined : record[place]?.trim();
  if (text === undefined || text === "") return null;
  if (UNKEEPABLE.test(text))
    throw new RowError(`${column} has characters that are not UTF-8 text; save the file as UTF-8`);
  return text;
}

function lineOf(record: readonly string[], map: ColumnMap, column: Column): string | null {
  const text = cellOf(record, map, column);
  if (text === null || (text.length <= LONGEST_NAME && ONE_LINE.test(text))) return text;
  throw new RowError(`${column} is one line of at most ${LONGEST_NAME} characters, not ${shown(text)}`);
}

function required(record: readonly string[], map: ColumnMap, column: Column): string {
  const text = lineOf(record, map, column);
  if (text === null) throw new RowError(`${column} is empty`);
  return text;
}

function scaleIn(record: readonly string[], { map, scale }: ReadingRule): Scale {
  const text = lineOf(record, map, "scale");
  if (text === null) return map.scale ?? scale;
  const known = SCALES.find((one) => one === text);
  if (known) return known;
  throw new RowError(`scale is ${SCALES.join(" or ")}, not ${shown(text)}`);
}

function scoreIn(record: readonly string[], map: ColumnMap, scale: Scale): number {
  const text = required(record, map, "score");
  const reading = readScore(text, scale);
  if (reading.kind === "score") return reading.score;
  throw new RowError(`score ${shown(text)} is no whole number on the scale ${scale}`);
}

function timeIn(record: readonly string[], { map, zone, now }: ReadingRule): number {
  const text = required(record, map, "answered_at");
  const at = readTime(text, { zone: map.isUtc ? "UTC" : zone, isMonthFirst: map.isMonthFirst });
  if (at === null || at < 0)
    throw new RowError(`answered_at ${shown(text)} is no time such as 2026-11-08T09:30:00+01:00`);
  if (at > now) throw new RowError(`answered_at ${shown(text)} has not come yet`);
  return at;
}

function commentIn(record: readonly string[], map: ColumnMap): string | null {
  const text = cellOf(record, map, "comment");
  if (text === null || text.length <= LONGEST_COMMENT) return text;
  throw new RowError(`comment is longer than ${LONGEST_COMMENT} characters`);
}

/** The answer in a row. Throws {@link RowError}: nothing is coerced, and nothing is left out silently. */
export function readAnswer(record: readonly string[], rule: ReadingRule): CsvAnswer {
  const { map } = rule;
  const scale = scaleIn(record, rule);
  return {
    customer: required(record, map, "customer"),
    score: scoreIn(record, map, scale),
    scale,
    answeredAt: timeIn(record, rule),
    comment: commentIn(record, map),
    product: lineOf(record, map, "product"),
    agent: lineOf(record, map, "agent"),
    channel: lineOf(record, map, "channel"),
    id: lineOf(record, map, "id"),
  };
}
