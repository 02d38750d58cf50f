import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { surveyFor } from "./find-survey.ts";
import { refusePerson, sayInSurvey, takeDownQuestion } from "./say-to-customer.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, isAwaitingAnswer } from "./survey.ts";
import { optedOutMessage } from "./survey-messages.ts";

/** The customer would rather not answer: this time, or ever. "Never" is heard whatever has become of the survey. */
export async function declineSurvey(event: EventOf<"declined">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey, customer } = asked;
  if (isAwaitingAnswer(survey)) {
    draft.put("survey", ended(survey, "declined", event.at));
    await settleFate(context, draft, survey, "declined", event.at);
    await takeDownQuestion(context, draft, survey, "survey.declined");
  } else if (event.choice === "not-now" && survey.state !== "declined") {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, event.by, { code: "late", text });
  }
  if (event.choice === "never" && customer.optedOutAt === null) {
    draft.put("customer", { ...customer, optedOutAt: event.at });
    sayInSurvey(context, draft, survey, optedOutMessage(context, survey, event.by.address));
  }
  return draft.outcome();
}
