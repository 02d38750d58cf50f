import { spaceOf } from "../interaction/address.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Reader } from "../ports.ts";

/** The customer's own address in the space of their conversation, where they can be written to directly; null where there is none. */
export async function directLine(
  { store }: { readonly store: Reader },
  { customerId, conversation, askIn }: Interaction,
): Promise<string | null> {
  const identities = await store.list("identity", { where: { customerId } });
  const places = [conversation, askIn];
  return identities.find(({ id }) => spaceOf(id) === spaceOf(conversation) && !places.includes(id))?.id ?? null;
}
