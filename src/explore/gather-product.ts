import { type BoardRow, type BoardVerdict, verdictOf } from "../digest/board.ts";
import type { Decision } from "../digest/decision.ts";
import { type AimState, gatherAimState } from "../digest/gather-aims.ts";
import { byProduct, wholeOf } from "../digest/history.ts";
import { type Nps, npsOf } from "../digest/nps.ts";
import { countsOf, type Histogram } from "../digest/tally.ts";
import type { Window } from "../digest/week.ts";
import { type EnhancementCount, openAmong } from "../enhance/enhancement-counts.ts";
import type { Case } from "../recovery/case.ts";
import type { Cord } from "../recovery/cord.ts";
import { ownerName, standingOn } from "../recovery/find-cord.ts";
import { type Explored, isTelling, numberOfAnswers } from "./explored.ts";
import { type CommentList, gatherComments } from "./gather-comments.ts";
import { type ExploreSource, gatherExplored } from "./gather-explored.ts";
import { type ChosenSpan, ownSpan, shiftedSpan, spanAt, windowOfSpan } from "./span.ts";

/** What the answers of a stretch of time say about a product. */
export interface ProductStanding {
  readonly verdict: BoardVerdict;
  /** Null where its counts, or those of the other products by subtraction, would speak of too few answers. */
  readonly nps: Nps | null;
}

/** A decision with what the answers said before it and have said since. */
export interface DecisionCourse {
  readonly decision: Decision;
  readonly before: ProductStanding;
  readonly since: ProductStanding;
  /** How stands what it was to move; null where it named nothing. */
  readonly aim: AimState | null;
}

/** All that is known of a product. */
export interface ProductPage {
  readonly id: string;
  readonly name: string;
  /** What its owner is called; null where nobody is named. */
  readonly owner: string | null;
  /** The last thirteen weeks. */
  readonly explored: Explored;
  readonly comments: CommentList;
  /** The last quarters, the latest first. */
  readonly quarters: readonly { readonly span: ChosenSpan; readonly standing: ProductStanding }[];
  /** The latest first. */
  readonly decisions: readonly DecisionCourse[];
  /** Where the last posted digest puts it; null where none names it. */
  readonly board: BoardRow | null;
  /** Points to make better that are not done, and those that are. */
  readonly enhance: { readonly open: number; readonly done: number };
  /** The open cases that press most. */
  readonly cases: readonly Case[];
  readonly openCases: number;
  /** The cord that stands pulled on it. */
  readonly cord: Cord | null;
}

const DAY_MS = 86_400_000;
/** Thirteen weeks, days. */
const LOOK_BACK = 91;
const QUARTERS = 4;
const MOST_DECISIONS = 10;
const MOST_CASES = 10;
/** How far the course of a decision is followed to either side. */
const COURSE_MS = 56 * DAY_MS;

/** What is listed of the product's comments. */
const COMMENTS = 10;

async function standingsIn(
  source: ExploreSource,
  product: string,
  windows: readonly Window[],
): Promise<ProductStanding[]> {
  const { store, settings } = source;
  const { minAnswers } = settings.digest;
  const own = await store.countSliceWeeks(windows, { product });
  const whole = await store.countSliceWeeks(windows, {});
  return own.map(({ scores }, index) => {
    const histogram: Histogram = wholeOf(byProduct(scores, settings.question.scale));
    const isHidden = isTelling(numberOfAnswers(scores), [numberOfAnswers(whole[index]?.scores ?? [])], minAnswers);
    if (isHidden) return { verdict: "too-few", nps: null };
    return { verdict: verdictOf(histogram, minAnswers), nps: npsOf(countsOf(histogram), settings.digest) };
  });
}

async function quartersOf(source: ExploreSource, product: string): Promise<ProductPage["quarters"]> {
  const { zone } = source.settings.desk;
  const current = spanAt("quarter", source.now, zone);
  const spans = Array.from({ length: QUARTERS }, (_, index) => shiftedSpan(current, -index)).filter(
    (span) => span !== null,
  );
  const standings = await standingsIn(
    source,
    product,
    spans.map((span) => windowOfSpan(span, zone)),
  );
  return spans.flatMap((span, index) => {
    const standing = standings[index];
    return standing === undefined ? [] : [{ span, standing }];
  });
}

