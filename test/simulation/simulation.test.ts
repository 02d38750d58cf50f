import { describe, expect, it } from "vitest";
import { times } from "../runs.ts";
import { drawOptions } from "./options.ts";
import { misplacingStore as store, tearingSaves } from "./plants.ts";
import { compareRestarts, restartingWorld } from "./restarts.ts";
import { simulateYear } from "./simulate-year.ts";

describe("a simulated world", () => {
  it("keeps every promise while stores, platforms and processes fail", async () => {
    for (let seed = 1; seed <= times(1, 40); seed += 1) {
      const { broken, options } = await simulateYear(drawOptions(seed, { days: times(6, 365) }));
      expect({ broken, options }).toEqual({ broken: [], options });
    }
  });

  it("goes the same way again from the same seed, to the step at which a planted fault is found", async () => {
    const options = drawOptions(2, { days: 8 });
    const [once, again] = [
      await simulateYear(options, undefined, { store }),
      await simulateYear(options, undefined, { store }),
    ];
    expect(once.broken[0]).toContain("stands before the team of south");
    expect([again.steps, again.hash, again.broken]).toEqual([once.steps, once.hash, once.broken]);
  });

  it("comes to the same answers, fates, cases and figures whether or not processes die, and to others where they tear a save", async () => {
    const less = { days: times(1, 3), talksADay: times(5, 14) };
    for (let seed = 1; seed <= times(1, 40); seed += 1) {
      const options = { ...restartingWorld(seed), ...less };
      const { differences, restarts, outcomes } = await compareRestarts(options);
      expect({ differences, options }).toEqual({ differences: [], options });
      expect([restarts > 0, Object.keys(outcomes).length > 5]).toEqual([true, true]);
    }
    const torn = restartingWorld(1);
    const saves = { ...torn.saves, crashBefore: 0.1 };
    const { differences } = await compareRestarts({ ...torn, ...less, saves }, { process: tearingSaves });
    expect(differences.join("\n")).toContain("with restarts:");
  });
});
