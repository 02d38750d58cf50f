import { Temporal } from "temporal-polyfill";
import { RowError } from "../csv/cells.ts";
import { COLUMNS, type Column, quotedTitle } from "../csv/columns.ts";
import { wordsOf } from "../csv/find-questions.ts";
import { type CsvAnswer, isUnanswered, type ReadingRule, readAnswer } from "../csv/read-answer.ts";
import type { CsvRecord } from "../csv/read-records.ts";
import { DATE_ORDERS, readTime } from "../csv/read-time.ts";
import type { Understanding } from "../csv/understand-file.ts";

const DELIMITERS: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };
const LONGEST_WORDS = 60;
const WIDTH = 12;

function headLine({ map, kind, headings }: Understanding): string {
  const tool = map.tool === null ? "Titles of no known tool" : `Titles of ${map.tool.tool}`;
  const lines = headings === 1 ? "one line of titles" : `${headings} lines of titles`;
  return `${tool}; ${kind.encoding.toUpperCase()}, parted by ${DELIMITERS[kind.delimiter] ?? kind.delimiter}, ${lines}.`;
}

function more(column: Column, { map, dates, zone }: Understanding, own: Pick<ReadingRule, "zone">): string {
  if (column === "answered_at") {
    const why = "why" in dates && dates.why !== null ? `; ${dates.why}` : "";
    return `${why}; where no zone is named, ${zone}${zone === own.zone && map.zone === null ? ", the desk's" : ""}`;
  }
  return column === "customer" && (map.tool?.own ?? null) !== null
    ? "; who is not named is known by the answer alone"
    : "";
}

function columnLine(column: Column, understanding: Understanding, own: Pick<ReadingRule, "zone" | "scale">): string[] {
  const { map, scale } = understanding;
  const taken = map.taken.get(column);
  if (taken === undefined && column === "scale") {
    const why = map.isScaleChosen
      ? "as chosen"
      : map.scale === null
        ? "the desk's, since nothing says another"
        : "as the title or the tool says";
    return [`  ${column.padEnd(WIDTH)} ${scale}: ${why}`];
  }
  if (taken === undefined && column === "customer")
    return [`  ${column.padEnd(WIDTH)} nobody is named; each answer is its own`];
  if (taken === undefined) return [];
  const joint = column === "customer" ? ", else " : " and ";
  const titles = taken.places.map((place) => quotedTitle(wordsOf(map.headings, place))).join(joint);
  return [`  ${column.padEnd(WIDTH)} ${titles}: ${taken.why}${more(column, understanding, own)}`];
}

function unusedLine({ map }: Understanding): string[] {
  const used = new Set([...map.taken.values()].flatMap(({ places }) => places));
  const titles = map.headings.titles
    .map((_, place) => place)
    .filter((place) => !used.has(place) && wordsOf(map.headings, place).trim() !== "");
  if (titles.length === 0) return [];
  return [
    `  ${"not read".padEnd(WIDTH)} ${titles.map((place) => quotedTitle(wordsOf(map.headings, place))).join(", ")}`,
  ];
}

function shownWords(comment: string | null): string {
  if (comment === null) return "no words";
  const line = comment.replace(/\s+/g, " ");
  return JSON.stringify(line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}...` : line);
}

function answerLine({ customer, score, scale, answeredAt, comment }: CsvAnswer, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(answeredAt).toZonedDateTimeISO(zone);
  const when = `${at.toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ")} ${zone}`;
  return `${customer} | ${score} on ${scale} | ${when} | ${shownWords(comment)}`;
}

/** The day that a doubtful date is in either order. */
function bothReadings({ map, zone }: Understanding, { cells }: CsvRecord): string {
  const text = cells[map.taken.get("answered_at")?.places[0] ?? -1] ?? "";
  const readings = DATE_ORDERS.map((order) => {
    const at = readTime(text, { zone, order });
    const day =
      at === null
        ? "no day"
        : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
    return `${day} with --dates ${order}`;
  });
  return `${JSON.stringify(text)} is ${readings.join(", ")}`;
}

function rowLine(record: CsvRecord, understanding: Understanding, rule: ReadingRule, zone: string): string {
  const { dates } = understanding;
  if (isUnanswered(record.cells, rule)) return `  line ${record.line}: no score`;
  if ("doubtful" in dates && dates.doubtful !== null)
    return `  line ${record.line}: ${bothReadings(understanding, record)}`;
  try {
    return `  line ${record.line}: ${answerLine(readAnswer(record.cells, rule), zone)}`;
  } catch (error) {
    if (error instanceof RowError) return `  line ${record.line}: refused, ${error.message}`;
    throw error;
  }
}

/** What each column of a file was taken for and why, and the first rows as they were understood: for a person to judge. */
export function shownUnderstanding(
  understanding: Understanding,
  own: Pick<ReadingRule, "zone" | "scale" | "now">,
): string {
  const rule: ReadingRule = { ...understanding, now: own.now };
  const columns = COLUMNS.flatMap((column) => columnLine(column, understanding, own));
  const rows = understanding.first.map((record) => rowLine(record, understanding, rule, own.zone));
  return `${[headLine(understanding), ...columns, ...unusedLine(understanding), "First rows:", ...rows].join("\n")}\n`;
}
