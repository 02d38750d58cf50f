import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";
import { createDecoder, isEncoding } from "./file-encoding.ts";

/** A file that cannot be read any further: one sentence. */
export class FileError extends Error {}

/** How the bytes of a file become cells. */
export interface FileKind {
  /** A name that TextDecoder knows. */
  readonly encoding: string;
  readonly delimiter: string;
  /** Lines before the titles: one where a spreadsheet was told the delimiter, `sep=;`. */
  readonly skipped: number;
}

const PEEKED = 65_536;
const DELIMITERS = [",", ";", "\t", "|"] as const;
const WORKBOOKS: Readonly<Record<string, string>> = {
  ...{ ".xlsx": "an Excel workbook", ".xlsm": "an Excel workbook", ".xlsb": "an Excel workbook" },
  ...{ ".xls": "an Excel workbook", ".ods": "an OpenDocument spreadsheet", ".numbers": "a Numbers spreadsheet" },
};
const AS_CSV =
  "Open it and save it as CSV UTF-8 (Excel: File, Save As; Numbers: File, Export To; Google Sheets and LibreOffice: File, Download or Save As), then import that file";
const MAGIC: readonly (readonly [signature: string, kind: string])[] = [
  ["PK\x03\x04", "a workbook or another zip file"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook"],
  ["%PDF", "a PDF"],
  ["\x1f\x8b", "a gzip file"],
  ["SQLite format 3\0", "a database"],
  ["PAR1", "a Parquet file"],
];

/** The first bytes of the file. */
function headOf(file: string): Buffer {
  const buffer = Buffer.alloc(PEEKED);
  const opened = openSync(file, "r");
  try {
    return buffer.subarray(0, readSync(opened, buffer));
  } finally {
    closeSync(opened);
  }
}

function refuseOthers(file: string, head: Buffer): void {
  const magic = MAGIC.find(([signature]) => head.toString("latin1", 0, signature.length) === signature)?.[1];
  const workbook = WORKBOOKS[extname(file).toLowerCase()];
  if (workbook !== undefined || magic?.includes("workbook"))
    throw new FileError(`${file} is ${workbook ?? magic}, not a CSV file. ${AS_CSV}.`);
  if (magic !== undefined) throw new FileError(`${file} is ${magic}, not a CSV file. Export the answers as CSV.`);
  const text = head
    .toString("utf8", 0, 512)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^(?:<!doctype|<html|<table|<\?xml)/i.test(text))
    throw new FileError(`${file} is a web page or XML, not a CSV file. ${AS_CSV}.`);
  if (/^[[{]\s*(?:["{[]|$)/.test(text))
    throw new FileError(`${file} is JSON, not a CSV file. Export the answers as CSV.`);
}

/** Of UTF-16 without a byte order mark every other byte is zero in most texts. */
function utf16Of(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const looked = head.subarray(0, 512);
  const zeros = (parity: number) => looked.filter((byte, place) => place % 2 === parity && byte === 0).length;
  if (zeros(1) > looked.length / 4 && zeros(0) === 0) return "utf-16le";
  return zeros(0) > looked.length / 4 && zeros(1) === 0 ? "utf-16be" : null;
}

/** The delimiter that the line has most of outside quotes; a comma where it has none. */
function delimiterIn(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** What the file is, from its name and first bytes. Throws {@link FileError} with what to do where it is no CSV. */
export function fileKind(file: string, chosen: string | null = null): FileKind {
  const head = headOf(file);
  const utf16 = utf16Of(head);
  if (utf16 === null) refuseOthers(file, head);
  if (chosen !== null && !isEncoding(chosen))
    throw new FileError(
      `There is no encoding "${chosen}"; there are utf-8, windows-1252, utf-16le, shift_jis and others.`,
    );
  const encoding = utf16 ?? chosen ?? "utf-8";
  const text = createDecoder(encoding).decode(head);
  const named = /^sep=(.)\r?(?:\n|$)/i.exec(text)?.[1];
  if (named !== undefined) return { encoding, delimiter: named, skipped: 1 };
  const [first = ""] = text
    .replace(/"[^"]*"/g, "")
    .trimStart()
    .split(/[\r\n]/, 1);
  return { encoding, delimiter: delimiterIn(first), skipped: 0 };
}

/** What a text of bytes that are no UTF-8 might be meant to say, for a person to judge. */
function shownAs(bytes: Uint8Array, encoding: string): string {
  return createDecoder(encoding).decode(bytes).replace(/\s+/g, " ").trim();
}

/** Why the bytes are not read as UTF-8, and which option says what they are. */
export function notUtf8(file: string, chunk: Buffer): FileError {
  const lines = chunk.toString("latin1").split("\n");
  const odd = lines.find((line) => !isUtf8(Buffer.from(line, "latin1"))) ?? "";
  const at = Math.max(0, odd.search(/[\x80-\xff]/) - 15);
  const part = Buffer.from(odd.slice(at, at + 40), "latin1");
  const readings = ["windows-1252", "shift_jis"]
    .map((name) => [name, shownAs(part, name)] as const)
    .filter(([, text]) => !text.includes("\uFFFD"))
    .map(([name, text]) => `${JSON.stringify(text)} with --encoding ${name}`);
  return new FileError(
    `${file} is not UTF-8. It reads ${readings.join(", or ")}. Add the one that is right, or save the file as CSV UTF-8.`,
  );
}
