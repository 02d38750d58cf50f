import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { delimiterOf, readRecords } from "../../adapters/csv/read-records.ts";
import { temporaryFolder } from "../database/open-store.ts";

function fileOf(content: string | Buffer): string {
  const file = join(temporaryFolder(), "answers.csv");
  writeFileSync(file, content);
  return file;
}

/** The records of the content by line, and what was unreadable. */
async function read(content: string | Buffer) {
  const unreadable: string[] = [];
  const records: Record<number, readonly string[]> = {};
  const onUnreadable = (line: number, reason: string) => void unreadable.push(`${line}: ${reason}`);
  for await (const { line, cells } of readRecords({ file: fileOf(content), onUnreadable })) records[line] = cells;
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
    [",", "alone\n"],
  ])("are parted by %j where the first line is", (delimiter, content) => {
    expect(delimiterOf(fileOf(content))).toBe(delimiter);
  });

  it("are read past a byte order mark", async () => {
    expect((await read("\uFEFFa,b\n")).records).toEqual({ 1: ["a", "b"] });
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
      /^A quote before line \d+ is never closed, so the file cannot be read any further/,
    );
  });

  it("of an empty file are none", async () => {
    expect(await read("")).toEqual({ records: {}, unreadable: [] });
  });
});
