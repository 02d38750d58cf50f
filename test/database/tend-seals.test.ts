import { expect, it } from "vitest";
import type { SealKeeping } from "../../adapters/database/sealed-weeks.ts";
import { createSealTender } from "../../adapters/database/tend-seals.ts";

it("seals first, counts anew when nothing waits, and tells of a difference with its week, desk and tally", async () => {
  const faults: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, fault: (_: string, facts?: object) => void faults.push(facts) };
  const done: string[] = [];
  let isOver = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const seals: SealKeeping = {
    seal: async () => {
      done.push("seal");
      return done.length === 1 ? 2 : 0;
    },
    recount: async (_, __, tell) => {
      done.push("recount");
      tell({ desk: "ours", what: "scores", from: 0, to: 1 });
      isOver();
    },
    differing: async () => [],
    found: [],
  };
  const tender = createSealTender({ seals, log, everyMs: 1 });
  tender.start();
  await over;
  await tender.stop();
  expect(done.slice(0, 3)).toEqual(["seal", "seal", "recount"]);
  expect(faults[0]).toEqual({ sealed: "scores of ours, 1970-01-01T00:00:00.000Z to 1970-01-01T00:00:00.001Z" });
});
