import { expect, test } from "vitest";
import { knownThresholds, weeksHash } from "../../adapters/demo/known-thresholds.ts";
import { fingerprintOf } from "../../src/digest/gather-change.ts";

const weeks = { weeks: [[0, 1, 0, 0, 0, 0, 0, 2, 3, 4, 5]], products: [] };

test("weeks that are not the sample's have their threshold found", async () => {
  const found = { threshold: 9, blindSpot: null };
  const known = knownThresholds({ patienceMs: 7, find: async () => found });
  expect(await known.find(weeks)).toBe(found);
  expect(known.patienceMs).toBe(7);
});

test("weeks are known by the hash under which a digest's threshold is kept", async () => {
  expect(await weeksHash(weeks)).toBe(await fingerprintOf(weeks));
});
