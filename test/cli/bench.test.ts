import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();

describe("emptychair bench", () => {
  it("prints the ratio of saves to bare ones as JSON, and leaves nothing behind", async () => {
    const { code, out, err } = await run(["bench"], { EMPTYCHAIR_DATA: folder.path });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { machine, save } = JSON.parse(out);
    expect(machine).toEqual({ node: process.version, system: `${process.platform} ${process.arch}` });
    const { saves, rowsPerSave, storeRowsPerSecond, bareRowsPerSecond, ratio } = save;
    expect({ saves, rowsPerSave }).toEqual({ saves: 2_000, rowsPerSave: 2 });
    expect(storeRowsPerSecond).toBeGreaterThan(0);
    expect(ratio).toBeCloseTo(storeRowsPerSecond / bareRowsPerSecond, 1);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
