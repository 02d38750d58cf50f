import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileKind } from "../../adapters/csv/file-kind.ts";
import { temporaryFolder } from "../database/open-store.ts";

function attempt(name: string, content: string) {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, Buffer.from(content, "latin1"));
  return () => fileKind(file);
}

describe("A file that is no CSV", () => {
  it.each([
    [
      "answers.xlsx",
      "PK\x03\x04",
      /answers\.xlsx is an Excel workbook, not a CSV file\. Open it and save it as CSV UTF-8/,
    ],
    ["answers.XLSX", "anything", /is an Excel workbook.+save it as CSV/],
    ["answers.csv", "PK\x03\x04", /is a workbook or another zip file.+save it as CSV/],
    ["answers.csv", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", /is an old Excel workbook.+save it as CSV/],
    ["answers.xls", "<html><table>", /is an Excel workbook.+save it as CSV/],
    ["answers.ods", "PK\x03\x04", /is an OpenDocument spreadsheet.+save it as CSV/],
    ["answers.numbers", "PK\x03\x04", /is a Numbers spreadsheet.+save it as CSV/],
    ["answers.csv", "<!DOCTYPE html>", /is a web page or XML.+save it as CSV/],
    ["answers.csv", '[{"score": 9}]', /is JSON, not a CSV file/],
    ["answers.jsonl", '{"score": 9}\n', /is JSON, not a CSV file/],
    ["answers.csv", "%PDF-1.7", /is a PDF/],
    ["answers.csv.gz", "\x1f\x8b\x08", /is a gzip file/],
    ["emptychair.db", "SQLite format 3\0", /is a database/],
  ])("%s with %j is refused by what it is, with what to do", (name, content, sentence) => {
    expect(attempt(name, content)).toThrow(sentence);
  });
});
