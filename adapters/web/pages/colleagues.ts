import type { Person } from "../../../src/interaction/customer.ts";
import type { Interaction } from "../../../src/interaction/interaction.ts";
import type { PageDesk } from "../desk.ts";
import { agentNamed, nameFrom } from "./people.ts";

/** Somebody to whom a case or a lesson can be given. */
export interface Colleague {
  readonly address: string;
  readonly name: string;
}

/** In so many of the last conversations those are looked for who help at the desk. */
const LOOKED_THROUGH = 60;

/** The latest of the conversations that are open and of those that are resolved, each of which has an order of its own. */
async function latestOnes(store: PageDesk["store"]): Promise<Interaction[]> {
  const latest = { orderBy: "lastActivityAt", descending: true, limit: LOOKED_THROUGH } as const;
  const of = (state: Interaction["state"]) => store.list("interaction", { where: { state }, ...latest });
  const all = (await Promise.all([of("open"), of("resolved")])).flat();
  return all.toSorted((one, other) => other.lastActivityAt - one.lastActivityAt).slice(0, LOOKED_THROUGH);
}

/** Those who can be given something: whoever asks, who has cases, and who helped in the latest conversations, by name. */
export async function loadColleagues({ store }: Pick<PageDesk, "store">, by: Person | null): Promise<Colleague[]> {
  const [owners, interactions] = await Promise.all([store.listCaseOwners(), latestOnes(store)]);
  const people = [...interactions.flatMap(({ agents }) => agents), ...owners, ...(by === null ? [] : [by])];
  const byAddress = new Map<string, Colleague>();
  for (const { address, name } of people) byAddress.set(address, { address, name: name ?? address });
  return [...byAddress.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** The person who was chosen: one of those who help at the desk, else somebody by that name. */
export async function chosenPerson(desk: Pick<PageDesk, "store">, by: Person, given: string): Promise<Person | null> {
  const found = given === "" ? undefined : (await loadColleagues(desk, by)).find(({ address }) => address === given);
  if (found) return { address: found.address, role: "agent", name: found.name };
  const name = nameFrom(given);
  return name === null ? null : agentNamed(name);
}
