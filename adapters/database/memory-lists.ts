import { isWithin } from "../../src/digest/week.ts";
import { grouped } from "../../src/grouping.ts";
import { MOST_OWNERS, type PageLists } from "../../src/lists.ts";
import type { Reader } from "../../src/ports.ts";
import type { Case } from "../../src/recovery/case.ts";
import { isCaseOpen } from "../../src/recovery/case.ts";
import {
  CASE_LISTS,
  type CaseCounts,
  type CaseSought,
  comparePlaces,
  isOnList,
  placeOf,
} from "../../src/recovery/case-list.ts";
import { bandOf } from "../../src/survey/score.ts";
import { compareTexts } from "./memory-table.ts";

function isSought(item: Case, { product, owner, score, band, opened }: CaseSought): boolean {
  if (owner !== undefined && item.ownerAddress !== owner) return false;
  if (opened !== undefined && !isWithin(item.openedAt, opened)) return false;
  if (product !== undefined && item.product !== product) return false;
  return (score === undefined || item.score === score) && (band === undefined || bandOf(item.score) === band);
}

async function soughtCases(list: Reader["list"], sought: CaseSought): Promise<Case[]> {
  return (await list("case", {})).filter((item) => isSought(item, sought));
}

/** The lists of the rows that are listed, by the rules themselves. */
export function memoryLists(list: Reader["list"]): PageLists {
  return {
    listCases: async (wish) => {
      const { after, limit } = wish;
      const cases = (await soughtCases(list, wish.sought)).filter((item) => isOnList(item, wish.list, wish));
      const places = cases.map(placeOf).toSorted(comparePlaces);
      return places.flatMap((at) => (after && comparePlaces(at, after) <= 0 ? [] : [at.id])).slice(0, limit);
    },
    countCases: async (sought, look) => {
      const cases = await soughtCases(list, sought);
      const counts = CASE_LISTS.map((name) => [name, cases.filter((item) => isOnList(item, name, look)).length]);
      return Object.fromEntries(counts) as CaseCounts;
    },
    listCaseOwners: async () => {
      const open = (await list("case", {})).filter((item) => isCaseOpen(item) && item.ownerAddress !== null);
      const owned = grouped(open, ({ ownerAddress }) => ownerAddress ?? "");
      const owners = [...owned].map(([address, cases]) => {
        const inOrder = cases.toSorted((one, other) => comparePlaces(placeOf(one), placeOf(other)));
        const named = inOrder.find(({ ownerName }) => ownerName !== null);
        return { address, name: named?.ownerName ?? null, count: cases.length };
      });
      const order = owners.toSorted((a, b) => b.count - a.count || compareTexts(a.address, b.address));
      return order.slice(0, MOST_OWNERS);
    },
    listStanding: async ({ lane, reader, before, limit }) => {
      const posts = await list("post", { where: { lane, state: "posted" }, descending: true });
      const replaced = new Set<string>();
      const standing = posts.filter(({ id, message }) => {
        const place = message.replaces ?? id;
        const isReplaced = replaced.has(place);
        replaced.add(place);
        const isTheirs = message.privateTo === undefined || message.privateTo === reader;
        return !isReplaced && isTheirs && (before === null || id < before);
      });
      return standing.slice(0, limit).map(({ id }) => id);
    },
    listLatestEntries: async (interactionIds, each) => {
      const latest = interactionIds.map((interactionId) =>
        list("entry", { where: { interactionId }, orderBy: "position", descending: true, limit: each }),
      );
      return (await Promise.all(latest)).flat();
    },
  };
}
