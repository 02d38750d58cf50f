import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Thresholds } from "../../src/digest/thresholds.ts";
import { hashOf } from "../../src/hash.ts";
import { packageFile } from "../package-root.ts";

const knownSchema = z.record(z.string(), z.strictObject({ threshold: z.number(), blindSpot: z.number().nullable() }));

/** Stands for the weeks that a threshold is found for. */
export function weeksHash({ weeks, products }: Parameters<Thresholds["find"]>[0]): Promise<string> {
  return hashOf(JSON.stringify([weeks, products]));
}

/** The thresholds of the sample quarter as they were found once, so that filling the demo waits for none; others are found. */
export function knownThresholds(others: Thresholds): Thresholds {
  const file = packageFile("data", "sample", "thresholds.json");
  const known = knownSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return {
    patienceMs: others.patienceMs,
    find: async (judged) => known[await weeksHash(judged)] ?? others.find(judged),
  };
}
