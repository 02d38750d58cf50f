import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { isColleague, type Person } from "./customer.ts";
import { identify } from "./identify-person.ts";
import type { Interaction } from "./interaction.ts";

/** The interaction that takes place in a conversation, or null. */
export async function interactionIn(context: Context, conversation: string): Promise<Interaction | null> {
  const [interaction] = await context.store.list("interaction", { where: { conversation }, limit: 1 });
  return interaction ?? null;
}

/** How an interaction begins. */
export interface Beginning {
  readonly conversation: string;
  readonly askIn?: string | undefined;
  readonly customer: Person;
  readonly by: "customer" | "team";
  readonly product?: string | null | undefined;
  readonly agents?: readonly Person[] | undefined;
  readonly at: number;
}

/** A new interaction for the beginning's customer; the caller puts it. */
export async function begin(context: Context, draft: Draft, beginning: Beginning): Promise<Interaction> {
  const customer = await identify(context, draft, beginning.customer, beginning.at);
  return {
    id: context.ids.next(),
    version: 0,
    conversation: beginning.conversation,
    askIn: beginning.askIn ?? beginning.conversation,
    customerId: customer.id,
    state: "open",
    product: beginning.product ?? null,
    openedBy: beginning.by,
    openedAt: beginning.at,
    lastActivityAt: beginning.at,
    customerMessages: 0,
    agentMessages: 0,
    agents: (beginning.agents ?? []).map((agent) => ({ address: agent.address, name: agent.name ?? null })),
    entryCount: 0,
    resolutionCount: 0,
    resolutionId: null,
    isTest: false,
  };
}

/** A conversation was started on somebody's behalf. An interaction that stands there already is left as it is. */
export async function openInteraction(event: EventOf<"opened">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  if (await interactionIn(context, event.conversation)) return draft.outcome();
  const interaction = await begin(context, draft, event);
  draft.put("interaction", interaction);
  if (event.alsoAt) await linkAddress(context, draft, event.alsoAt, interaction.customerId);
  return draft.outcome();
}

/** Ties a further address to the customer, unless it is somebody's already. */
async function linkAddress(context: Context, draft: Draft, address: string, customerId: string): Promise<void> {
  const taken = await context.store.get("identity", address);
  if (!taken) draft.put("identity", { id: address, version: 0, customerId });
}

/** Whom a first message opens an interaction for, and who opened it; null where nobody's turn it is. */
export function openingOf(event: EventOf<"message">): Pick<Beginning, "customer" | "by"> | null {
  if (event.customer) return { customer: event.customer, by: isColleague(event.author.role) ? "team" : "customer" };
  if (event.author.role === "bot") return null;
  return { customer: event.author, by: isColleague(event.author.role) ? "team" : "customer" };
}
