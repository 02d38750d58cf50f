import { hashOf } from "../hash.ts";
import { inTime } from "../in-time.ts";
import type { Reader } from "../ports.ts";
import type { Scale } from "../survey/score.ts";
import { BASELINE_WEEKS, type ChangeFacts, judgedWeeks, type ToldBefore, toldBefore } from "./declared-change.ts";
import { digestIdText } from "./digest-id.ts";
import type { DigestId } from "./document.ts";
import type { FoundThreshold, JudgedWeeks, Thresholds } from "./thresholds.ts";
import { shiftedWeek, weeksUpTo } from "./week.ts";

/** Most digests looked at for one that knew the baseline: those before it had no threshold in time, or were counted before there was one. */
const LOOKED_AT = 8;

/** What the newest posted digest of an earlier week on the same scale has said of change; null where none has. */
export async function gatherToldBefore(
  store: Reader,
  { week, zone, team }: DigestId,
  scale: Scale,
): Promise<ToldBefore | null> {
  const newest = { orderBy: "week", descending: true, limit: LOOKED_AT } as const;
  const earlier = weeksUpTo(shiftedWeek(week, -1), BASELINE_WEEKS - 1);
  const rows = await store.list("digest", { where: { zone, team, week: earlier }, ...newest });
  for (const { document } of rows) {
    const told = document.scale === scale ? toldBefore(document.trend) : null;
    if (told) return told;
  }
  return null;
}

/** Stands for the weeks. */
export function fingerprintOf({ weeks, products }: JudgedWeeks): Promise<string> {
  return hashOf(JSON.stringify([weeks, products]));
}

/**
 * The threshold of the week as it is kept, though answers have changed since it was found. Where somebody reads a week that has none or
 * another, it is waited for as long as that may take; null where it is not known.
 */
export async function gatherThreshold(
  store: Reader,
  id: DigestId,
  facts: ChangeFacts,
  thresholds?: Thresholds,
): Promise<FoundThreshold | null> {
  const judged = judgedWeeks(facts);
  if (judged === null) return null;
  const kept = await store.get("threshold", digestIdText(id));
  if (!thresholds || kept?.fingerprint === (await fingerprintOf(judged))) return kept?.found ?? null;
  return await inTime(thresholds.find(judged), thresholds.patienceMs).catch(() => kept?.found ?? null);
}
