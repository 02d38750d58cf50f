import { createHash } from "node:crypto";
import { BOUNDS } from "../../src/interaction/bounds.ts";
import { isScore, SCALES, type Scale } from "../../src/survey/score.ts";
import { type CellRule, cellOf, cellsOf, lineOf, RowError, shownCell } from "./cells.ts";
import type { Column } from "./columns.ts";
import { readLabelled } from "./labelled-score.ts";
import { isMissing, isNobody } from "./missing.ts";
import { type DateOrder, momentOf } from "./read-time.ts";
import { shapeOf } from "./time-shape.ts";
import { readScale } from "./title-words.ts";

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
  /** Comment and product as the row has them, marks for nothing among them: by these an answer without an id is known. */
  readonly written: Readonly<Record<"comment" | "product", string | null>>;
}

/** What rows are read by. */
export interface ReadingRule extends CellRule {
  /** Scale of rows of which nothing says it. */
  readonly scale: Scale;
  /** IANA zone or offset of times that name none. */
  readonly zone: string;
  readonly order: DateOrder | null;
  /** When it is read, milliseconds since 1970: nobody has answered later. */
  readonly now: number;
}

const LONGEST_COMMENT = BOUNDS.comment;
/** A number that only counts the answers of a file names nobody outside it. */
const COUNTER = /^\d{1,9}$/;
const MAIL = /^[^\s@]+@[^\s@]+$/;

function scaleIn(record: readonly string[], rule: ReadingRule): Scale {
  const text = lineOf(record, rule, "scale");
  if (text === null) return rule.scale;
  const known = readScale(text);
  if (known) return known;
  throw new RowError(`scale is ${SCALES.join(" or ")}, not ${shownCell(text)}`);
}

function scoreIn(record: readonly string[], rule: ReadingRule, scale: Scale): number {
  const text = cellOf(record, rule, "score");
  if (text === null) throw new RowError("score is empty");
  const reading = readLabelled(text);
  if (reading !== null && isScore(reading.score, scale)) return reading.score;
  throw new RowError(`score ${shownCell(text)} is no whole number on the scale ${scale}`);
}

function timeIn(record: readonly string[], rule: ReadingRule): number {
  const text = lineOf(record, rule, "answered_at");
  if (text === null) throw new RowError("answered_at is empty");
  const shape = shapeOf(text);
  const at = momentOf(shape, rule);
  if (shape.kind === "serial")
    throw new RowError(
      `answered_at ${shownCell(text)} is a spreadsheet's number for a day; write it as 2026-11-08 09:30`,
    );
  if (at === null || at < 0)
    throw new RowError(`answered_at ${shownCell(text)} is no time such as 2026-11-08T09:30:00+01:00`);
  if (at > rule.now) throw new RowError(`answered_at ${shownCell(text)} has not come yet`);
  return at;
}

function commentIn(record: readonly string[], rule: ReadingRule): string | null {
  const text = cellsOf(record, rule, "comment").join("\n\n");
  if (text.length > LONGEST_COMMENT) throw new RowError(`comment is longer than ${LONGEST_COMMENT} characters`);
  return text === "" ? null : text;
}

function named(cell: string, isMailOnly: boolean): boolean {
  return !isNobody(cell) && (!isMailOnly || MAIL.test(cell.trim()));
}

/** Who is named in the row; null where nobody is. */
function namedIn(record: readonly string[], rule: ReadingRule): string | null {
  const places = rule.map.taken.get("customer")?.places ?? [];
  const place = places.find((one) => named(record[one] ?? "", rule.map.mail.has(one)));
  return place === undefined ? null : lineOf(record, rule, "customer", place);
}

/** A name made from what tells the answer from others. */
function nameFrom(kind: string, parts: readonly (string | number | null)[]): string {
  return `${kind}-${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22)}`;
}

function isSaidToBeNobody(record: readonly string[], { map }: ReadingRule): boolean {
  const places = map.taken.get("customer")?.places ?? [];
  return (map.tool?.own ?? null) !== null || places.some((place) => !isMissing(record[place] ?? ""));
}

/** The customer, or the answer's own id where nobody is named, so that two who are not named never become one. */
function customerIn(record: readonly string[], rule: ReadingRule, id: string | null): string {
  const person = namedIn(record, rule);
  if (person !== null) return person;
  if (id !== null) return COUNTER.test(id) ? nameFrom("answer", [id, ...record]) : id;
  if (isSaidToBeNobody(record, rule)) return nameFrom("answer", record);
  throw new RowError("customer is empty");
}

/** The answer's id; of a number that only counts within its form, one made of that, the person and the time. */
function idIn(record: readonly string[], rule: ReadingRule, answeredAt: number): string | null {
  const id = lineOf(record, rule, "id");
  const number = rule.map.number === null ? null : (record[rule.map.number] ?? null);
  if (id !== null || number === null || isMissing(number)) return id;
  return nameFrom(rule.map.tool?.name ?? "file", [number, answeredAt, namedIn(record, rule)]);
}

function writtenIn(record: readonly string[], { map }: ReadingRule, column: Column): string | null {
  const [place] = map.taken.get(column)?.places ?? [];
  const text = place === undefined ? "" : (record[place]?.trim() ?? "");
  return text === "" ? null : text;
}

/** Whether the row has no score to read, as of somebody who did not answer this question. */
export function isUnanswered(record: readonly string[], { map }: Pick<ReadingRule, "map">): boolean {
  const [place] = map.taken.get("score")?.places ?? [];
  return isMissing(record[place ?? -1] ?? "");
}

function refuseExcluded(record: readonly string[], { map }: ReadingRule): void {
  const reason = map.excluded === null ? "" : (record[map.excluded]?.trim() ?? "");
  if (reason !== "") throw new RowError(`it was left out of the digests where it comes from: ${shownCell(reason)}`);
}

/** The answer in a row that has one. Throws {@link RowError}: nothing is coerced, and nothing is left out silently. */
export function readAnswer(record: readonly string[], rule: ReadingRule): CsvAnswer {
  refuseExcluded(record, rule);
  const scale = scaleIn(record, rule);
  const answeredAt = timeIn(record, rule);
  const id = idIn(record, rule, answeredAt);
  const customer = customerIn(record, rule, id);
  const comment = commentIn(record, rule);
  const written = {
    comment: comment ?? writtenIn(record, rule, "comment"),
    product: writtenIn(record, rule, "product"),
  };
  return {
    ...{ customer, scale, answeredAt, comment, id, written },
    score: scoreIn(record, rule, scale),
    product: lineOf(record, rule, "product"),
    agent: lineOf(record, rule, "agent"),
    channel: lineOf(record, rule, "channel"),
  };
}
