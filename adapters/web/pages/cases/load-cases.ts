import { mayBeOneOf } from "../../../../src/doors/account.ts";
import type { Customer, Person } from "../../../../src/interaction/customer.ts";
import type { Case } from "../../../../src/recovery/case.ts";
import { type CaseCounts, type CaseHolder, type CasePlace, placeOf } from "../../../../src/recovery/case-list.ts";
import { casesInOrder } from "../../../../src/recovery/find-case.ts";
import { may } from "../../../../src/rights.ts";
import { gatherRated } from "../../../../src/survey/gather-rated.ts";
import type { Response } from "../../../../src/survey/response.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type CaseQuery, soughtBy } from "./case-address.ts";

/** So many cases stand on a page. */
export const PAGE_OF_CASES = 20;

/** A case as a row shows it. */
export interface CaseSeen {
  readonly item: Case;
  readonly response: Response;
  readonly customer: Customer | null;
  /** Addresses of those whose help was rated. */
  readonly rated: readonly string[];
  /** Whether this reader is not to know the score. */
  readonly isHidden: boolean;
}

/** A page of the list. */
export interface CasesFound {
  readonly rows: readonly CaseSeen[];
  readonly counts: CaseCounts;
  readonly owners: readonly CaseHolder[];
  /** Where the next page begins; null where there is none. */
  readonly next: CasePlace | null;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether the reader is one of those who were rated, and the desk keeps their scores from them; whoever is not known may be any of them. */
export function isHiddenFrom({ settings }: Pick<ReadingDesk, "settings">, rated: readonly string[], by: Person | null) {
  if (settings.recovery.agentsSeeOwnScores || rated.length === 0) return false;
  return by === null || mayBeOneOf(by, rated);
}

/** Whether the reader may look for scores: not an agent, who could tell their own by it. */
export function maySeekScores({ settings }: Pick<ReadingDesk, "settings">, by: Person | null): boolean {
  if (settings.recovery.agentsSeeOwnScores) return true;
  return by !== null && may(by.role, "decide-product");
}

/** The cases with these ids, in their order, as the reader may see them; null is a reader of whom it is not known who they are. */
export async function loadRows(desk: ReadingDesk, ids: readonly string[], by: Person | null): Promise<CaseSeen[]> {
  if (ids.length === 0) return [];
  const { store } = desk;
  const items = await casesInOrder(desk, ids);
  const responses = byId(await store.list("response", { where: { id: items.map(({ responseId }) => responseId) } }));
  const customers = byId(await store.list("customer", { where: { id: items.map(({ customerId }) => customerId) } }));
  const rated = await gatherRated(desk, [...responses.values()]);
  return items.flatMap((item) => {
    const response = responses.get(item.responseId);
    const helpers = rated.get(item.responseId) ?? [];
    const customer = customers.get(item.customerId) ?? null;
    return response ? [{ item, response, customer, rated: helpers, isHidden: isHiddenFrom(desk, helpers, by) }] : [];
  });
}

/** One page of a list of cases. Where scores are looked for, what the reader is not to know the score of is not on it, and the counts are of all. */
export async function loadCases(desk: ReadingDesk, query: CaseQuery, by: Person | null): Promise<CasesFound> {
  const { store, settings, clock } = desk;
  const open = { ...query, score: null, band: null };
  const allowed = maySeekScores(desk, by) ? query : open;
  const seeksScore = allowed.score !== null || allowed.band !== null;
  const look = { reader: by?.address ?? null, now: clock.now() };
  const { zone } = settings.desk;
  const wish = { ...look, list: query.list, sought: soughtBy(allowed, zone), after: query.after };
  const [ids, counts, owners] = await Promise.all([
    store.listCases({ ...wish, limit: PAGE_OF_CASES + 1 }),
    store.countCases(soughtBy(open, zone), look),
    store.listCaseOwners(),
  ]);
  const rows = await loadRows(desk, ids.slice(0, PAGE_OF_CASES), by);
  const last = ids.length > PAGE_OF_CASES ? rows.at(-1) : undefined;
  const shown = seeksScore ? rows.filter(({ isHidden }) => !isHidden) : rows;
  return { rows: shown, counts, owners, next: last ? placeOf(last.item) : null };
}
