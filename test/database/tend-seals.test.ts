import { expect, it } from "vitest";
import { createSealTender } from "../../adapters/database/tend-seals.ts";

it("seals first, counts anew when nothing waits, and tells of a difference with its week, desk and parts", async () => {
  const faults: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, fault: (_: string, facts?: object) => void faults.push(facts) };
  const done: string[] = [];
  let isOver = () => {};
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const seals = {
    seal: async () => {
      done.push("seal");
      return done.length === 1 ? 2 : 0;
    },
    recount: async (
      _: number,
      tell: (found: { desk: string; from: number; to: number; parts: ["scores"] }) => void,
    ) => {
      done.push("recount");
      tell({ desk: "ours", from: 0, to: 1, parts: ["scores"] });
      isOver();
      return true;
    },
  };
  const tender = createSealTender({ seals, log, everyMs: 1 });
  tender.start();
  await over;
  await tender.stop();
  expect(done.slice(0, 3)).toEqual(["seal", "seal", "recount"]);
  expect(faults[0]).toEqual({
    ...{ desk: "ours", from: "1970-01-01T00:00:00.000Z", to: "1970-01-01T00:00:00.001Z", parts: ["scores"] },
  });
});
