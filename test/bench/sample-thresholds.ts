import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEMO_INTERACTIONS } from "../../adapters/demo/fill.ts";
import { weeksHash } from "../../adapters/demo/known-thresholds.ts";
import { packageFile } from "../../adapters/package-root.ts";
import { createThresholds } from "../../adapters/thresholds.ts";
import type { FoundThreshold, Thresholds } from "../../src/digest/thresholds.ts";
import { played } from "../demo/played.ts";

const FILE = packageFile("data", "sample", "thresholds.json");

/** Writes what is found while the demo's quarter is played; `npm run sample:thresholds`, whenever the rules of change are others. */
test("the thresholds of the sample quarter are found anew", async () => {
  const finder = createThresholds();
  const found: Record<string, FoundThreshold> = {};
  const thresholds: Thresholds = {
    patienceMs: finder.patienceMs,
    find: async (judged) => {
      const threshold = await finder.find(judged);
      found[await weeksHash(judged)] = threshold;
      return threshold;
    },
  };
  await played({ interactions: DEMO_INTERACTIONS, thresholds });
  await finder.stop();
  expect(Object.keys(found).length).toBeGreaterThan(8);
  writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
});
