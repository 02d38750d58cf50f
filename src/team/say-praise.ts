import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { customerName } from "./say-to-team.ts";

/** A promoter's words that want nobody reach the people who helped, each privately and once; never the score, and never of whoever does not want to be read. What was brought in from elsewhere is long past. */
export async function sayPraise(
  context: Context,
  draft: Draft,
  { before, after: response }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  const isNew = response.band === "promoter" && response.comment !== null && (before?.comment ?? null) === null;
  if (!isNew || response.comment === null || event.kind === "answers-imported" || response.purpose === "recovery")
    return;
  const interaction = await context.store.get("interaction", response.interactionId);
  if (interaction?.state !== "resolved") return;
  const survey = await context.store.get("survey", response.surveyId);
  const resolution = survey && (await context.store.get("resolution", survey.resolutionId));
  const customer = await context.store.get("customer", response.customerId);
  if (!resolution || !customer || customer.readOptOutAt !== null) return;
  const { wording, settings } = context;
  const name = customerName(context, customer);
  const text = wording.say(wording.choose(settings.desk.locale), "team.praise", { customer: name });
  const message = { kind: "notice", text, quote: { text: response.comment, by: name }, actions: [] } as const;
  for (const { address } of resolution.agents)
    draft.say({ id: context.ids.next(), to: address, message: { ...message, about: response.interactionId } });
}
