import { FATES, type FateKind } from "../../../../src/interaction/interaction.ts";
import type { Band } from "../../../../src/survey/score.ts";
import type { ReadingDesk } from "../../desk.ts";
import type { FateCounts } from "../fate-bar.ts";

/** How many weeks the lobby looks back on. */
export const WEEKS = 13;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What the lobby counts, from rows. */
export interface Figures extends FateCounts {
  /** Why customers were not asked, most frequent first. */
  readonly notAsked: readonly (readonly [reason: string, count: number])[];
  readonly bands: Readonly<Record<Band, number>>;
}

function tally<Key extends string>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The figures of the last weeks: resolutions by when they happened, answers by when they were given. */
export async function loadFigures(desk: Pick<ReadingDesk, "store" | "clock">): Promise<Figures> {
  const since = desk.clock.now() - WEEKS * WEEK;
  const [resolutions, responses] = await Promise.all([
    desk.store.list("resolution", { where: { imported: false }, atLeast: { at: since } }),
    desk.store.list("response", { where: { purpose: "recommend" }, atLeast: { answeredAt: since } }),
  ]);
  const fates = tally(resolutions.map(({ fate }) => fate));
  const reasons = tally(resolutions.flatMap((one) => (one.fate === "not-asked" ? [one.fateReason ?? "unknown"] : [])));
  const bands = tally(responses.flatMap(({ band, excluded }) => (excluded === null ? [band] : [])));
  return {
    resolved: resolutions.length,
    fates: Object.fromEntries(FATES.map((fate) => [fate, fates.get(fate) ?? 0])) as Record<FateKind, number>,
    notAsked: [...reasons].toSorted(([, a], [, b]) => b - a),
    bands: {
      promoter: bands.get("promoter") ?? 0,
      passive: bands.get("passive") ?? 0,
      detractor: bands.get("detractor") ?? 0,
    },
  };
}

/** Week of the last digest that was posted. */
export async function loadLastDigest({ store }: Pick<ReadingDesk, "store">): Promise<string | null> {
  const [row] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return row?.week ?? null;
}
