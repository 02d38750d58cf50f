import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { fated } from "../interaction/interaction.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import { isOverrulable } from "./eligibility.ts";
import { surveyOf } from "./find-survey.ts";
import { type Concluded, scheduleSurvey } from "./plan-survey.ts";

/** The resolution that stands, where a rule of the desk alone spared its customer; else null. */
async function overrulable({ store }: Context, resolutionId: string): Promise<Concluded | null> {
  const resolution = await store.get("resolution", resolutionId);
  const interaction = resolution && (await store.get("interaction", resolution.interactionId));
  const customer = resolution && (await store.get("customer", resolution.customerId));
  if (!resolution || !interaction || !customer || interaction.resolutionId !== resolution.id) return null;
  return customer.optedOutAt === null && isOverrulable(resolution.fateReason)
    ? { interaction, resolution, customer }
    : null;
}

/** Somebody of the team has a customer asked whom a rule of the desk spared; one who does not want to be asked is not. */
export async function askAnyway(event: EventOf<"ask-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at } = event;
  if (!may(by.role, "skip-question")) {
    refuseWithout(context, draft, by, "skip-question");
    return draft.outcome();
  }
  const resolved = await overrulable(context, event.resolutionId);
  if (resolved === null || (await surveyOf(context, resolved.resolution.id))) {
    const locale = context.wording.choose(by.locale, context.settings.desk.locale);
    draft.refuse({ code: "late", text: context.wording.say(locale, "team.askLate") });
    return draft.outcome();
  }
  // Their versions guard against an opt-out or a reopening that is being saved at this moment.
  draft.put("customer", resolved.customer);
  draft.put("interaction", resolved.interaction);
  draft.put("resolution", { ...fated(resolved.resolution, "waiting", at), fateDetail: null });
  await scheduleSurvey(context, draft, resolved, at);
  return draft.outcome();
}
