import type { Resolution } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";
import type { Case } from "../recovery/case.ts";
import type { Scale } from "../survey/score.ts";
import type { Survey } from "../survey/survey.ts";
import type { DigestId } from "./document.ts";
import { PAST_WEEKS, tallyWeeks, type WeekTally } from "./history.ts";
import { shiftedWeek, type Window, weeksUpTo, windowOf } from "./week.ts";

/** Most ids in one question to the store. */
const CHUNK = 500;

/** Everything that is found for the ids, asked for in parts; each id once. */
export async function gatherById<Row>(
  ids: Iterable<string>,
  find: (ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const all = [...new Set(ids)];
  const found: Row[] = [];
  for (let start = 0; start < all.length; start += CHUNK) found.push(...(await find(all.slice(start, start + CHUNK))));
  return found;
}

/** The filter for what happened in the window, by the column that holds when. */
export function during<Column extends string>(column: Column, { from, to }: Window) {
  return {
    atLeast: { [column]: from } as { readonly [C in Column]: number },
    atMost: { [column]: to - 1 } as { readonly [C in Column]: number },
  };
}

/** The tallies of the weeks before, one week in memory at a time. */
export async function gatherPast(store: Reader, { week, zone }: DigestId, scale: Scale): Promise<WeekTally[]> {
  const tallies: WeekTally[] = [];
  for (const past of weeksUpTo(shiftedWeek(week, -1), PAST_WEEKS)) {
    const answers = await store.list("response", during("answeredAt", windowOf(past, zone)));
    tallies.push(...tallyWeeks(answers, [past], { zone, scale }));
  }
  return tallies;
}

/** The surveys of those of the resolutions that wait for an answer. */
export function gatherWaiting(store: Reader, resolutions: readonly Resolution[]): Promise<Survey[]> {
  const waiting = resolutions.filter(({ fate }) => fate === "waiting").map(({ id }) => id);
  return gatherById(waiting, (resolutionId) => store.list("survey", { where: { resolutionId } }));
}

/** The cases to which anything happened in the window, and the earlier ones of these customers. */
export async function gatherCases(store: Reader, window: Window, customerIds: Iterable<string>): Promise<Case[]> {
  const lists = [
    await store.list("case", during("openedAt", window)),
    await store.list("case", during("contactBy", window)),
    await store.list("case", during("contactedAt", window)),
    await store.list("case", during("closedAt", window)),
    await gatherById(customerIds, (customerId) => store.list("case", { where: { customerId } })),
  ];
  return [...new Map(lists.flat().map((item) => [item.id, item])).values()];
}
