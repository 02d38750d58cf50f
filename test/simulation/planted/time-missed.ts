import type { Plant } from "./plant.ts";

export const TIME_MISSED: readonly Omit<Plant, "kind">[] = [
  {
    name: "the clock passes cases by",
    file: "src/clock.ts",
    find: "for (const table of DUE_TABLES) done",
    replace: 'for (const table of DUE_TABLES) if (table !== "case") done',
  },
  {
    name: "the clock passes surveys by on every second tick",
    file: "src/clock.ts",
    find: "for (const table of DUE_TABLES) done",
    replace:
      'const ticks = ((globalThis as { ticks?: number }).ticks = ((globalThis as { ticks?: number }).ticks ?? 0) + 1);\n    for (const table of DUE_TABLES) if (table !== "survey" || ticks % 2 === 1) done',
  },
  {
    name: "what is due is seen an hour later",
    file: "adapters/database/memory.ts",
    find: 'return dueOf(rows, now, "dueAt", limit)',
    replace: 'return dueOf(rows, now - 3_600_000, "dueAt", limit)',
  },
];
