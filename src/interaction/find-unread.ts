import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import type { Reader } from "../ports.ts";

/** The ids of all customers whom nobody may read to learn from them, nor quote. */
export async function findUnread(store: Pick<Reader, "list">): Promise<ReadonlySet<string>> {
  const unread = await store.list("customer", { atLeast: { readOptOutAt: 0 } });
  return new Set(unread.map(({ id }) => id));
}

/** Those of the customers who do not want to be read to be learnt from, by id. Rejects as the store does. */
export async function unreadAmong(
  { store }: Pick<Context, "store">,
  customerIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const customers = await gatherById(customerIds, (id) => store.list("customer", { where: { id } }));
  return new Set(customers.filter(({ readOptOutAt }) => readOptOutAt !== null).map(({ id }) => id));
}
