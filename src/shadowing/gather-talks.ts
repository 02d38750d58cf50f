import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { mayBeRead } from "./gather-readable.ts";

/** So many open conversations are offered, of so many looked through. */
const MOST_OFFERED = 5;
const LOOKED_THROUGH = 50;

/** The open conversations to which somebody may listen, those with the latest words first: none in which they write themself. Rejects as the store does. */
export async function gatherOpenTalks({ store }: Pick<Context, "store">, address: string): Promise<Interaction[]> {
  const latest = { orderBy: "lastActivityAt", descending: true, limit: LOOKED_THROUGH } as const;
  const open = await store.list("interaction", { where: { state: "open", isTest: false }, ...latest });
  const people = await gatherById(
    open.map(({ customerId }) => customerId),
    (id) => store.list("customer", { where: { id } }),
  );
  const readable = new Set(people.filter(mayBeRead).map(({ id }) => id));
  const others = open.filter(({ agents }) => !agents.some((one) => one.address === address));
  return others.filter(({ customerId }) => readable.has(customerId)).slice(0, MOST_OFFERED);
}
