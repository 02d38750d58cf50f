import type { ExploreWish } from "../../../../src/explore/gather-explored.ts";
import { type CommentPage, SLICE_FILTERS, type SliceFilterName } from "../../../../src/explore/slice.ts";
import { type ChosenSpan, ownSpan, parseSpan, spanAt, wholeWeeks } from "../../../../src/explore/span.ts";
import type { Role } from "../../../../src/interaction/customer.ts";
import { BANDS, type Band } from "../../../../src/survey/score.ts";
import type { PageDesk } from "../../desk.ts";
import { pagePath, type Seated } from "../seated.ts";

/** What an address asks to see, and which page of comments. */
export interface ExploreQuery {
  readonly wish: ExploreWish;
  /** A span, or the id of a product, to hold it against; null for nothing. */
  readonly against: string | null;
  readonly behind: CommentPage["behind"];
  /** Of which answers the comments are listed; null for all. */
  readonly band: Band | null;
  /** What stands in the address for a span and is none; null where all is well. */
  readonly unclear: string | null;
  /** Whether whoever asks sees whole weeks, of everybody: an agent, who is not to find their own scores in small slices. */
  readonly isCoarse: boolean;
}

/** Whether somebody of the role is shown whole weeks alone; null stands for whoever holds the desk's key. */
export function seesCoarsely({ settings }: Pick<PageDesk, "settings">, role: Role | null): boolean {
  return role === "agent" && !settings.recovery.agentsSeeOwnScores;
}

/** Longest value that is taken from an address, in UTF-16 units. */
const LONGEST = 200;
const BEHIND = /^(\d{1,16})\.([A-Za-z0-9_-]{1,64})$/;

/** What an address asks for; the last thirty days where it names no span. */
export function exploreQueryIn(
  query: (name: string) => string | undefined,
  { clock, settings }: Pick<PageDesk, "clock" | "settings">,
  role: Role | null,
): ExploreQuery {
  const given = (name: string) => query(name)?.trim().slice(0, LONGEST) || undefined;
  const [label, from, until] = [given("span"), given("from"), given("until")];
  const named = from || until ? ownSpan(from ?? "", until ?? "") : label ? parseSpan(label) : null;
  const asked = from || until ? `${from ?? ""}..${until ?? ""}` : label;
  const isCoarse = seesCoarsely({ settings }, role);
  const filters = SLICE_FILTERS.flatMap((name) => {
    const value = given(name);
    return value === undefined || (isCoarse && name === "agent") ? [] : [[name, value] as const];
  });
  const [, at, id] = BEHIND.exec(given("behind") ?? "") ?? [];
  const span = named ?? spanAt("own", clock.now(), settings.desk.zone);
  return {
    wish: {
      span: isCoarse ? wholeWeeks(span) : span,
      filter: Object.fromEntries(filters),
      theme: given("theme"),
    },
    against: given("against") ?? null,
    band: BANDS.find((one) => one === given("band")) ?? null,
    behind: at !== undefined && id !== undefined ? { at: Number(at), id } : undefined,
    unclear: named === null && asked !== undefined ? asked : null,
    isCoarse,
  };
}

/** What may be changed about what is asked for; null takes it away. */
export type QueryChange = Partial<
  Readonly<Record<SliceFilterName | "span" | "theme" | "against" | "band" | "behind", string | null>>
>;

/** What stands in the address, by name; the page of comments is that of the first ones unless it is named. */
export function partsOfQuery(
  { wish, against, band }: ExploreQuery,
  change: QueryChange = {},
): Record<string, string | null> {
  const filters = Object.fromEntries(SLICE_FILTERS.map((name) => [name, wish.filter[name] ?? null]));
  return { span: wish.span.label, ...filters, theme: wish.theme ?? null, against, band, ...change };
}

/** Address of the page, or of what is taken from it, with what is asked for. */
export function exploreAddress(
  desk: Pick<PageDesk, "path">,
  seated: Pick<Seated, "name"> | null,
  parts: Record<string, string | null>,
  path = "/explore",
): string {
  return pagePath(desk, seated, path, parts);
}

/** What it is held against: another span as it is chosen, or another product of the same span; null where it is neither. */
export function againstWish({ wish, against, isCoarse }: ExploreQuery): ExploreWish | null {
  if (against === null) return null;
  const span: ChosenSpan | null = parseSpan(against);
  if (span !== null) return { ...wish, span: isCoarse ? wholeWeeks(span) : span };
  return { ...wish, filter: { ...wish.filter, product: against } };
}
