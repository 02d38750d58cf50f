import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { mayBeRead } from "./gather-readable.ts";

/** So many open conversations are offered, of so many looked through; of more where too few of those may be offered. */
const MOST_OFFERED = 5;
const LOOKED_THROUGH = 10;
const MOST_LOOKED_THROUGH = 50;

async function lookThrough(store: Context["store"], address: string, limit: number) {
  const latest = { orderBy: "lastActivityAt", descending: true, limit } as const;
  const open = await store.list("interaction", { where: { state: "open", isTest: false }, ...latest });
  const people = await gatherById(
    open.map(({ customerId }) => customerId),
    (id) => store.list("customer", { where: { id } }),
  );
  const readable = new Set(people.filter(mayBeRead).map(({ id }) => id));
  const others = open.filter(({ agents }) => !agents.some((one) => one.address === address));
  const offered = others.filter(({ customerId }) => readable.has(customerId)).slice(0, MOST_OFFERED);
  return { offered, isEnough: offered.length === MOST_OFFERED || open.length < limit };
}

/** The open conversations to which somebody may listen, those with the latest words first: none in which they write themself. Rejects as the store does. */
export async function gatherOpenTalks({ store }: Pick<Context, "store">, address: string): Promise<Interaction[]> {
  const { offered, isEnough } = await lookThrough(store, address, LOOKED_THROUGH);
  return isEnough ? offered : (await lookThrough(store, address, MOST_LOOKED_THROUGH)).offered;
}
