import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { judgedWeeks } from "./declared-change.ts";
import { digestIdText, parseDigestId } from "./digest-id.ts";
import type { DigestId } from "./document.ts";
import { fingerprintOf } from "./gather-change.ts";
import { gatherChangeFacts } from "./gather-digest.ts";
import { dueAgain } from "./recount-digest.ts";
import type { Thresholds } from "./thresholds.ts";

/** Digests posted last that are looked at for one that went out before its threshold was known. */
const LOOKED_AT = 4;

/** The digests posted last that had no threshold in time; one with too few answers needs none. */
async function unjudged({ store }: Context): Promise<DigestId[]> {
  const rows = await store.list("digest", { orderBy: "week", descending: true, limit: LOOKED_AT });
  return rows.filter(({ document: { trend } }) => trend.threshold === null && trend.verdict !== "not-enough-data");
}

/**
 * Finds the threshold of the digest that is due next, ahead of it, and of those that went out without one: they are counted again. One
 * that is posted keeps the threshold it has: a corrected answer is no reason to judge by another.
 */
export async function findThreshold(event: EventOf<"threshold-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const next = parseDigestId(event.subject);
  const { thresholds } = context;
  if (!thresholds) return draft.outcome();
  const ids = new Map((await unjudged(context)).map((id) => [digestIdText(id), id]));
  if (next && !(await context.store.get("digest", event.subject))) ids.set(event.subject, next);
  for (const { week, zone, team } of ids.values())
    await keepThreshold(context, draft, { id: { week, zone, team }, at: event.at, thresholds });
  return draft.outcome();
}

interface Keeping {
  readonly id: DigestId;
  readonly at: number;
  readonly thresholds: Thresholds;
}

async function keepThreshold(context: Context, draft: Draft, { id, at, thresholds }: Keeping): Promise<void> {
  const { store, settings } = context;
  const facts = await gatherChangeFacts(store, settings, id);
  const judged = judgedWeeks(facts);
  if (judged === null) return;
  const key = digestIdText(id);
  const fingerprint = await fingerprintOf(judged);
  const kept = await store.get("threshold", key);
  if (kept?.fingerprint !== fingerprint) {
    const found = await thresholds.find(judged);
    draft.put("threshold", { id: key, version: kept?.version ?? 0, fingerprint, found, foundAt: at });
  }
  const posted = await store.get("digest", key);
  if (posted) draft.put("digest", dueAgain(posted, at));
}
