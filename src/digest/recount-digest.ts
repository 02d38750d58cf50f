import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { BOUNDS, firstAndLatest } from "../interaction/bounds.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { DigestRow, EarlierDigest } from "../rows.ts";
import { isWithdrawn } from "../survey/response.ts";
import { replaceAtTeam } from "../team/say-to-team.ts";
import { BASELINE_WEEKS } from "./declared-change.ts";
import { digestMessage } from "./digest-messages.ts";
import type { Digest } from "./document.ts";
import { gatherJudgingWeeks } from "./gather-aims.ts";
import { gatherCounted } from "./gather-digest.ts";
import { chained, chainOf } from "./seal.ts";
import { isWithin, shiftedWeek, weekOf, windowOf } from "./week.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const A_MONDAY = Date.parse("1970-01-05");
/** When that day had begun in every zone of the world, and how long that took. */
const A_MONDAY_EVERYWHERE = Date.parse("1970-01-05T12:00:00Z");
const ZONES_APART_MS = 26 * 60 * 60 * 1000;

/** Since when it has been the same week as now in every zone: what was given since is in no posted digest. */
function presentWeek(now: number): number {
  const age = (now - A_MONDAY_EVERYWHERE) % WEEK_MS;
  return age < WEEK_MS - ZONES_APART_MS ? now - age : now;
}

/** The weeks in which these moments may fall, whatever the zone. */
function weeksAround(moments: readonly number[]): string[] {
  const oneOfEach = new Map(moments.map((moment) => [Math.floor((moment - A_MONDAY) / WEEK_MS), moment]));
  const weeks = [...oneOfEach.values()].map((moment) => weekOf(moment, "UTC"));
  return [...new Set(weeks.flatMap((week) => [shiftedWeek(week, -1), week, shiftedWeek(week, 1)]))];
}

/** A digest that has been corrected so often already is counted again after a minute at the soonest, with all that has changed by then. */
const MANY_CORRECTIONS = 4;
const LEAST_BETWEEN_CORRECTIONS = 60_000;

/** The digest, to be counted again. */
export function dueAgain(row: DigestRow, at: number): DigestRow {
  const soonest = row.history.length < MANY_CORRECTIONS ? at : row.computedAt + LEAST_BETWEEN_CORRECTIONS;
  return { ...row, dueAt: row.dueAt ?? Math.max(at, soonest) };
}

/**
 * Answers were given, changed, withdrawn, left out or brought in: the clock counts those posted digests again in whose week they were
 * given, and the last one, which looks back on them.
 */
export async function markAnswers(
  context: Context,
  draft: Draft,
  changes: readonly RowChange<"response">[],
  { at }: InboundEvent,
): Promise<void> {
  const moments = changes.map(({ after }) => after.answeredAt);
  const since = presentWeek(context.clock.now());
  if (moments.every((moment) => moment >= since)) return;
  const isConcerned = ({ week, zone }: DigestRow, weeksBefore: number): boolean => {
    const { from } = windowOf(shiftedWeek(week, -weeksBefore), zone);
    const { to } = windowOf(week, zone);
    return moments.some((moment) => isWithin(moment, { from, to }));
  };
  const latest = await latestDigest(context);
  if (!latest) return;
  if (isConcerned(latest, BASELINE_WEEKS - 1)) draft.put("digest", dueAgain(latest, at));
  const judging = await gatherJudgingWeeks(context.store, latest.zone, moments);
  if (judging.length > 0)
    for (const row of await context.store.list("digest", { where: { week: judging } }))
      draft.put("digest", dueAgain(row, at));
  for (const row of await context.store.list("digest", { where: { week: weeksAround(moments) } })) {
    if (isConcerned(row, 0)) draft.put("digest", dueAgain(row, at));
  }
}

async function latestDigest({ store }: Context): Promise<DigestRow | null> {
  const [latest] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return latest ?? null;
}

/** Somebody has decided about a product: the last digest is to show it. Nothing happens where none was posted. */
export async function markDecision(
  context: Context,
  draft: Draft,
  _: readonly RowChange<"decision">[],
  { at }: InboundEvent,
): Promise<void> {
  const latest = await latestDigest(context);
  if (latest) draft.put("digest", dueAgain(latest, at));
}

/** Without the words of those whose answers are gone or were taken back: what a person has forgotten is not kept in an earlier version. */
async function withoutGone({ store }: Context, document: Digest): Promise<Digest> {
  const there = new Set<string>();
  const newest = document.enhance.flatMap((item) => item.newest ?? []);
  const against = (document.wordsAgainstNumbers?.listed ?? []).flatMap(({ responseId }) =>
    responseId ? [{ responseId }] : [],
  );
  for (const { responseId } of [...document.verbatims, ...document.comments.unmatched, ...newest, ...against]) {
    const response = await store.get("response", responseId);
    if (response !== null && !isWithdrawn(response)) there.add(responseId);
  }
  const isThere = ({ responseId }: { readonly responseId: string }) => there.has(responseId);
  const enhance = document.enhance.map((item) =>
    item.newest && !isThere(item.newest) ? { ...item, newest: null } : item,
  );
  const unmatched = document.comments.unmatched.filter(isThere);
  return {
    ...document,
    verbatims: document.verbatims.filter(isThere),
    comments: { ...document.comments, unmatched },
    enhance,
    ...withoutGoneWords(document, there),
  };
}

function withoutGoneWords({ wordsAgainstNumbers: against }: Digest, there: ReadonlySet<string>): Partial<Digest> {
  if (!against) return {};
  const listed = against.listed.filter(({ responseId }) => responseId === null || there.has(responseId));
  return { wordsAgainstNumbers: { ...against, listed } };
}

async function historyOf(context: Context, { history, revision, document, computedAt }: DigestRow) {
  const all: EarlierDigest[] = [];
  const kept = firstAndLatest([...history, { revision, document, computedAt }], BOUNDS.digestVersions);
  for (const earlier of kept) all.push({ ...earlier, document: await withoutGone(context, earlier.document) });
  return all;
}

/** Counts a posted digest again. Where it has changed, the posts are edited with a note, and the earlier version is kept. */
export async function recountDigest(context: Context, draft: Draft, row: DigestRow, at: number): Promise<void> {
  if (row.dueAt === null || row.dueAt > at) return;
  const { store, settings, themes } = context;
  const { week, zone, team } = row;
  const counted = await gatherCounted(store, settings, { id: { week, zone, team }, now: at, themes });
  const { document, basis } = counted;
  if (JSON.stringify(document) === JSON.stringify(row.document)) {
    draft.put("digest", { ...row, dueAt: null });
    return;
  }
  const history = await historyOf(context, row);
  const revision = row.revision + 1;
  const chain = await chained(await chainOf(row), revision, counted);
  const recounted = { ...row, document, computedAt: at, revision, dueAt: null, history, chain };
  const posts = await replaceAtTeam(context, draft, row.posts, await digestMessage(context, recounted));
  draft.put("digest", { ...recounted, posts });
  const before = await store.get("basis", row.id);
  draft.put("basis", { id: row.id, version: before?.version ?? 0, ...basis });
}
