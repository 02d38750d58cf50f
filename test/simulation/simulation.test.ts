import { describe, expect, it } from "vitest";
import { times } from "../runs.ts";
import { drawOptions } from "./options.ts";
import { simulateYear } from "./simulate-year.ts";

describe("a simulated world", () => {
  it("keeps every promise while stores, platforms and processes fail", async () => {
    for (let seed = 1; seed <= times(2, 40); seed += 1) {
      const { broken, options } = await simulateYear(drawOptions(seed, { days: times(6, 365) }));
      expect({ broken, options }).toEqual({ broken: [], options });
    }
  });

  it("goes the same way again from the same seed, to the last step", async () => {
    const options = drawOptions(7, { days: 4 });
    const [once, again] = [await simulateYear(options), await simulateYear(options)];
    expect([again.steps, again.hash]).toEqual([once.steps, once.hash]);
    expect((await simulateYear({ ...options, seed: 8 })).hash).not.toBe(once.hash);
  });
});
