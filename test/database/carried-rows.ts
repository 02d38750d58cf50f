import { expect } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Raw, RawRows } from "./earlier-files.ts";

/** What stands in a column that came later, where it is not empty. */
const SINCE: Raw = {
  ...{ desk_id: DEFAULT_DESK, imported: 0, step_count: 0, purpose: "recommend", is_key: 0, is_test: 0, chain: "[]" },
};

/** The row as the newest schema must have it; what came later in it is told by the rows around it. */
function carried(table: string, old: Raw, columns: readonly string[], all: RawRows): Raw {
  const later = columns.filter((column) => !(column in old));
  const row = { ...old, ...Object.fromEntries(later.map((column) => [column, SINCE[column] ?? null])) };
  if (table !== "case") return row;
  const answer = all.get("response")?.get(String(old.response_id));
  const about = later.includes("score") ? { product: answer?.product, score: answer?.score } : {};
  return { ...row, ...about, state: old.state === "unreachable" ? "closed" : old.state };
}

/** Fails unless a digest says what it said; what came later may stand beside it. */
function expectDigest({ document, history, ...row }: Raw, { document: old, history: earlier, ...expected }: Raw): void {
  expect(row).toEqual(expected);
  expect(JSON.parse(String(document))).toMatchObject(JSON.parse(String(old)));
  expect(JSON.parse(String(history))).toMatchObject(JSON.parse(String(earlier)));
}

type IsKept = (table: string, id: string) => boolean;

/** Fails where a row of the earlier file is gone or says anything else, or where there is one that it had not; of those that are kept. */
export function expectCarried(before: RawRows, after: RawRows, isKept: IsKept = () => true): void {
  for (const [table, rows] of before) {
    const wanted = [...rows].filter(([id]) => isKept(table, id));
    const found = new Map([...(after.get(table) ?? [])].filter(([id]) => isKept(table, id)));
    expect([...found.keys()].sort(), table).toEqual(wanted.map(([id]) => id).sort());
    for (const [id, old] of wanted) {
      const row = found.get(id) ?? {};
      const expected = carried(table, old, Object.keys(row), before);
      if (table === "digest") expectDigest(row, expected);
      else expect(row, `${table} ${id}`).toEqual(expected);
    }
  }
}
