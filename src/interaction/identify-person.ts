import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { may, type Right } from "../rights.ts";
import { type Customer, described, isColleague, type Person, UNKNOWN_CUSTOMER } from "./customer.ts";

/** The customer known at an address, or null. */
export async function customerAt(context: Pick<Context, "store">, address: string): Promise<Customer | null> {
  const identity = await context.store.get("identity", address);
  return identity && context.store.get("customer", identity.customerId);
}

function newcomer(context: Context, person: Person, at: number): Customer {
  return {
    ...UNKNOWN_CUSTOMER,
    id: context.ids.next(),
    version: 0,
    name: person.name ?? null,
    email: person.email ?? null,
    locale: person.locale ?? null,
    zone: person.zone ?? null,
    teamMember: isColleague(person.role),
    isKey: person.isKey ?? false,
    createdAt: at,
  };
}

function isChanged(before: Customer, after: Customer): boolean {
  return (Object.keys(after) as (keyof Customer)[]).some((field) => before[field] !== after[field]);
}

/** The customer behind a person: found by address and brought up to date, or made. */
export async function identify(context: Context, draft: Draft, person: Person, at: number): Promise<Customer> {
  const known = await customerAt(context, person.address);
  if (known) {
    const now = described(known, person);
    if (isChanged(known, now)) draft.put("customer", now);
    return now;
  }
  const customer = newcomer(context, person, at);
  draft.put("customer", customer);
  draft.put("identity", { id: person.address, version: 0, customerId: customer.id });
  return customer;
}

/** Brings what is known of a person up to date; nobody is made known by it. Gives the customer, or null. */
export async function updateKnown(
  context: Context,
  draft: Draft,
  person: Person,
  at: number,
): Promise<Customer | null> {
  return (await context.store.get("identity", person.address)) ? identify(context, draft, person, at) : null;
}

/** Whether a person may do it with what belongs to a customer: by their role, or because it is their own. */
export async function isAllowed(
  context: Pick<Context, "store">,
  person: Person,
  right: Right,
  { customerId }: { readonly customerId: string },
): Promise<boolean> {
  return may(person.role, right, (await customerAt(context, person.address))?.id === customerId);
}
