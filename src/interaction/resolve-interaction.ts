import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isAllowed } from "./identify-person.ts";
import type { Interaction, Resolution } from "./interaction.ts";
import { interactionIn } from "./open-interaction.ts";

function resolutionOf(interaction: Interaction, event: EventOf<"resolved">, id: string): Resolution {
  return {
    id,
    version: 0,
    interactionId: interaction.id,
    customerId: interaction.customerId,
    number: interaction.resolutionCount + 1,
    at: event.at,
    by: event.by.name ?? event.by.address,
    product: event.product ?? interaction.product,
    agents: interaction.agents,
    creditedAgent: interaction.agents.at(-1) ?? null,
    fate: "waiting",
    fateReason: null,
    fateDetail: null,
    fateAt: event.at,
    imported: false,
  };
}

/** The conversation has ended: it is resolved with a snapshot of product and agents. */
export async function resolveInteraction(event: EventOf<"resolved">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const interaction = await interactionIn(context, event.conversation);
  if (!interaction || interaction.state === "resolved") return draft.outcome();
  if (!(await isAllowed(context, event.by, "resolve", interaction))) {
    refuseWithout(context, draft, event.by, "resolve");
    return draft.outcome();
  }
  if (interaction.isTest) {
    draft.put("interaction", { ...interaction, state: "resolved", lastActivityAt: event.at });
    return draft.outcome();
  }
  const resolution = resolutionOf(interaction, event, context.ids.next());
  const resolved: Interaction = {
    ...interaction,
    state: "resolved",
    product: resolution.product,
    resolutionCount: resolution.number,
    resolutionId: resolution.id,
    lastActivityAt: Math.max(interaction.lastActivityAt, event.at),
  };
  draft.put("interaction", resolved);
  draft.put("resolution", resolution);
  return draft.outcome();
}
