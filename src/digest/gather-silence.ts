import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import type { Resolution } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";
import type { Settings } from "../settings.ts";
import type { DigestId } from "./document.ts";
import type { Greeting } from "./greeting.ts";
import { countsIn, PAST_WEEKS, type WeekTally } from "./history.ts";
import type { SilenceTally, SilentKey } from "./silence-figures.ts";
import { added, NO_ANSWERS } from "./tally.ts";
import { isWithin, shiftedWeek, type Window, weeksUpTo, windowOf } from "./week.ts";

/** Most key customers looked after, latest known first. */
const MOST_KEY = 1_000;

/** The greeting as it stood then: what was recorded later had not come about. */
function asOf(greeting: Greeting, until: number): Greeting {
  const { recordedAt } = greeting;
  return recordedAt === null || recordedAt < until ? greeting : { ...greeting, state: "assigned", score: null };
}

/** What the greetings of the weeks before tell: nothing is drawn of the digest's own week when it is counted, and who was asked in it may still answer. */
export async function gatherSilence(
  store: Reader,
  settings: Settings,
  { week, zone }: DigestId,
  past: readonly WeekTally[],
): Promise<SilenceTally> {
  const window = windowOf(week, zone);
  const keyCustomers = await gatherSilentKeys(store, settings, window);
  const last = shiftedWeek(week, -1);
  const all = weeksUpTo(last, PAST_WEEKS);
  const greetings = await store.list("greeting", { where: { week: all } });
  const drawn = new Set(greetings.map((greeting) => greeting.week));
  const first = all.find((one) => drawn.has(one));
  if (first === undefined)
    return { weeks: 0, greetings: [], answered: NO_ANSWERS, settled: { answered: 0, silent: 0 }, keyCustomers };
  const weeks = all.slice(all.indexOf(first));
  const span = { from: windowOf(first, zone).from, to: windowOf(last, zone).to };
  return {
    weeks: weeks.length,
    greetings: greetings.map((greeting) => asOf(greeting, window.to)),
    answered: weeks.map((one) => countsIn(past, one)).reduce(added, NO_ANSWERS),
    settled: await store.countSettled(span),
    keyCustomers,
  };
}

/** The customers whom an API or the settings call key. */
async function gatherKeys(store: Reader, { silence }: Settings): Promise<string[]> {
  const named = silence.keyCustomers;
  const flagged = await store.list("customer", { where: { isKey: true }, descending: true, limit: MOST_KEY });
  const byAddress = await gatherById(
    named.flatMap((one) => [one, `api:${one}`]),
    (id) => store.list("identity", { where: { id } }),
  );
  return [...new Set([...flagged.map(({ id }) => id), ...named, ...byAddress.map(({ customerId }) => customerId)])];
}

function isAsked({ fate, imported }: Resolution): boolean {
  return !imported && (fate === "silent" || fate === "answered" || fate === "declined");
}

/** The key customers who fell silent in the window, and had said nothing the time before either. */
async function gatherSilentKeys(store: Reader, settings: Settings, window: Window): Promise<SilentKey[]> {
  const ids = await gatherKeys(store, settings);
  const resolutions = await gatherById(ids, (customerId) => store.list("resolution", { where: { customerId } }));
  const byCustomer = grouped(resolutions.filter(isAsked), ({ customerId }) => customerId);
  return [...byCustomer].flatMap(([customerId, asked]) => {
    const inOrder = asked.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const fell = inOrder.findLastIndex(({ fate, fateAt }) => fate === "silent" && isWithin(fateAt, window));
    const talk = inOrder[fell];
    if (talk === undefined || inOrder[fell - 1]?.fate !== "silent") return [];
    return [{ customerId, interactionId: talk.interactionId }];
  });
}
