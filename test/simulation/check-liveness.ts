import type { DueTable } from "../../src/due.ts";
import type { Store } from "../../src/ports.ts";
import { HOUR, MINUTE } from "../world.ts";

const DUE: readonly DueTable[] = [
  ...(["survey", "case", "promise", "digest", "announcement", "told", "shift", "appointment"] as const),
  "tombstone",
];
/** A sweep goes on from tick to tick. */
const SWEPT_WITHIN = HOUR;
/** A channel takes one message a second: so long after its time a post may still wait for those before it. */
const POSTED_WITHIN = 2 * MINUTE;

/** Where nothing fails any more, whatever is due has been done by the end of the tick. */
export async function checkNothingDue(store: Store, now: number, waiting: number): Promise<string[]> {
  const broken: string[] = [];
  for (const table of DUE) {
    for (const { desk, id } of await store.due(table, now, 3))
      broken.push(`${table} ${id} at ${desk} was due and nothing was done`);
  }
  for (const { desk } of await store.due("sweep", now - SWEPT_WITHIN, 3))
    broken.push(`the sweep at ${desk} has stopped`);
  for (const { desk, post } of await store.heads(now - POSTED_WITHIN, 3))
    broken.push(`post ${post.id} at ${desk} to ${post.lane} was due at ${post.dueAt} and has not left: ${post.error}`);
  if (waiting > 0) broken.push(`${waiting} events were never acknowledged`);
  return broken;
}
