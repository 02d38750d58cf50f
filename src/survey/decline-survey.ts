import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { surveyFor } from "./find-survey.ts";
import { refusePerson, sayInSurvey, takeDownQuestion } from "./say-to-customer.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, isAwaitingAnswer } from "./survey.ts";
import { optedOutMessage, optInButton } from "./survey-messages.ts";

/** The customer would rather not answer: this time, or ever. "Never" is heard whatever has become of the survey, and confirmed once: where the question stood, or else by itself. */
export async function declineSurvey(event: EventOf<"declined">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey, customer } = asked;
  const isNever = event.choice === "never";
  let isSaid = false;
  if (isAwaitingAnswer(survey)) {
    draft.put("survey", ended(survey, "declined", event.at));
    await settleFate(context, draft, survey, "declined", event.at);
    const closing = isNever ? "survey.optedOut" : "survey.declined";
    isSaid = await takeDownQuestion(context, draft, survey, closing, isNever ? [optInButton(context, survey)] : []);
  } else if (!isNever && survey.state !== "declined") {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, event.by, { code: "late", text });
  }
  if (isNever && customer.optedOutAt === null) {
    draft.put("customer", { ...customer, optedOutAt: event.at });
    if (!isSaid) sayInSurvey(context, draft, survey, optedOutMessage(context, survey, event.by.address));
  }
  return draft.outcome();
}
