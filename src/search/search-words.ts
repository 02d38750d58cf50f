import type { Context } from "../context.ts";
import { parseWeek, windowOf } from "../digest/week.ts";
import type { EventOf } from "../events.ts";
import { hashOf } from "../hash.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import type { FoundWords } from "../privacy/disclosure.ts";
import { deniedNote, namedIds, readNote } from "../privacy/reading.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import type { SearchWanted } from "./finding.ts";
import { gatherHits } from "./gather-hits.ts";
import { readQuery, type SearchQuery } from "./query.ts";
import type { SearchWish } from "./sought.ts";

/** What is shown of a search at once, and what may be asked for. */
const USUAL_PAGE = 20;
const LARGEST_PAGE = 100;
/** Customers of one name whose words are looked through: those known last. */
const MOST_PEOPLE = 50;
/** Conversations in which a colleague is looked for by name: the latest. */
const LATEST = 500;

/** Customers whom the text may mean: the one with that id or address, or else all of that name. */
async function peopleOf({ store }: Context, person: string): Promise<string[]> {
  const identity = await store.get("identity", person);
  if (identity) return [identity.customerId];
  if (await store.get("customer", person)) return [person];
  return store.searchPeople(readQuery(person), MOST_PEOPLE);
}

/** The address of the colleague whom the text may mean; itself where nobody of late goes by that name. */
async function addressOf({ store }: Context, agent: string): Promise<string> {
  if (agent.includes(":")) return agent;
  const latest = await store.list("interaction", { orderBy: "id", descending: true, limit: LATEST });
  const wanted = agent.trim().toLowerCase();
  const known = latest.flatMap(({ agents }) => agents).find(({ name }) => name?.toLowerCase() === wanted);
  return known?.address ?? agent;
}

async function wantedOf(context: Context, sought: SearchWish, query: SearchQuery): Promise<SearchWanted> {
  const { product, band, agent, week, person, behind, limit = USUAL_PAGE } = sought;
  const { products, desk } = context.settings;
  const known = products.find(({ id, name }) => product === id || name.toLowerCase() === product?.toLowerCase());
  return {
    query,
    ...(product === undefined ? {} : { product: known?.id ?? product }),
    ...(band === undefined ? {} : { band }),
    ...(agent === undefined ? {} : { agent: await addressOf(context, agent) }),
    ...(week === undefined ? {} : windowOf(week, desk.zone)),
    ...(person === undefined ? {} : { customerIds: await peopleOf(context, person) }),
    ...(behind === undefined ? {} : { behind }),
    limit: Math.min(limit, LARGEST_PAGE) + 1,
  };
}

/** What the audit log may know of a search: not the words, which may be a name, but enough to tell one search from another. */
function fingerprintOf(deskId: string, { typed, person = "" }: SearchWish): Promise<string> {
  return hashOf(JSON.stringify([deskId, typed, person]));
}

function isEmpty({ terms, without }: SearchQuery, { product, band, agent, week, person }: SearchWish): boolean {
  return terms.length + without.length === 0 && [product, band, agent, week, person].every((one) => one === undefined);
}

/**
 * Looks for words among what was written and gives what is found, redacted, to whoever may search; the audit log tells of it in the same
 * save, without the words that were looked for. Nothing is found of customers who do not want to be read. Rejects as the store does.
 */
export async function searchWords(
  event: EventOf<"words-wanted">,
  context: Context,
  sought: SearchWish,
): Promise<Outcome> {
  const draft = createDraft();
  const hash = await fingerprintOf(context.deskId, sought);
  const searched = { table: "search", subject: null, facts: { hash, length: sought.typed.length } };
  const query = readQuery(sought.typed);
  const isUnknownWeek = sought.week !== undefined && parseWeek(sought.week) === null;
  if (!may(event.by.role, "search")) {
    draft.audit(deniedNote(event, searched, "role"));
    refuseWithout(context, draft, event.by, "search");
  } else if (isUnknownWeek || isEmpty(query, sought)) {
    refuseWith(context, draft, event.by, { code: "unclear", key: isUnknownWeek ? "search.noWeek" : "search.noWords" });
  } else {
    const wanted = await wantedOf(context, sought, query);
    const all = await context.store.search(wanted);
    const found = all.slice(0, wanted.limit - 1);
    const hits = await gatherHits(context, found, query, may(event.by.role, "work-case"));
    const ids = namedIds([...new Set(hits.map(({ interactionId }) => interactionId))]);
    draft.audit(
      readNote({ ...event, purpose: "learn" }, { ...searched, facts: { ...searched.facts, hits: hits.length, ids } }),
    );
    const words: FoundWords = { hits, behind: all.length > found.length ? (found.at(-1)?.place ?? null) : null };
    draft.disclose({ kind: "search", found: words });
  }
  return draft.outcome();
}