async function decisionsOf(source: ExploreSource, product: string): Promise<DecisionCourse[]> {
  const decisions = await source.store.list("decision", {
    where: { product },
    orderBy: "at",
    descending: true,
    limit: MOST_DECISIONS,
  });
  const windows = decisions.flatMap(({ at }) => [
    { from: at - COURSE_MS, to: at },
    { from: at, to: Math.max(at, Math.min(source.now, at + COURSE_MS)) },
  ]);
  const standings = await standingsIn(source, product, windows);
  const { store, settings, now } = source;
  const desk = { store, settings, zone: settings.desk.zone };
  const aims = await Promise.all(decisions.map((decision) => gatherAimState(desk, decision, { decisions, now })));
  return decisions.flatMap((decision, index) => {
    const [before, since] = standings.slice(2 * index);
    return before && since ? [{ decision, before, since, aim: aims[index] ?? null }] : [];
  });
}

async function boardRowOf({ store }: ExploreSource, product: string): Promise<BoardRow | null> {
  const [latest] = await store.list("digest", { orderBy: "week", descending: true, limit: 1 });
  return latest?.document.board.find((row) => row.product === product) ?? null;
}

function enhanceOf(counts: readonly EnhancementCount[], product: string): ProductPage["enhance"] {
  const done = counts.filter((one) => one.product === product && one.state === "done");
  return { open: openAmong(counts, product), done: done.reduce((sum, { count }) => sum + count, 0) };
}

async function casesOf(
  { store, now }: ExploreSource,
  product: string,
): Promise<Pick<ProductPage, "cases" | "openCases">> {
  const look = { reader: null, now };
  const ids = await store.listCases({ ...look, list: "open", sought: { product }, after: null, limit: MOST_CASES });
  const rows = ids.length === 0 ? [] : await store.list("case", { where: { id: ids } });
  const cases = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return { cases, openCases: (await store.countCases({ product }, look)).open };
}

/** The span that a product's page looks back over: the last thirteen weeks. */
export function lookBackAt({ settings, now }: Pick<ExploreSource, "settings" | "now">): ChosenSpan {
  const { zone } = settings.desk;
  const today = spanAt("own", now, zone);
  const first = spanAt("own", now - (LOOK_BACK - 1) * DAY_MS, zone);
  const lastDay = (span: ChosenSpan) => span.label.split("..")[1] ?? "";
  return ownSpan(lastDay(first), lastDay(today)) ?? today;
}

/** Whether anybody has answered about it: asked for in the order of the index by product, so that a name nobody knows costs nothing. */
async function isAnsweredAbout({ store }: ExploreSource, product: string): Promise<boolean> {
  return (await store.list("response", { where: { product }, orderBy: "changedAt", limit: 1 })).length > 0;
}

/** All that is known of the product; null where the desk has none of that id. Rejects as the store does. */
export async function gatherProduct(source: ExploreSource, id: string): Promise<ProductPage | null> {
  const { store, settings } = source;
  const named = settings.products.find((product) => product.id === id);
  if (named === undefined && !(await isAnsweredAbout(source, id))) return null;
  const wish = { span: lookBackAt(source), filter: { product: id } };
  const explored = await gatherExplored(source, wish);
  return {
    ...{ id, name: named?.name ?? id, owner: await ownerName(source, id), explored },
    comments:
      explored.scores === null ? { comments: [], more: null } : await gatherComments(source, wish, { limit: COMMENTS }),
    quarters: await quartersOf(source, id),
    decisions: await decisionsOf(source, id),
    board: await boardRowOf(source, id),
    enhance: enhanceOf(await store.countEnhancements(), id),
    ...(await casesOf(source, id)),
    cord: await standingOn(source, id),
  };
}
