import type { Interaction } from "../../src/interaction/interaction.ts";
import type { Reader } from "../../src/ports.ts";
import { type Found, firstPlace, type Search, type SearchWanted } from "../../src/search/finding.ts";
import { isFound } from "../../src/search/query.ts";
import { wordsOf } from "../../src/search/words.ts";
import { isWithdrawn } from "../../src/survey/response.ts";

/** Something that can be found, without its place in the second in which it was written. */
interface Findable extends Omit<Found, "place"> {
  readonly at: number;
  readonly text: string;
}

function spelled(text: string): string[] {
  return wordsOf(text).map(({ word }) => word);
}

async function findableIn(list: Reader["list"]): Promise<Findable[]> {
  const entries = await list("entry", { where: { author: ["customer", "agent"], deletedAt: null } });
  const responses = await list("response", {});
  const reasons = new Set(responses.map(({ commentEntryId }) => commentEntryId));
  const written = entries.filter(({ id }) => !reasons.has(id)).map((entry) => ({ ...entry, kind: "entry" as const }));
  const given = responses.flatMap(({ id, interactionId, comment, commentedAt, answeredAt }) =>
    comment === null
      ? []
      : [{ kind: "comment" as const, id, interactionId, text: comment, at: commentedAt ?? answeredAt }],
  );
  return [...written, ...given];
}

/** Each with its place among those of its second. */
function placed(findable: readonly Findable[]): (Findable & Found)[] {
  const taken = new Map<number, number>();
  return findable.map((one) => {
    const first = firstPlace(one.at);
    const place = taken.get(first) ?? first;
    taken.set(first, place + 1);
    return { ...one, place };
  });
}

/** The conversations that meet the filters, of customers who may be read to be learnt from. */
async function conversationsIn(list: Reader["list"], wanted: SearchWanted): Promise<ReadonlySet<string>> {
  const { product, band, agent, customerIds } = wanted;
  const customers = await list("customer", { where: { readOptOutAt: null } });
  const readable = new Set(customers.map(({ id }) => id).filter((id) => customerIds?.includes(id) ?? true));
  const answers = band === undefined ? [] : await list("response", { where: { band } });
  const inBand = new Set(answers.filter((one) => !isWithdrawn(one)).map(({ interactionId }) => interactionId));
  const meets = (one: Interaction) =>
    readable.has(one.customerId) &&
    (product === undefined || one.product === product) &&
    (band === undefined || inBand.has(one.id)) &&
    (agent === undefined || one.agents.some(({ address }) => address === agent));
  return new Set((await list("interaction", {})).filter(meets).map(({ id }) => id));
}

/** Search through the rows that are listed, by the rules themselves. */
export function memorySearch(list: Reader["list"]): Search {
  return {
    search: async (wanted) => {
      const conversations = await conversationsIn(list, wanted);
      const { from, to, behind = Number.POSITIVE_INFINITY, query, limit } = wanted;
      const first = from === undefined ? Number.NEGATIVE_INFINITY : firstPlace(from);
      const before = Math.min(behind, to === undefined ? Number.POSITIVE_INFINITY : firstPlace(to));
      const found = placed(await findableIn(list)).filter(
        ({ interactionId, place, text }) =>
          conversations.has(interactionId) && place >= first && place < before && isFound(spelled(text), query),
      );
      const newest = found.toSorted((a, b) => b.place - a.place).slice(0, limit);
      return newest.map(({ kind, id, interactionId, place }) => ({ kind, id, interactionId, place }));
    },
    searchPeople: async (query, limit) => {
      if (query.terms.length === 0) return [];
      const customers = await list("customer", { orderBy: "createdAt", descending: true });
      const named = customers.filter(({ name }) => name !== null && isFound(spelled(name), query));
      return named.map(({ id }) => id).slice(0, limit);
    },
  };
}
