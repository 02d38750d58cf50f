import type { Person } from "../../src/interaction/customer.ts";
import type { Reader } from "../../src/ports.ts";

/** The customer as the one who acts, at the first address known of them; null if none is known any more. */
export async function askedCustomer(store: Reader, customerId: string): Promise<Person | null> {
  const identities = await store.list("identity", { where: { customerId } });
  const identity = identities.find(({ id }) => id.startsWith("api:")) ?? identities[0];
  return identity ? { address: identity.id, role: "customer" } : null;
}
