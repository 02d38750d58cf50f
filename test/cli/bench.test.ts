import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eachInFolder } from "./folder.ts";
import { run, runAlone } from "./program.ts";

const folder = eachInFolder();
const KINDS =
  "account address birth card clean email greeting id intro ip known link lookalike phone secret signature third".split(
    " ",
  );
const positive = (value: unknown) => typeof value === "number" && value > 0;

describe("emptychair bench", () => {
  it("prints ratios of what it has measured itself as JSON, and leaves nothing behind", {
    timeout: 300_000,
  }, async () => {
    const { code, out, err } = await runAlone(["bench", "--rows", "1000"], { EMPTYCHAIR_DATA: folder.path });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { machine, save, digest, import: imported, search, replies, redaction } = JSON.parse(out);
    expect(machine).toMatchObject({ node: process.version, system: `${process.platform} ${process.arch}` });
    const { saves, rowsPerSave, storeRowsPerSecond, bareRowsPerSecond, ratio } = save;
    expect({ saves, rowsPerSave }).toEqual({ saves: 200, rowsPerSave: 2 });
    expect(save.groups.map(({ together }: { together: number }) => together)).toEqual([1, 4, 16, 64]);
    for (const group of save.groups) expect(group.storeSavesPerSecond).toBeGreaterThan(0);
    expect(storeRowsPerSecond).toBeGreaterThan(0);
    expect(ratio).toBeCloseTo(storeRowsPerSecond / bareRowsPerSecond, 1);
    expect(digest.answers).toBe(1000);
    expect(digest.readEverything.rows).toBe(1000);
    expect(digest.coveringIndexSql.rows).toBeGreaterThan(digest.digest.rows);
    expect(Object.values(digest.ratios).every(positive)).toBe(true);
    expect(imported.import.rows).toBe(1000);
    expect(imported.barePreparedInsert.rows).toBe(1000);
    expect(Object.values(imported.ratios).every(positive)).toBe(true);
    expect(search).toMatchObject({
      entries: 1000,
      searches: { frequentWord: { search: { rows: 21 }, bare: { rows: 21 } } },
    });
    expect([search.slowestFirstMs, search.save.ratio, search.searches.twoWords.ratioOfMedian].every(positive)).toBe(
      true,
    );
    expect(replies.question).toEqual({ lines: expect.any(Number), recall: expect.any(Number) });
    expect(replies.question.recall).toBeGreaterThan(0.9);
    expect(Object.keys(redaction.byKind).sort()).toEqual(KINDS);
    expect(redaction.all.recall).toBeGreaterThan(0.9);
    expect(redaction.all.precision).toBeGreaterThan(0.9);
    expect(redaction.heldOut.lines).toBeLessThan(redaction.all.lines);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it.each(["0", "999", "many"])("takes no %s rows", async (rows) => {
    const { code, err } = await run(["bench", "--rows", rows]);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("a whole number from 1000 to") });
  });
});
