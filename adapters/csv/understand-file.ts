import type { Scale } from "../../src/survey/score.ts";
import { type ColumnMap, mapColumns } from "./column-map.ts";
import { createDateTally, type DateVerdict, dateVerdict } from "./date-column.ts";
import { type FileKind, fileKind } from "./file-kind.ts";
import { wordsOf } from "./find-questions.ts";
import { findTitles } from "./find-title.ts";
import type { Mapping } from "./mapping.ts";
import { type CsvRecord, readRecords } from "./read-records.ts";
import type { DateOrder } from "./read-time.ts";
import { recogniseTool } from "./ready-maps.ts";
import { createScoreTally, type ScoreEvidence, scoreObstacle } from "./score-column.ts";

/** What a file is, and how it is read. */
export interface Understanding {
  readonly kind: FileKind;
  readonly map: ColumnMap;
  /** Records that are headings, from the first on. */
  readonly headings: number;
  /** Scale of rows that name none, and zone of times that name none. */
  readonly scale: Scale;
  readonly zone: string;
  readonly order: DateOrder | null;
  readonly dates: DateVerdict;
  /** Rows under the headings that say anything. */
  readonly rows: number;
  /** The first of them. */
  readonly first: readonly CsvRecord[];
  /** Why nothing of the file may be kept, a sentence each with its remedy; none where it can be read. */
  readonly obstacles: readonly string[];
}

/** What is to be understood, and what is known beforehand. */
export interface Understood {
  readonly file: string;
  readonly mapping: Mapping;
  /** Order of day and month, and encoding, that a person chose; null where none. */
  readonly dates: DateOrder | null;
  readonly encoding: string | null;
  /** The desk's own scale and zone. */
  readonly scale: Scale;
  readonly zone: string;
  readonly onProgress: (bytes: number) => void;
  /** Ends the reading early, with what was seen so far. */
  readonly signal: AbortSignal;
}

/** Rows that are shown to a person. */
const FIRST = 5;
const HAS_DIGIT = /\d/;

/** The records by which the columns are found: the titles, and as many lines of headings below as the tool has. */
interface FileHead {
  readonly map: ColumnMap;
  readonly headings: number;
  /** Zone that the headings give the times, as Qualtrics writes it. */
  readonly zone: string | null;
}

function timeCell(record: CsvRecord, place: number | undefined): string {
  return record.cells[place ?? -1]?.trim() ?? "";
}

/** A line of headings has no time where the answers have theirs. */
function isHeading(record: CsvRecord | undefined, place: number | undefined): boolean {
  if (record === undefined || place === undefined) return false;
  const cell = timeCell(record, place);
  return cell.startsWith("{") || !HAS_DIGIT.test(cell);
}

function zoneOf(cell: string): string | null {
  try {
    const { timeZone } = JSON.parse(cell) as { readonly timeZone?: unknown };
    return typeof timeZone === "string" ? timeZone : null;
  } catch {
    return null;
  }
}

function headOf(records: readonly CsvRecord[], mapping: Mapping): FileHead {
  const titles = records[0]?.cells ?? [];
  const tool = mapping.ready ?? recogniseTool(titles);
  const named = mapping.titles.get("answered_at");
  const wanted = named === undefined ? (tool?.titles.answered_at ?? []) : [named];
  const [time] = findTitles({ titles, words: [] }, wanted);
  let headings = 1;
  while (headings < (tool?.headings ?? 1) && isHeading(records[headings], time)) headings += 1;
  const below = headings > 1 ? records[1] : undefined;
  const zones = records.slice(1, headings).map((record) => zoneOf(timeCell(record, time)));
  const words = below === undefined || below.cells.some((cell) => cell.startsWith('{"ImportId"')) ? [] : below.cells;
  return { map: mapColumns(mapping, titles, words), headings, zone: zones.find((one) => one !== null) ?? null };
}

/** The most lines of headings that any tool has, and so the records that are looked at first. */
const MOST_HEADINGS = 3;

/** Looks at every row under the headings in turn. */
function createLook(head: FileHead) {
  const { taken } = head.map;
  const place = (column: "score" | "scale" | "answered_at") => taken.get(column)?.places[0] ?? -1;
  const [score, scale, time] = [place("score"), place("scale"), place("answered_at")];
  const scores = createScoreTally();
  const dates = createDateTally();
  const first: CsvRecord[] = [];
  let rows = 0;
  return {
    add: (record: CsvRecord) => {
      const { line, cells } = record;
      rows += 1;
      if (first.length < FIRST) first.push(record);
      scores.add(line, cells[score] ?? "", scale < 0 ? null : (cells[scale] ?? ""));
      dates.add(line, cells[time] ?? "");
    },
    seen: () => ({ head, rows, first, scores: scores.evidence(), dates: dates.evidence() }),
  };
}

function scoreSentence({ map }: FileHead, evidence: ScoreEvidence, scale: Scale): string | null {
  const title = wordsOf(map.headings, map.taken.get("score")?.places[0] ?? -1);
  return scoreObstacle(evidence, { title, scale, isScaleSaid: map.scale !== null, isScaleChosen: map.isScaleChosen });
}

type Look = ReturnType<typeof createLook>;

function lookFrom(records: readonly CsvRecord[], mapping: Mapping): Look {
  const head = headOf(records, mapping);
  const look = createLook(head);
  for (const record of records.slice(head.headings)) look.add(record);
  return look;
}

function concluded(given: Understood, kind: FileKind, look: Look): Understanding {
  const { head, rows, first, scores, dates } = look.seen();
  const scale = head.map.scale ?? given.scale;
  const verdict = dateVerdict(dates, given.dates, head.map.tool?.dates ?? null);
  const obstacles = [scoreSentence(head, scores, scale), "obstacle" in verdict ? verdict.obstacle : null];
  return {
    ...{ kind, map: head.map, headings: head.headings, scale, rows, first, dates: verdict },
    zone: head.zone ?? head.map.zone ?? given.zone,
    order: "order" in verdict ? verdict.order : null,
    obstacles: obstacles.filter((one) => one !== null),
  };
}

/**
 * Reads the whole file once, in bounded memory, to tell what its columns are and whether they can be read from end to end; null
 * where it is empty. Throws FileError where it is no CSV or breaks off, and MappingError where a column is missing or in doubt.
 */
export async function understandFile(given: Understood): Promise<Understanding | null> {
  const { file, mapping, encoding, onProgress, signal } = given;
  const kind = fileKind(file, encoding);
  const waiting: CsvRecord[] = [];
  let look: Look | null = null;
  for await (const record of readRecords({ file, kind, onUnreadable: () => {}, onProgress })) {
    if (signal.aborted) break;
    if (look !== null) look.add(record);
    else if (waiting.push(record) > MOST_HEADINGS) look = lookFrom(waiting, mapping);
  }
  return waiting.length === 0 ? null : concluded(given, kind, look ?? lookFrom(waiting, mapping));
}
