import { setImmediate } from "node:timers/promises";
import { type Found, firstPlace, type Search, type SearchWanted } from "../../src/search/finding.ts";
import type { Engine } from "./engine.ts";
import {
  type DocumentSpan,
  filtersOf,
  type Limits,
  selectCustomersBehind,
  selectEnds,
  selectFound,
  selectOthers,
  selectPeople,
} from "./search-queries.ts";

/** Customers that a search is narrowed to by name; where a filter leaves over more, enough is found soon. */
const MOST_NAMED = 100;
/** A filter that the index does not know is held to every document with the words: in so many parts of the time there is, so that other work goes on in between. */
const PARTS = 8;

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

/** For each filter that few customers are behind, those. */
async function fewBehind(engine: Engine, desk: string, wanted: SearchWanted): Promise<string[][]> {
  const found: string[][] = [];
  for (const filter of filtersOf(wanted)) {
    const behind = await engine.all(selectCustomersBehind(desk, filter, wanted[filter] ?? "", MOST_NAMED + 1));
    if (behind.length <= MOST_NAMED) found.push(behind.map(({ id }) => String(id)));
  }
  return found;
}

/** What the search is limited to in the index; null where nothing can be found. */
async function limitsOf(engine: Engine, desk: string, wanted: SearchWanted): Promise<Limits | null> {
  const { customerIds, query } = wanted;
  const customers = [...(customerIds ? [customerIds] : []), ...(await fewBehind(engine, desk, wanted))];
  if (customers.some(({ length }) => length === 0)) return null;
  const isLimited = query.terms.length > 0 || customers.length > 0;
  const [found] = isLimited ? await engine.all(selectOthers(desk)) : [];
  return { desk: found?.others === 0 ? null : desk, customers };
}

/** The parts of time in which is searched, one after the other. */
async function spansOf(engine: Engine, wanted: SearchWanted, { customers }: Limits): Promise<DocumentSpan[]> {
  const numbers = numbersOf(wanted);
  if (filtersOf(wanted).length === 0 || customers.length > 0) return [numbers];
  const [ends] = await engine.all(selectEnds());
  const from = Math.max(numbers.from, Number(ends?.lowest ?? 0));
  return partsOf({ from, before: Math.min(numbers.before, Number(ends?.highest ?? 0) + 1) }, PARTS);
}

/** Search at a desk, done by an engine. */
export function sqlSearch(engine: Engine, desk: string): Search {
  return {
    search: async (wanted) => {
      await engine.readyToSearch?.();
      const limits = await limitsOf(engine, desk, wanted);
      if (limits === null) return [];
      const found: Found[] = [];
      for (const [index, span] of (await spansOf(engine, wanted, limits)).entries()) {
        const limit = wanted.limit - found.length;
        if (limit <= 0) break;
        if (index > 0) await setImmediate();
        const statement = selectFound(desk, { ...wanted, limit }, limits, span);
        found.push(...((await engine.all(statement)) as unknown as Found[]));
      }
      return found;
    },
    searchPeople: async (query, limit) => {
      if (query.terms.length === 0) return [];
      await engine.readyToSearch?.();
      return (await engine.all(selectPeople(desk, query, limit))).map(({ id }) => String(id));
    },
  };
}
