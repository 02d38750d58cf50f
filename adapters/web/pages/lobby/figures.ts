import type { Ledger } from "../../../../src/digest/fates.ts";
import { isContactDue, OPEN_CASE_STATES } from "../../../../src/recovery/case.ts";
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

/** What waits for somebody; each up to one more than is counted. */
export interface ToDo {
  readonly open: number;
  /** Of the open cases: those whose customer should have heard from somebody by now. */
  readonly late: number;
  readonly conversations: number;
}

type Figured = Pick<ReadingDesk, "store" | "clock">;

/** The figures of the last weeks: resolutions by when they happened, answers by when they were given. */
export async function loadFigures({ store, clock }: Figured): Promise<Figures> {
  const now = clock.now();
  const window = { from: now - WEEKS * WEEK, to: now + 1 };
  const [outcomes, scores] = await Promise.all([store.countOutcomes(window, now), store.countScores(window)]);
  const bands = { promoter: 0, passive: 0, detractor: 0 };
  for (const { score, count } of scores) bands[bandOf(score)] += count;
  return { ledger: outcomes, bands };
}

/** What waits: open cases by when somebody should be in touch, and conversations that are open. */
export async function loadToDo({ store, clock }: Figured): Promise<ToDo> {
  const limit = MOST_COUNTED + 1;
  const [cases, conversations] = await Promise.all([
    store.list("case", { where: { state: OPEN_CASE_STATES }, orderBy: "contactBy", limit }),
    store.list("interaction", { where: { state: "open" }, limit }),
  ]);
  const late = cases.filter((item) => isContactDue(item) && item.contactBy < clock.now());
  return { open: cases.length, late: late.length, conversations: conversations.length };
}

/** Week of the last digest that was posted. */
export async function loadLastDigest({ store }: Pick<ReadingDesk, "store">): Promise<string | null> {
  const [row] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return row?.week ?? null;
}
