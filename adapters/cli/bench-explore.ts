import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { measureExplore } from "./bench/measure-explore.ts";

/** Measures the figures of spans and filters over so many conversations of a year; the folder is an empty one on the disk to be measured. */
export async function benchExplore(folder: string, conversations: number) {
  mkdirSync(folder);
  const spans = await measureExplore(join(folder, "explore.db"), conversations);
  const slowest = Math.max(...Object.values(spans).map(({ figures }) => figures));
  return { conversations, slowestMs: slowest, spans };
}
