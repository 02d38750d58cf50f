import type { Person } from "../../src/interaction/customer.ts";
import type { Reader } from "../../src/ports.ts";

/** The customer as the one who acts, at the first address known of them; null if none is known any more. */
export async function askedCustomer(store: Reader, customerId: string): Promise<Person | null> {
  const identities = await store.list("identity", { where: { customerId } });
  const identity = identities.find(({ id }) => id.startsWith("api:")) ?? identities[0];
  return identity ? { address: identity.id, role: "customer" } : null;
}

/** Most customers whose address is remembered. */
const MOST = 5_000;

/**
 * The same for those who write again and again. Where an address of the API's is remembered, whether it is still the customer's is read
 * by the address, which is found sooner than by the customer.
 */
export function createAskedCustomers(store: Reader): (customerId: string) => Promise<Person | null> {
  const addresses = new Map<string, string>();
  return async (customerId) => {
    const known = addresses.get(customerId);
    const identity = known === undefined ? null : await store.get("identity", known);
    if (identity?.customerId === customerId) return { address: identity.id, role: "customer" };
    const found = await askedCustomer(store, customerId);
    addresses.delete(customerId);
    const [oldest] = addresses.keys();
    if (addresses.size >= MOST && oldest !== undefined) addresses.delete(oldest);
    if (found?.address.startsWith("api:")) addresses.set(customerId, found.address);
    return found;
  };
}
