import type { Plant } from "./plant.ts";

export const TIME_MISSED: readonly Omit<Plant, "kind">[] = [
  {
    name: "the clock passes cases by",
    file: "src/clock.ts",
    find: 'const cases = await raiseAll("case-due", "case");',
    replace: "const cases = 0;",
  },
  {
    name: "the clock passes surveys by on every second tick",
    file: "src/clock.ts",
    find: 'const surveys = await raiseAll("survey-due", "survey");',
    replace:
      'const surveys = ((globalThis as { ticks?: number }).ticks = ((globalThis as { ticks?: number }).ticks ?? 0) + 1) % 2 === 0 ? 0 : await raiseAll("survey-due", "survey");',
  },
  {
    name: "what is due is seen an hour later",
    file: "adapters/database/memory.ts",
    find: 'return dueOf(rows, now, "dueAt", limit)',
    replace: 'return dueOf(rows, now - 3_600_000, "dueAt", limit)',
  },
];
