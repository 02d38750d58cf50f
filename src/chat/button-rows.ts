import type { Action } from "../messages.ts";

/** Most buttons in a row, and most rows: words come before buttons. */
const MOST_IN_ROW = 5;
const MOST_ROWS = 5;

function inFives(actions: readonly Action[]): Action[][] {
  return Array.from({ length: Math.ceil(actions.length / MOST_IN_ROW) }, (_, index) =>
    actions.slice(index * MOST_IN_ROW, (index + 1) * MOST_IN_ROW),
  );
}

/** The buttons in rows: those of scores in fives, all alike, and the rest in rows of their own. Surplus rows are left out. */
export function buttonRows(actions: readonly Action[]): Action[][] {
  const scores = actions.filter(({ name }) => name === "score");
  const others = actions.filter(({ name }) => name !== "score");
  return [...inFives(scores), ...inFives(others)].slice(0, MOST_ROWS);
}
