import type { Plant } from "./plant.ts";

export const REORDER: readonly Omit<Plant, "kind">[] = [
  {
    name: "the newest post of a lane goes first",
    file: "adapters/database/memory.ts",
    find: "if (!heads.has(post.lane)) heads.set(post.lane, post);",
    replace: "heads.set(post.lane, post);",
  },
  {
    name: "what was put off goes behind what came after it",
    file: "adapters/database/memory.ts",
    find: 'where: { state: ["pending", "sending"] }',
    replace: 'where: { state: ["pending", "sending"] }, orderBy: "dueAt"',
  },
  {
    name: "steps are told the last one first",
    file: "src/recovery/say-case.ts",
    find: "sort((a, b) => a.number - b.number)",
    replace: "sort((a, b) => b.number - a.number)",
  },
  {
    name: "the first tap to arrive stands",
    file: "src/survey/record-response.ts",
    find: "const { score, scoredAt, comment } = latestOf(before, scoredBefore, answer);",
    replace: "const { score, comment, scoredAt } = { ...before, scoredAt: scoredBefore };",
  },
  {
    name: "the last tap to arrive stands, however early it was made",
    file: "src/survey/record-response.ts",
    find: "const isBehind = at < scoredAt - CLOCK_DIFFERENCE;",
    replace: "const isBehind = false;",
  },
];
