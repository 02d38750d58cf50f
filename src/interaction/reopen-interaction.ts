import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isAllowed } from "./identify-person.ts";
import type { Interaction } from "./interaction.ts";
import { interactionIn } from "./open-interaction.ts";

/** Takes the resolution back: the interaction is open again. */
export function reopen(draft: Draft, interaction: Interaction): void {
  draft.put("interaction", { ...interaction, state: "open", resolutionId: null });
}

/** Somebody took the resolution back by hand. */
export async function reopenInteraction(event: EventOf<"reopened">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const interaction = await interactionIn(context, event.conversation);
  if (interaction?.state !== "resolved") return draft.outcome();
  if (event.ifUnasked && (await wasAsked(context, interaction))) return draft.outcome();
  if (await isAllowed(context, event.by, "resolve", interaction)) reopen(draft, interaction);
  else refuseWithout(context, draft, event.by, "resolve");
  return draft.outcome();
}

async function wasAsked({ store }: Context, { resolutionId }: Interaction): Promise<boolean> {
  const [survey] =
    resolutionId === null
      ? []
      : await store.list("survey", { where: { resolutionId, purpose: "recommend" }, limit: 1 });
  return survey !== undefined && survey.askedAt !== null;
}
