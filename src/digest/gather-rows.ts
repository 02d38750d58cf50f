import type { Reader } from "../ports.ts";
import type { Scale } from "../survey/score.ts";
import type { DigestId } from "./document.ts";
import { byProduct, PAST_WEEKS, type WeekTally } from "./history.ts";
import { shiftedWeek, type Window, weeksUpTo, windowOf } from "./week.ts";

/** The filter for what happened in the window, by the column that holds when. */
export function during<Column extends string>(column: Column, { from, to }: Window) {
  return {
    atLeast: { [column]: from } as { readonly [C in Column]: number },
    atMost: { [column]: to - 1 } as { readonly [C in Column]: number },
  };
}

/** The tallies of the weeks before. */
export async function gatherPast(store: Reader, { week, zone }: DigestId, scale: Scale): Promise<WeekTally[]> {
  const tallies: WeekTally[] = [];
  for (const past of weeksUpTo(shiftedWeek(week, -1), PAST_WEEKS)) {
    const scores = await store.countScores(windowOf(past, zone));
    tallies.push({ week: past, products: byProduct(scores, scale) });
  }
  return tallies;
}
