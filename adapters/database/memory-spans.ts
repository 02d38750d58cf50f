import type { Encoded } from "./codec.ts";
import type { Condition } from "./conditions.ts";

/** The rows that have a number in the column, the least first. */
function createSpan(rows: Iterable<Encoded>, column: string) {
  const numberIn = (row: Encoded): number => Number(row[column]);
  const has = (row: Encoded | undefined): row is Encoded => (row?.[column] ?? null) !== null;
  const inOrder = [...rows].filter(has).sort((a, b) => numberIn(a) - numberIn(b));
  /** How many have less than that. */
  const countBelow = (value: number): number => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberIn(inOrder[middle] ?? {}) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    put: (before: Encoded | undefined, after: Encoded | undefined) => {
      if (has(before)) inOrder.splice(inOrder.indexOf(before, countBelow(numberIn(before))), 1);
      // Of those that have the same it is the first: what is most often put is the latest, and little has to make room.
      if (has(after)) inOrder.splice(countBelow(numberIn(after)), 0, after);
    },
    /** From where to where in the order those stand that meet the condition. */
    placesOf: ({ kind, value }: Extract<Condition, { kind: "atMost" | "atLeast" }>): readonly [number, number] =>
      kind === "atLeast" ? [countBelow(Number(value)), inOrder.length] : [0, countBelow(Number(value) + 1)],
    between: (from: number, to: number) => inOrder.slice(from, to),
  };
}

/** The spans of a table, by column, each made when it is first asked for. */
export function createSpans(rows: ReadonlyMap<string, Encoded>) {
  const spans = new Map<string, ReturnType<typeof createSpan>>();
  return {
    put: (before: Encoded | undefined, after: Encoded | undefined) => {
      for (const span of spans.values()) span.put(before, after);
    },
    of: (column: string) => {
      const span = spans.get(column) ?? createSpan(rows.values(), column);
      spans.set(column, span);
      return span;
    },
  };
}
