import type { Reader } from "../ports.ts";
import type { Scale } from "../survey/score.ts";
import type { Stood } from "./board.ts";
import { BASELINE_WEEKS } from "./declared-change.ts";
import type { DigestId } from "./document.ts";
import { byProduct, PAST_WEEKS, type WeekTally } from "./history.ts";
import { shiftedWeek, type Window, weekOf, weeksUpTo, windowOf } from "./week.ts";

/** The filter for what happened in the window, by the column that holds when. */
export function during<Column extends string>(column: Column, { from, to }: Window) {
  return {
    atLeast: { [column]: from } as { readonly [C in Column]: number },
    atMost: { [column]: to - 1 } as { readonly [C in Column]: number },
  };
}

/** The tallies of these weeks. */
export async function gatherWeeks(
  store: Reader,
  weeks: readonly string[],
  { zone, scale }: { readonly zone: string; readonly scale: Scale },
): Promise<WeekTally[]> {
  const counted = await store.countSliceWeeks(
    weeks.map((week) => windowOf(week, zone)),
    {},
  );
  return weeks.map((week, index) => ({ week, products: byProduct(counted[index]?.scores ?? [], scale) }));
}

/** The tallies of the weeks before, as far back as a baseline may begin, from the first in which anybody answered. */
export async function gatherPast(store: Reader, { week, zone }: DigestId, scale: Scale): Promise<WeekTally[]> {
  const [first] = await store.list("response", { orderBy: "answeredAt", limit: 1 });
  const since = first ? weekOf(first.answeredAt, zone) : week;
  const past = weeksUpTo(shiftedWeek(week, -1), BASELINE_WEEKS - 1).filter((label) => label >= since);
  return gatherWeeks(store, past, { zone, scale });
}

/**
 * How the products stood before the weeks that are looked at, or else at the end of the first that has a digest: so that a verdict does not
 * hang on where the looking begins. Undefined where no earlier week has a digest.
 */
export async function gatherStood(store: Reader, { week, team }: DigestId): Promise<Stood | undefined> {
  const before = weeksUpTo(shiftedWeek(week, -PAST_WEEKS), PAST_WEEKS);
  const since = weeksUpTo(shiftedWeek(week, -1), PAST_WEEKS - 1);
  const found = { orderBy: "week", limit: 1 } as const;
  const [last] = await store.list("digest", { ...found, where: { team, week: before }, descending: true });
  const [row] = last ? [last] : await store.list("digest", { ...found, where: { team, week: since } });
  return row && { week: row.week, rows: row.document.board };
}
