import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText, jsonLines, type WrittenRow, writtenPages } from "../../adapters/csv/write-rows.ts";
import { times } from "../runs.ts";

async function written(format: "csv" | "jsonl", ...pages: WrittenRow[][]): Promise<string> {
  async function* all() {
    yield* pages;
  }
  let text = "";
  for await (const piece of writtenPages(format, ["a", "b"], all())) text += piece;
  return text;
}

describe("Rows as CSV", () => {
  it("have the titles once, though there be several pages or none", async () => {
    expect(await written("csv", [{ a: 1, b: "x" }], [], [{ a: 2, b: null }])).toBe("a,b\n1,x\n2,\n");
    expect(await written("csv")).toBe("a,b\n");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("defuse a cell that begins as %j does", (text) => {
    const [[cell] = []] = parse(csvText(["a"], [{ a: text }], false)) as string[][];
    expect(cell).toBe(`'${text}`);
  });

  it("leave numbers alone", () => {
    expect(csvText(["a"], [{ a: -5 }], false)).toBe("-5\n");
  });

  it("give back every text that needs no defusing, and no text that begins as a formula does", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (texts) => {
        const csv = csvText(
          ["a", "b"],
          texts.map((a) => ({ a, b: "." })),
          false,
        );
        const cells = (parse(csv) as string[][]).map(([cell]) => cell);
        expect(cells.map((cell) => cell?.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, ""))).toEqual(
          texts.map((text) => text.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, "")),
        );
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: times(10, 300) },
    );
  });
});

describe("Rows as JSON lines", () => {
  it("are exactly what they are", () => {
    expect(
      jsonLines([
        { a: "=1+1\n", b: null },
        { a: 0, b: "" },
      ]),
    ).toBe('{"a":"=1+1\\n","b":null}\n{"a":0,"b":""}\n');
  });

  it("have no titles", async () => {
    expect(await written("jsonl")).toBe("");
  });
});
