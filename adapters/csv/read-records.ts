import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { type CsvError, type Info, type Options, parse } from "csv-parse";
import { createDecoder } from "./file-encoding.ts";
import { FileError, type FileKind, notUtf8 } from "./file-kind.ts";

/** One record of a CSV file. */
export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RecordSource {
  readonly file: string;
  readonly kind: FileKind;
  /** Hears of a record that cannot be read: where, and why in one clause; in its turn among the records. */
  readonly onUnreadable: (line: number, reason: string) => void;
  /** Hears how many bytes have been read. */
  readonly onProgress?: (bytes: number) => void;
}

/** Longest record, in bytes; a longer one is a quote that nobody closed. */
const LONGEST_RECORD = 1_000_000;
const OTHER_LENGTH = "it has another number of cells than the first line";
const SWALLOWED = "a quote before this line's end seems never to be closed, since its text holds whole rows";

function unusable(error: unknown, line: number): Error {
  const { code } = error as Partial<CsvError>;
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new FileError(
      `A quote in the row that begins on line ${line} is never closed, so the file cannot be read any further. Close it there.`,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** Tells where each record begins, asked once for each in turn; `next` is where the one after it does. */
function createLineCount(skipped: number) {
  let end = skipped;
  let empty = 0;
  return {
    beginOf: ({ lines, empty_lines }: Pick<Info, "lines" | "empty_lines">): number => {
      const begin = Math.min(end + 1 + empty_lines - empty, lines);
      end = lines;
      empty = empty_lines;
      return begin;
    },
    next: () => end + 1,
  };
}

function parserOf({ delimiter, skipped }: FileKind, count: ReturnType<typeof createLineCount>) {
  const options: Options<CsvRecord, string[]> = {
    bom: true,
    delimiter,
    from_line: skipped + 1,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LONGEST_RECORD,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells, context) => ({ line: count.beginOf(context), cells }),
  };
  // The declared types let a record become something else only where the titles are read by csv-parse.
  return parse(options as unknown as Options);
}

/** UTF-8 is passed on as it is once it is seen to be UTF-8; anything else is decoded. */
function decoderOf(file: string, encoding: string): Transform {
  const isUtf8 = encoding === "utf-8";
  const decoder = createDecoder(encoding, isUtf8);
  let latest: Buffer = Buffer.alloc(0);
  const decoded = (chunk: Buffer, isLast: boolean, done: (error: Error | null, data?: Buffer | string) => void) => {
    try {
      const text = decoder.decode(chunk, isLast);
      done(null, isUtf8 ? chunk : text);
    } catch {
      done(notUtf8(file, latest));
    }
  };
  return new Transform({
    decodeStrings: false,
    transform: (chunk: Buffer, _, done) => {
      latest = chunk;
      decoded(chunk, false, done);
    },
    flush: (done) => decoded(Buffer.alloc(0), true, done),
  });
}

const isBlank = (cell: string) => cell.trim() === "";

/** Whether a cell holds rows, as it does where a quote was never closed but by the opening one of a later row's last cell. */
function hasSwallowed(cells: readonly string[], width: number, delimiter: string): boolean {
  if (width < 3) return false;
  const isSwallowed = (line: string) => line.includes(`${delimiter}"`) && line.split(delimiter).length >= width;
  return cells.some((cell) => cell.includes("\n") && cell.split("\n").slice(1).some(isSwallowed));
}

/** The cells as many as there are titles, where those too many are blank; null where the number does not fit. */
function fitted(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells;
  return cells.length > width && cells.slice(width).every(isBlank) ? cells.slice(0, width) : null;
}

/** Sorts records out: blank ones say nothing, and one short line at the very end is a tool's remark. */
function createSorting({ kind: { delimiter }, onUnreadable }: RecordSource) {
  let width: number | null = null;
  let short: number | null = null;
  return ({ line, cells }: CsvRecord): CsvRecord | null => {
    if (cells.every(isBlank)) return null;
    if (short !== null) onUnreadable(short, OTHER_LENGTH);
    short = null;
    width ??= cells.length;
    const fitting = fitted(cells, width);
    if (fitting === null && width > 2 && cells.length === 1) short = line;
    else if (fitting === null) onUnreadable(line, OTHER_LENGTH);
    else if (hasSwallowed(fitting, width, delimiter)) onUnreadable(line, SWALLOWED);
    else return { line, cells: fitting };
    return null;
  };
}

/**
 * The records of a file, its headings among them, one at a time. A quote where CSV has no place for one is part of the text; rows
 * without a word, and a last line of one cell as some tools write below their table, are passed over.
 * Throws {@link FileError} where the file ends in the middle of a record or is not in its encoding.
 */
export async function* readRecords(source: RecordSource): AsyncGenerator<CsvRecord> {
  const { file, kind, onProgress } = source;
  const input = createReadStream(file);
  const decoder = decoderOf(file, kind.encoding);
  const count = createLineCount(kind.skipped);
  const parser = parserOf(kind, count);
  input.on("error", (error) => parser.destroy(error));
  decoder.on("error", (error) => parser.destroy(error));
  input.pipe(decoder).pipe(parser);
  const sort = createSorting(source);
  try {
    for await (const found of parser as AsyncIterable<CsvRecord>) {
      const record = sort(found);
      if (record !== null) yield record;
      onProgress?.(input.bytesRead);
    }
  } catch (error) {
    throw unusable(error, count.next());
  } finally {
    input.destroy();
  }
}
