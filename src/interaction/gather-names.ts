import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import type { Reader } from "../ports.ts";
import { handleOf } from "./address.ts";
import type { Agent } from "./interaction.ts";

/** What the people of a conversation are called: names, e-mail addresses and handles, by response. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

/** What a response tells of the people behind it. */
export interface Participants {
  readonly id: string;
  readonly interactionId: string;
  readonly customerId: string;
  readonly creditedAgent: Agent | null;
}

/** The names of everybody who took part in the conversations behind these responses. */
export async function gatherNames(store: Reader, responses: readonly Participants[]): Promise<KnownNames> {
  const interactionIds = responses.map(({ interactionId }) => interactionId);
  const customerIds = responses.map(({ customerId }) => customerId);
  const entries = await gatherById(interactionIds, (interactionId) =>
    store.list("entry", { where: { interactionId } }),
  );
  const interactions = await gatherById(interactionIds, (id) => store.list("interaction", { where: { id } }));
  const customers = await gatherById(customerIds, (id) => store.list("customer", { where: { id } }));
  const identities = await gatherById(customerIds, (customerId) => store.list("identity", { where: { customerId } }));

  const said = grouped(entries, ({ interactionId }) => interactionId);
  const agents = new Map(interactions.map((item) => [item.id, item.agents]));
  const known = new Map(customers.map((customer) => [customer.id, [customer.name, customer.email]]));
  const addresses = grouped(identities, ({ customerId }) => customerId);
  const namesOf = ({ interactionId, customerId, creditedAgent }: Participants): string[] => {
    const people = [...(said.get(interactionId) ?? []), ...(agents.get(interactionId) ?? []), creditedAgent];
    const handles = (addresses.get(customerId) ?? []).map(({ id }) => handleOf(id));
    const names = people.flatMap((person) => [person?.name, person?.address && handleOf(person.address)]);
    return [...new Set([...(known.get(customerId) ?? []), ...handles, ...names])].filter((name) => !!name) as string[];
  };
  return new Map(responses.map((response) => [response.id, namesOf(response)]));
}
