import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { isFree, isHeldBy, leasedTo, UNLEASED } from "./lease.ts";

/** Somebody takes up work, or holds on to it; refused while another holds it. */
export async function claimWork(
  { work, owner, until, at }: EventOf<"work-claimed">,
  context: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const known = (await context.store.get("work", work)) ?? { id: work, version: 0, ...UNLEASED };
  if (isFree(known, at) || isHeldBy(known, owner)) draft.put("work", { ...known, ...leasedTo(owner, until) });
  else draft.refuse({ code: "late", text: `${work} is being done by another` });
  return draft.outcome();
}

/** The work is ended, or given up; nothing happens where another has taken it over. */
export async function releaseWork({ work, owner }: EventOf<"work-released">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const known = await context.store.get("work", work);
  if (known && isHeldBy(known, owner)) draft.put("work", { ...known, ...UNLEASED });
  return draft.outcome();
}

/** Lets go of everything that is held: who held it is gone. A post among it is looked for before it is sent again. */
export async function releaseAll(_: EventOf<"holders-gone">, { store }: Context): Promise<Outcome> {
  const draft = createDraft();
  const held = { atLeast: { leaseUntil: 0 }, orderBy: "leaseUntil" } as const;
  for (const post of await store.list("post", held)) draft.put("post", { ...post, ...UNLEASED });
  for (const work of await store.list("work", held)) draft.put("work", { ...work, ...UNLEASED });
  return draft.outcome();
}
