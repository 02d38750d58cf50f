import { parseWeek, windowOf } from "../../../../src/digest/week.ts";
import {
  CASE_LISTS,
  type CaseList,
  type CasePlace,
  type CaseSought,
  placeText,
  readPlace,
} from "../../../../src/recovery/case-list.ts";
import { BANDS, type Band } from "../../../../src/survey/score.ts";
import type { DeskPlace } from "../../desk.ts";
import { pagePath, type Seated } from "../seated.ts";

/** What the address of the list says: which cases, and from where on. */
export interface CaseQuery {
  readonly list: CaseList;
  readonly product: string | null;
  /** Address of whoever has the case. */
  readonly owner: string | null;
  readonly score: number | null;
  readonly band: Band | null;
  readonly week: string | null;
  readonly after: CasePlace | null;
}

const LONGEST = 200;

/** Reads the filters; what is none of ours counts as not given. */
export function caseQueryIn(query: (name: string) => string | undefined): CaseQuery {
  const given = (name: string) => query(name)?.trim().slice(0, LONGEST) || null;
  const score = given("score");
  return {
    list: CASE_LISTS.find((one) => one === given("list")) ?? "open",
    product: given("product"),
    owner: given("owner"),
    score: score !== null && /^\d{1,2}$/.test(score) ? Number(score) : null,
    band: BANDS.find((one) => one === given("band")) ?? null,
    week: parseWeek(given("week") ?? ""),
    after: readPlace(given("after") ?? ""),
  };
}

/** What narrows the lists. */
export function soughtBy({ product, owner, score, band, week }: CaseQuery, zone: string): CaseSought {
  return {
    ...(product === null ? {} : { product }),
    ...(owner === null ? {} : { owner }),
    ...(score === null ? {} : { score }),
    ...(band === null ? {} : { band }),
    ...(week === null ? {} : { opened: windowOf(week, zone) }),
  };
}

/** Whether anything but the list is chosen. */
export function isNarrowed({ product, owner, score, band, week }: CaseQuery): boolean {
  return [product, owner, score, band, week].some((one) => one !== null);
}

/** The query as the names and values of an address. */
export function queryFields(query: CaseQuery): Record<string, string | null> {
  const { list, product, owner, score, band, week, after } = query;
  return {
    ...{ list: list === "open" ? null : list, product, owner, band, week },
    ...{ score: score === null ? null : String(score), after: after && placeText(after) },
  };
}

/** Address of the list, and of the form for one case in it. */
export function casesAddress(
  desk: Pick<DeskPlace, "path">,
  seated: Pick<Seated, "name"> | null,
  query: Partial<CaseQuery> = {},
): string {
  return pagePath(desk, seated, "/cases", queryFields({ ...caseQueryIn(() => undefined), ...query }));
}

/** Address of one case, from which the way back leads to the list. */
export function caseAddress(
  desk: Pick<DeskPlace, "path">,
  seated: Pick<Seated, "name"> | null,
  caseId: string,
  query: Partial<CaseQuery> = {},
): string {
  const fields = queryFields({ ...caseQueryIn(() => undefined), ...query });
  return pagePath(desk, seated, `/cases/${encodeURIComponent(caseId)}`, fields);
}
