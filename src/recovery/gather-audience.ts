import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Customer } from "../interaction/customer.ts";
import type { Resolution } from "../interaction/interaction.ts";
import { type Announcement, LEFT_OUT, type LeftOut, type TellingCounts, type ToldRow, toldId } from "./announcement.ts";

/** One time that somebody raised it. */
interface Raising {
  readonly customerId: string;
  readonly interactionId: string;
  readonly at: number;
  /** Whether they have taken it back, or it was left out. */
  readonly isWithdrawn: boolean;
}

/** What says whom a telling is for. */
export type TellingFrame = Pick<Announcement, "aboutKind" | "about" | "sentence" | "at">;

/** A customer who raised it: to be told, or left out with the reason. */
export interface Raiser {
  readonly customer: Customer;
  /** Where they raised it last and can be reached. */
  readonly interactionId: string;
  readonly reason: LeftOut | null;
  /** Their part in an earlier telling of the same; null where there is none. */
  readonly known: ToldRow | null;
}

/** Unhappy and lukewarm answers on the product. */
async function raisedByAnswers({ store, settings }: Context, { about, at }: TellingFrame): Promise<Raising[]> {
  const since = at - settings.recovery.tellWithin;
  const band = ["detractor", "passive"] as const;
  const found = await store.list("response", { where: { product: about, band }, atLeast: { changedAt: since } });
  const raised = found.filter(({ answeredAt }) => answeredAt <= at);
  return raised.map(({ customerId, interactionId, changedAt, excluded }) => ({
    ...{ customerId, interactionId },
    ...{ at: changedAt, isWithdrawn: excluded !== null },
  }));
}

/** Cases that were closed with the cause. */
async function raisedByCases({ store, settings }: Context, { about, at }: TellingFrame): Promise<Raising[]> {
  const since = at - settings.recovery.tellWithin;
  const found = await store.list("case", { where: { cause: about }, atLeast: { openedAt: since } });
  const raised = found.filter(({ openedAt }) => openedAt <= at);
  const ids = raised.map(({ responseId }) => responseId);
  const counting = await gatherById(ids, (id) => store.list("response", { where: { id, excluded: null } }));
  const counted = new Set(counting.map(({ id }) => id));
  return raised.map(({ customerId, interactionId, openedAt, state, responseId }) => ({
    ...{ customerId, interactionId },
    ...{ at: openedAt, isWithdrawn: state === "withdrawn" || !counted.has(responseId) },
  }));
}

/** Everybody who raised it in the time before the telling, with each time they did, by customer in the order of their ids. */
async function raisings(context: Context, asked: TellingFrame): Promise<Map<string, readonly Raising[]>> {
  const all = await (asked.aboutKind === "product" ? raisedByAnswers : raisedByCases)(context, asked);
  const byCustomer = new Map<string, Raising[]>();
  for (const one of all) byCustomer.set(one.customerId, [...(byCustomer.get(one.customerId) ?? []), one]);
  return new Map([...byCustomer].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The conversations of which it is known that nobody can be reached there: brought in from elsewhere, or out of reach when last tried. */
async function unreachable({ store }: Context, interactionIds: readonly string[]): Promise<Set<string>> {
  const resolutions = await gatherById(interactionIds, (ids) =>
    store.list("resolution", { where: { interactionId: ids } }),
  );
  const latest = new Map<string, Resolution>();
  for (const one of resolutions)
    if ((latest.get(one.interactionId)?.number ?? 0) < one.number) latest.set(one.interactionId, one);
  const lost = [...latest].filter(([, { imported, fate }]) => imported || fate === "undeliverable");
  return new Set(lost.map(([id]) => id));
}

function reasonFor(
  times: readonly Raising[],
  customer: Customer,
  known: ToldRow | null,
  isReachable: boolean,
): LeftOut | null {
  if (times.every(({ isWithdrawn }) => isWithdrawn)) return "withdrawn";
  if (customer.teamMember) return "team-member";
  if (customer.optedOutAt !== null) return "opted-out";
  if (known !== null && known.state !== "left-out") return "told-already";
  return isReachable ? null : "unreachable";
}

/** Those who raised it, each once, in the order of their ids: all of them, or so many after the one that is named. */
export async function gatherAudience(
  context: Context,
  asked: TellingFrame,
  page: { readonly after: string; readonly most: number } = { after: "", most: Number.POSITIVE_INFINITY },
): Promise<Raiser[]> {
  const { store } = context;
  const all = [...(await raisings(context, asked))].filter(([id]) => id > page.after).slice(0, page.most);
  const ids = all.map(([id]) => id);
  const customers = await gatherById(ids, (some) => store.list("customer", { where: { id: some } }));
  const toldIds = ids.map((id) => toldId(asked, id));
  const told = await gatherById(toldIds, (some) => store.list("told", { where: { id: some } }));
  const places = all.flatMap(([, times]) => times.map(({ interactionId }) => interactionId));
  const lost = await unreachable(context, places);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const knownBy = new Map(told.map((one) => [one.customerId, one]));
  return all.flatMap(([id, times]): Raiser[] => {
    const customer = byId.get(id);
    const newest = times.toSorted((one, other) => other.at - one.at);
    const place = newest.find(({ interactionId }) => !lost.has(interactionId)) ?? newest[0];
    if (customer === undefined || place === undefined) return [];
    const known = knownBy.get(id) ?? null;
    const reason = reasonFor(times, customer, known, !lost.has(place.interactionId));
    return [{ customer, interactionId: place.interactionId, reason, known }];
  });
}

/** How many of them are told, and how many are not and why. */
export function countAudience(raisers: readonly Raiser[]): TellingCounts {
  const reasons = LEFT_OUT.map((reason) => [reason, raisers.filter((one) => one.reason === reason).length] as const);
  return {
    toTell: raisers.filter(({ reason }) => reason === null).length,
    leftOut: Object.fromEntries(reasons.filter(([, count]) => count > 0)),
  };
}
