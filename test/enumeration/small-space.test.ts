import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ASKED, led } from "./beginnings.ts";
import { explore } from "./explore.ts";
import PLANTED from "./planted.json" with { type: "json" };
import { createSpace, firstState } from "./space.ts";

const first = await firstState();

describe("the small space: one survey, two customers, an agent and programs that die", () => {
  it("keeps every promise in each state that can be reached from a question that stands, a tap and a death", async () => {
    const space = createSpace();
    const begun = await led(space, ASKED, first);
    const found = await explore(space, begun, { events: ["high"], crashes: 1 });
    expect(found).toMatchObject({ isWhole: true });
    expect(found.states).toBeGreaterThan(50);
  });

  it("keeps them while two programs handle a detractor's case, and both come to an end", async () => {
    const space = createSpace();
    const begun = await led(space, [...ASKED, "low"], first);
    const found = await explore(space, begun, { events: ["claim"], crashes: 0, races: 1, depth: 2, everyEnd: 20 });
    expect(found.transitions).toBeGreaterThan(10);
  });
});

describe("the faults that are planted for it to find", () => {
  it.each(PLANTED)("can still be put there: $what", ({ file, find }) => {
    const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
    expect(text.split(find)).toHaveLength(2);
  });
});
