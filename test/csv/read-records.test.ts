import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileKind } from "../../adapters/csv/file-kind.ts";
import { readRecords } from "../../adapters/csv/read-records.ts";
import { temporaryFolder } from "../database/open-store.ts";

function fileOf(content: string | Buffer): string {
  const file = join(temporaryFolder(), "answers.csv");
  writeFileSync(file, content);
  return file;
}

/** The records of the content by line, and what was unreadable. */
async function read(content: string | Buffer, encoding: string | null = null) {
  const file = fileOf(content);
  const kind = fileKind(file, encoding);
  const unreadable: string[] = [];
  const records: Record<number, readonly string[]> = {};
  const onUnreadable = (line: number, reason: string) => void unreadable.push(`${line}: ${reason}`);
  for await (const { line, cells } of readRecords({ file, kind, onUnreadable })) records[line] = cells;
  return { records, unreadable };
}

describe("The records of a CSV file", () => {
  it("come with the line in which each begins", async () => {
    const { records, unreadable } = await read('a,b\n1,"two\nlines, and a comma"\n\n\n3,"say ""four"""\r\n');
    expect(records).toEqual({ 1: ["a", "b"], 2: ["1", "two\nlines, and a comma"], 6: ["3", 'say "four"'] });
    expect(unreadable).toEqual([]);
  });

  it.each([
    [",", "a,b;c,d\n"],
    [";", 'a;"b,c,d,e";f\n'],
    ["\t", "a\tb\n"],
    ["|", "a|b|c\n"],
    [",", "alone\n"],
  ])("are parted by %j where the first line is", (delimiter, content) => {
    expect(fileKind(fileOf(content)).delimiter).toBe(delimiter);
  });

  it("are read past a byte order mark", async () => {
    expect((await read("\uFEFFa,b\n")).records).toEqual({ 1: ["a", "b"] });
  });

  it("are read past the line that tells a spreadsheet the delimiter", async () => {
    expect((await read("sep=;\na;b\n1;2\n")).records).toEqual({ 2: ["a", "b"], 3: ["1", "2"] });
  });

  const GREETING = "a\tb\r\nGr\u00fc\u00dfe\t\u65e5\u672c\r\n";
  it.each([
    ["with a mark", Buffer.from(`\uFEFF${GREETING}`, "utf16le")],
    ["the other way round", Buffer.from(`\uFEFF${GREETING}`, "utf16le").swap16()],
    ["without a mark", Buffer.from(`${"a\tb\r\n1\t2\r\n".repeat(9)}`, "utf16le")],
  ])("are read in UTF-16 %s", async (_, content) => {
    const { records } = await read(content);
    expect(records[1]).toEqual(["a", "b"]);
    expect(records[2]).toEqual(content.length > 100 ? ["1", "2"] : ["Grüße", "日本"]);
  });

  it("that are no UTF-8 are read once somebody says what they are", async () => {
    const content = Buffer.from("a;b\nGr\xfc\xdfe;\x80 5\n", "latin1");
    await expect(read(content)).rejects.toThrow(/is not UTF-8\. It reads "Grüße;€ 5" with --encoding windows-1252/);
    expect((await read(content, "windows-1252")).records[2]).toEqual(["Grüße", "€ 5"]);
    expect(() => fileKind(fileOf("a,b"), "klingon")).toThrow(/^There is no encoding "klingon"/);
  });

  it("say nothing where they are blank, and may end in blank cells too many", async () => {
    const { records, unreadable } = await read("a,b,c\n1,2,3,,\n,,\n , ,\n4,5,6\n");
    expect({ records, unreadable }).toEqual({
      records: { 1: ["a", "b", "c"], 2: ["1", "2", "3"], 5: ["4", "5", "6"] },
      unreadable: [],
    });
  });

  it("leave out the remark of one cell below the table, but no short row within it", async () => {
    const { records, unreadable } = await read('a,b,c\n1,2,3\nhalf\n4,5,6\n"Period 2026-11-01 to 2026-11-30"\n');
    expect(Object.keys(records)).toEqual(["1", "2", "4"]);
    expect(unreadable).toEqual(["3: it has another number of cells than the first line"]);
  });

  it("are refused where a quote swallowed the rows that follow it", async () => {
    const { records, unreadable } = await read('a,b,c\n1,2,"open\n3,4,5\n6,7,"closed"\n8,9,10\n');
    expect(Object.keys(records)).toEqual(["1", "5"]);
    expect(unreadable).toEqual([expect.stringMatching(/^2: a quote .+ its text holds whole rows$/)]);
  });

  it("are kept where the text has lines and commas of its own", async () => {
    const words = 'Well, it was slow,\nvery, very, "slow",\nand, so on';
    const { records, unreadable } = await read(`a,b,c\n1,2,"${words.replaceAll('"', '""')}"\n`);
    expect({ records, unreadable }).toEqual({ records: { 1: ["a", "b", "c"], 2: ["1", "2", words] }, unreadable: [] });
  });

  it("that cannot be read are told with line and reason, and the rest is read", async () => {
    const { records, unreadable } = await read("a,b\n1\n2,2\n3,3,3\n4,4");
    expect(records).toEqual({ 1: ["a", "b"], 3: ["2", "2"], 5: ["4", "4"] });
    const reason = "it has another number of cells than the first line";
    expect(unreadable).toEqual([`2: ${reason}`, `4: ${reason}`]);
  });

  it("keep quotes that stand where CSV has no place for them, and lose no row by them", async () => {
    const { records, unreadable } = await read('a,b\n1,5" wide\n2,"x"y\n3,"z"\n');
    expect(records).toEqual({ 1: ["a", "b"], 2: ["1", '5" wide'], 3: ["2", '"x"y'], 4: ["3", "z"] });
    expect(unreadable).toEqual([]);
  });

  it("may end in any of the line ends, mixed", async () => {
    expect((await read("a,b\r\n1,1\n2,2\r3,3")).records).toEqual({
      1: ["a", "b"],
      2: ["1", "1"],
      3: ["2", "2"],
      4: ["3", "3"],
    });
  });

  it.each([
    ["to the end", 'a,b\n1,"never closed\n2,2\n'],
    ["over more than a record may hold", `a,b\n1,"never closed\n${"2,2\n".repeat(600_000)}`],
  ])("end with a sentence where a quote is open %s", async (_, content) => {
    await expect(read(content)).rejects.toThrow(
      /^A quote in the row that begins on line 2 is never closed, so the file cannot be read any further/,
    );
  });

  it("of an empty file are none", async () => {
    expect(await read("")).toEqual({ records: {}, unreadable: [] });
  });
});
