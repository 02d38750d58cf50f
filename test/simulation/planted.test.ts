import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KINDS, patchesOf } from "./planted/plant.ts";
import { PLANTED } from "./planted/planted.ts";

describe("the planted faults", () => {
  it("are a hundred or more, of every kind, each of a name of its own", () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(100);
    expect(new Set(PLANTED.map(({ name }) => name)).size).toBe(PLANTED.length);
    expect(KINDS.filter((kind) => !PLANTED.some((plant) => plant.kind === kind))).toEqual([]);
  });

  it("each fit the source as it is: what they change stands there once", () => {
    const patches = PLANTED.flatMap((plant) => patchesOf(plant).map((patch) => ({ name: plant.name, ...patch })));
    const rotten = patches.flatMap(({ name, file, find, replace }) => {
      const count = readFileSync(file, "utf8").split(find).length - 1;
      return /^(?:src|adapters)\//.test(file) && count === 1 && find !== replace ? [] : [`${name}: ${count} times`];
    });
    expect(rotten).toEqual([]);
  });
});
