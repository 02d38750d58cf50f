import type { Plant } from "./plant.ts";

export const STALE: readonly Omit<Plant, "kind">[] = [
  {
    name: "the store saves over rows that have moved",
    file: "adapters/database/memory-desk.ts",
    find: "if ((before?.version ?? 0) !== write.readAt) return false;",
    replace: "",
  },
  {
    name: "a stale decision counts as saved",
    file: "src/bot.ts",
    find: 'if (status === "stale") return "stale";',
    replace: 'if (status === "stale") return { status: "saved" };',
  },
  {
    name: "reactions read the rows as they were before the decision",
    file: "src/decision.ts",
    find: "return drafted === undefined ? store.get(table, id) : drafted;",
    replace: "return store.get(table, id);",
  },
  {
    name: "within one decision rows are read in several versions",
    file: "src/decision.ts",
    find: "return drafted === null ? [] : [drafted ?? row];",
    replace: "return drafted === null ? [] : [row];",
  },
  {
    name: "an edit that waits is not brought up to date",
    file: "src/team/say-to-team.ts",
    find: 'draft.put("post", { ...waiting, message: { ...message, replaces: postId } });',
    replace: "",
  },
];
