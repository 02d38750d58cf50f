import type { Customer } from "../../src/interaction/customer.ts";
import type { Reader } from "../../src/ports.ts";
import { Failure } from "./failure.ts";

/** The customers that are meant by an id, an address as the platform names people, or an e-mail address. */
async function meant(reader: Reader, wanted: string): Promise<Customer[]> {
  const byId = await reader.get("customer", wanted);
  if (byId) return [byId];
  const identity = await reader.get("identity", wanted);
  const owner = identity && (await reader.get("customer", identity.customerId));
  if (owner) return [owner];
  const email = [...new Set([wanted, wanted.toLowerCase()])];
  return wanted.includes("@") ? reader.list("customer", { where: { email } }) : [];
}

/** Finds the one customer who is meant. Fails with a sentence where there is none, or more than one. */
export async function findCustomer(reader: Reader, wanted: string): Promise<Customer> {
  const [customer, ...others] = await meant(reader, wanted);
  if (!customer)
    throw new Failure([
      `Nobody is known by ${wanted}. Give the id, the address (PLATFORM:SPACE:USER) or the e-mail address.`,
    ]);
  if (others.length > 0) {
    const ids = [customer, ...others].map(({ id }) => id).join(", ");
    throw new Failure([`${wanted} belongs to several customers; name one by its id: ${ids}.`]);
  }
  return customer;
}
