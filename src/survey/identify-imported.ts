import type { Context } from "../context.ts";
import { UNKNOWN_CUSTOMER } from "../interaction/customer.ts";
import type { Draft } from "../outcome.ts";
import type { ImportedAnswer } from "./imported-answer.ts";

function addressesOf({ customer, otherAddress }: ImportedAnswer): readonly string[] {
  return otherAddress === undefined ? [customer.address] : [customer.address, otherAddress];
}

/** Customers by address, each of a customer's addresses known where one is. */
async function knownCustomers({ store }: Context, answers: readonly ImportedAnswer[]): Promise<Map<string, string>> {
  const identities = await store.list("identity", { where: { id: [...new Set(answers.flatMap(addressesOf))] } });
  return new Map(identities.map(({ id, customerId }) => [id, customerId]));
}

/** Each answer with the id of its customer, who is one person at each of the addresses; who is not known yet is put. */
export async function identifyImported(
  context: Context,
  draft: Draft,
  answers: readonly ImportedAnswer[],
): Promise<(readonly [ImportedAnswer, string])[]> {
  const known = await knownCustomers(context, answers);
  const customers = new Map(known);
  for (const { customer, otherAddress } of answers) {
    const other = otherAddress === undefined ? undefined : known.get(otherAddress);
    if (other !== undefined && !customers.has(customer.address)) customers.set(customer.address, other);
  }
  const named = new Set(known.keys());
  return answers.map((answer) => {
    const { address, name = null, email = null, locale = null, zone = null } = answer.customer;
    const id = customers.get(address) ?? context.ids.next();
    if (!customers.has(address)) {
      const told = { name, email, locale, zone, createdAt: answer.answeredAt };
      draft.put("customer", { ...UNKNOWN_CUSTOMER, id, version: 0, ...told });
      customers.set(address, id);
    }
    for (const one of addressesOf(answer).filter((each) => !named.has(each))) {
      named.add(one);
      draft.put("identity", { id: one, version: 0, customerId: id });
    }
    return [answer, id];
  });
}
