import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";

/** Those of the customers who do not want to be read to be learnt from, by id. Rejects as the store does. */
export async function unreadAmong(
  { store }: Pick<Context, "store">,
  customerIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const customers = await gatherById(customerIds, (id) => store.list("customer", { where: { id } }));
  return new Set(customers.filter(({ readOptOutAt }) => readOptOutAt !== null).map(({ id }) => id));
}
