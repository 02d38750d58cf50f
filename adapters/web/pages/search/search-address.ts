import type { SearchWish } from "../../../../src/search/sought.ts";
import { BANDS } from "../../../../src/survey/score.ts";
import type { DeskPlace } from "../../desk.ts";

/** The filters of a search by the names they have in its address, which are those of its fields. */
const FILTERS = ["product", "agent", "week", "person"] as const;

/** What an address asks for; null where it names neither words nor a filter. */
export function soughtIn(query: (name: string) => string | undefined): SearchWish | null {
  const given = (name: string) => query(name)?.trim() || undefined;
  const filters = FILTERS.flatMap((name) => {
    const value = given(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const band = BANDS.find((one) => one === given("band"));
  const typed = given("q") ?? "";
  if (typed === "" && filters.length === 0 && band === undefined) return null;
  const behind = Number(given("behind") ?? Number.NaN);
  const page = Number.isSafeInteger(behind) ? { behind } : {};
  return { typed, ...Object.fromEntries(filters), ...(band ? { band } : {}), ...page };
}

/** The address of the search page: with the name of whoever searches, and what they look for. */
export function searchAddress({ path }: Pick<DeskPlace, "path">, name: string | null, sought?: SearchWish): string {
  const { typed, behind, limit: _, ...filters } = sought ?? { typed: "" };
  const query = new URLSearchParams({
    ...(name === null ? {} : { name }),
    ...(typed === "" ? {} : { q: typed }),
    ...filters,
    ...(behind === undefined ? {} : { behind: String(behind) }),
  });
  return path(`/search${query.size > 0 ? `?${query}` : ""}`);
}
