import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { type CsvError, type Info, type Options, parse } from "csv-parse";

/** One record of a CSV file. */
export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RecordSource {
  readonly file: string;
  /** Hears of a record that cannot be read: where, and why in one clause; in its turn among the records. */
  readonly onUnreadable: (line: number, reason: string) => void;
  /** Hears how many bytes have been read. */
  readonly onProgress?: (bytes: number) => void;
}

interface Unreadable {
  readonly line: number;
  readonly reason: string;
}

/** A file that cannot be read any further: one sentence. */
export class FileError extends Error {}

/** Longest record, in bytes; a longer one is a quote that nobody closed. */
const LONGEST_RECORD = 1_000_000;
const PEEKED = 65_536;
const DELIMITERS = [",", ";", "\t"] as const;

const OTHER_LENGTH = "it has another number of cells than the first line";

/** The delimiter that the first line has most of outside quotes; a comma where it has none. */
export function delimiterOf(file: string): string {
  const buffer = Buffer.alloc(PEEKED);
  const opened = openSync(file, "r");
  const length = readSync(opened, buffer);
  closeSync(opened);
  const [first = ""] = buffer
    .toString("utf8", 0, length)
    .replace(/"[^"]*"/g, "")
    .split(/[\r\n]/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function unusable(error: unknown): Error {
  const { code, lines } = error as Partial<CsvError> & { readonly lines?: number };
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return new FileError(
      `A quote before line ${lines} is never closed, so the file cannot be read any further; mend it there.`,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** Tells where each record begins, asked once for each in turn. */
function createLineCount() {
  let end = 0;
  let empty = 0;
  return ({ lines, empty_lines }: Pick<Info, "lines" | "empty_lines">): number => {
    const begin = Math.min(end + 1 + empty_lines - empty, lines);
    end = lines;
    empty = empty_lines;
    return begin;
  };
}

/** The parser reads ahead: what it cannot read is noted until the records before it have been given out. */
function parserOf(file: string, unreadable: Unreadable[]) {
  const beginOf = createLineCount();
  const options: Options<CsvRecord, string[]> = {
    bom: true,
    delimiter: delimiterOf(file),
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LONGEST_RECORD,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells, context) => ({ line: beginOf(context), cells }),
    on_skip: (error) => {
      const found = error as (CsvError & Info) | undefined;
      if (found?.code !== "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH") throw error;
      unreadable.push({ line: beginOf(found), reason: OTHER_LENGTH });
    },
  };
  // The declared types let a record become something else only where the titles are read by csv-parse.
  return parse(options as unknown as Options);
}

/**
 * The records of a file, its headings among them, one at a time. A quote where CSV has no place for one is part of the text.
 * Throws {@link FileError} where the file ends in the middle of a record.
 */
export async function* readRecords(source: RecordSource): AsyncGenerator<CsvRecord> {
  const input = createReadStream(source.file);
  const unreadable: Unreadable[] = [];
  const parser = parserOf(source.file, unreadable);
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  const tellBefore = (line: number) => {
    while (unreadable[0] !== undefined && unreadable[0].line < line) {
      const { line: place, reason } = unreadable.shift() as Unreadable;
      source.onUnreadable(place, reason);
    }
  };
  try {
    for await (const record of parser as AsyncIterable<CsvRecord>) {
      tellBefore(record.line);
      yield record;
      source.onProgress?.(input.bytesRead);
    }
  } catch (error) {
    throw unusable(error);
  } finally {
    tellBefore(Number.POSITIVE_INFINITY);
    input.destroy();
  }
}
