import { setImmediate } from "node:timers/promises";
import { type Ledger, sumLedgers } from "../../../../src/digest/fates.ts";
import type { Window } from "../../../../src/digest/week.ts";
import { type Band, bandOf } from "../../../../src/survey/score.ts";
import type { ReadingDesk } from "../../desk.ts";

/** How many weeks the lobby looks back on. */
export const WEEKS = 13;
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** So many of a kind are counted; of more it is only said that there are more. */
export const MOST_COUNTED = 20;

/** What the lobby counts of the last weeks. */
export interface Figures {
  readonly ledger: Ledger;
  readonly bands: Readonly<Record<Band, number>>;
}

/** What waits for somebody; of conversations up to one more than is counted. */
export interface ToDo {
  readonly open: number;
  /** Of the open cases: those whose customer should have heard from somebody by now. */
  readonly late: number;
  readonly conversations: number;
}

type Figured = Pick<ReadingDesk, "store" | "clock">;

/** What became of the conversations of the window, counted a week at a time, with a turn for everything else after each. */
async function ledgerIn(store: Figured["store"], { from, to }: Window): Promise<Ledger> {
  const weeks: Ledger[] = [];
  for (let begin = from; begin < to; begin += WEEK) {
    weeks.push(await store.countFates({ from: begin, to: Math.min(begin + WEEK, to) }));
    await setImmediate();
  }
  return sumLedgers(weeks);
}

/** The figures of the last weeks: resolutions by when they happened, answers by when they were given. */
export async function loadFigures({ store, clock }: Figured): Promise<Figures> {
  const now = clock.now();
  const window = { from: now - WEEKS * WEEK, to: now + 1 };
  const ledger = await ledgerIn(store, window);
  const [all] = await store.countSliceWeeks([window], {});
  const bands = { promoter: 0, passive: 0, detractor: 0 };
  for (const { score, count } of all?.scores ?? []) bands[bandOf(score)] += count;
  return { ledger, bands };
}

/** What waits: open cases by when somebody should be in touch, and conversations that are open. */
export async function loadToDo({ store, clock }: Figured): Promise<ToDo> {
  const [cases, conversations] = await Promise.all([
    store.countCases({}, { reader: null, now: clock.now() }),
    store.list("interaction", { where: { state: "open" }, orderBy: "lastActivityAt", limit: MOST_COUNTED + 1 }),
  ]);
  return { open: cases.open, late: cases.late, conversations: conversations.length };
}

/** Week of the last digest that was posted. */
export async function loadLastDigest({ store }: Pick<ReadingDesk, "store">): Promise<string | null> {
  const [row] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return row?.week ?? null;
}
