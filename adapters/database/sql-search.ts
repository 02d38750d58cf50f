import { setImmediate } from "node:timers/promises";
import { type Found, firstPlace, type Search, type SearchWanted } from "../../src/search/finding.ts";
import type { Engine } from "./engine.ts";
import {
  type DocumentSpan,
  filtersOf,
  type Narrowed,
  selectCustomersBehind,
  selectEnds,
  selectFound,
  selectPeople,
} from "./search-queries.ts";

/** Customers that a search can be narrowed to by name; where a product leaves over more, enough is found soon. */
const MOST_NAMED = 300;
/** A filter that the index does not know is held to every document that has the words: in so many parts of the time there is, so that other work goes on in between. */
const PARTS = 16;

/** The numbers of what was written in the wanted time and stands behind the wanted place. */
function numbersOf({ from, to, behind }: SearchWanted): DocumentSpan {
  const before = Math.min(
    to === undefined ? Number.MAX_SAFE_INTEGER : firstPlace(to),
    behind ?? Number.MAX_SAFE_INTEGER,
  );
  return { from: from === undefined ? Number.MIN_SAFE_INTEGER : firstPlace(from), before };
}

/** The parts of the numbers, the highest first. */
function partsOf({ from, before }: DocumentSpan, count: number): DocumentSpan[] {
  const width = Math.max(1, Math.ceil((before - from) / count));
  return Array.from({ length: count }, (_, index) => ({
    from: Math.max(from, before - (index + 1) * width),
    before: before - index * width,
  })).filter((part) => part.before > part.from);
}

/** Search at a desk, done by an engine. */
export function sqlSearch(engine: Engine, desk: string): Search {
  const namesBehind = async (product: string): Promise<string[] | null> => {
    const found = await engine.all(selectCustomersBehind(desk, product, MOST_NAMED + 1));
    return found.length > MOST_NAMED ? null : found.map(({ id }) => String(id));
  };
  const narrowedBy = async ({ product, customerIds }: SearchWanted): Promise<Narrowed> => {
    const few = [customerIds ?? null, product === undefined ? null : await namesBehind(product)];
    return few.filter((ids) => ids !== null);
  };
  const partsFor = async (wanted: SearchWanted): Promise<DocumentSpan[]> => {
    const numbers = numbersOf(wanted);
    if (filtersOf(wanted).length === 0) return [numbers];
    const [ends] = await engine.all(selectEnds());
    const from = Math.max(numbers.from, Number(ends?.lowest ?? 0));
    return partsOf({ from, before: Math.min(numbers.before, Number(ends?.highest ?? 0) + 1) }, PARTS);
  };
  return {
    search: async (wanted) => {
      const narrowed = await narrowedBy(wanted);
      if (narrowed.some((ids) => ids.length === 0)) return [];
      const found: Found[] = [];
      for (const [index, part] of (await partsFor(wanted)).entries()) {
        const limit = wanted.limit - found.length;
        if (limit <= 0) break;
        if (index > 0) await setImmediate();
        const statement = selectFound(desk, { ...wanted, limit }, narrowed, part);
        found.push(...((await engine.all(statement)) as unknown as Found[]));
      }
      return found;
    },
    searchPeople: async (query, limit) => {
      if (query.terms.length === 0) return [];
      return (await engine.all(selectPeople(desk, query, limit))).map(({ id }) => String(id));
    },
  };
}
