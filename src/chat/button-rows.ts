import type { Action, ActionName } from "../messages.ts";

/** Most buttons in a row, and most rows: words come before buttons. */
const MOST_IN_ROW = 5;
const MOST_ROWS = 5;

function inFives(actions: readonly Action[]): Action[][] {
  return Array.from({ length: Math.ceil(actions.length / MOST_IN_ROW) }, (_, index) =>
    actions.slice(index * MOST_IN_ROW, (index + 1) * MOST_IN_ROW),
  );
}

/** Buttons that answer a question of their own stand in a row of their own. */
const OWN_ROWS: readonly ActionName[] = ["told", "told-source", "enhance-plan", "enhance-finish"];

/** The buttons in rows: those of scores in fives, all alike, and the rest in rows of their own. Surplus rows are left out. */
export function buttonRows(actions: readonly Action[]): Action[][] {
  const scores = actions.filter(({ name }) => name === "score" || name === "guess");
  const counts = actions.filter(({ name }) => name === "told-people");
  const others = actions.filter(
    (action) => ![...scores, ...counts].includes(action) && !OWN_ROWS.includes(action.name),
  );
  const own = OWN_ROWS.map((row) => actions.filter(({ name }) => name === row));
  return [scores, counts, others, ...own].flatMap(inFives).slice(0, MOST_ROWS);
}
