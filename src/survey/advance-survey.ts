import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { askSurvey } from "./ask-survey.ts";
import { expireSurvey } from "./expire-survey.ts";
import { quietUntil } from "./quiet-hours.ts";
import { remindSurvey } from "./remind-survey.ts";
import type { Subject } from "./subject.ts";
import { hasExpired } from "./survey.ts";

/** The clock has reached a survey: it is asked, reminded of or expired, whichever is next, or moved past quiet hours. */
export async function advanceSurvey(event: EventOf<"survey-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const survey = await context.store.get("survey", event.subject);
  if (!survey || survey.dueAt === null || survey.dueAt > event.at) return draft.outcome();
  const [customer, interaction, resolution] = await Promise.all([
    context.store.get("customer", survey.customerId),
    context.store.get("interaction", survey.interactionId),
    context.store.get("resolution", survey.resolutionId),
  ]);
  if (!customer || !interaction || !resolution) throw new Error(`Survey ${survey.id} has lost its interaction`);
  const subject: Subject = { survey, customer, interaction, resolution, at: event.at };
  if (isExpiring(subject, context)) await expireSurvey(context, draft, subject);
  else if (!postpone(context, draft, subject))
    await (survey.state === "scheduled" ? askSurvey : remindSurvey)(context, draft, subject);
  return draft.outcome();
}

function isExpiring({ survey, at }: Subject, context: Context): boolean {
  return hasExpired(survey, at, context.settings.ask.expireAfter);
}

/** Moves the survey past quiet hours, but not past its expiry; false where it is not quiet. */
function postpone(context: Context, draft: Draft, { survey, customer, at }: Subject): boolean {
  const { ask } = context.settings;
  const quietEnd = quietUntil(at, context.settings, customer);
  const expiresAt = survey.askedAt === null ? Number.POSITIVE_INFINITY : survey.askedAt + ask.expireAfter;
  if (quietEnd > at) draft.put("survey", { ...survey, dueAt: Math.min(quietEnd, expiresAt) });
  return quietEnd > at;
}
