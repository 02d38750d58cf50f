import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { revise } from "./record-response.ts";
import { isWithdrawn, type Response, WITHDRAWN } from "./response.ts";
import { refusePerson } from "./say-to-customer.ts";
import { notice, withdrawButton } from "./survey-messages.ts";

/**
 * The customer takes their answer back, at whatever time, once they have said that they are sure: it no longer counts, its words are
 * quoted nowhere any more, and what they told of others goes with it. What follows for its case and the digests, follows from the row.
 */
export async function withdrawAnswer(event: EventOf<"answer-withdrawn">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const { by, at, answerIn: to = survey.askIn } = event;
  const response = await responseTo(context, survey);
  if (!response || isWithdrawn(response)) {
    const text = context.wording.say(survey.locale, response ? "survey.withdrawnAlready" : "survey.notOpen");
    await refusePerson(context, draft, survey, by, { code: "late", text });
  } else if (!event.isSure) {
    const sure = withdrawButton(context, survey, "withdraw-sure");
    const message = notice(context, survey, "survey.withdraw.ask", by.address, [sure]);
    draft.say({ id: context.ids.next(), to, message });
  } else {
    await takeBack(context, draft, response, at);
    draft.say({ id: context.ids.next(), to, message: notice(context, survey, "survey.withdrawn", by.address) });
  }
  return draft.outcome();
}

async function takeBack(context: Context, draft: Draft, response: Response, at: number): Promise<void> {
  const wordless = { comment: null, commentedAt: null, commentEntryId: null, quoteConsentAt: null };
  revise(context, draft, { ...response, ...wordless, excluded: WITHDRAWN, changedAt: at }, { via: "tap", at });
  const where = { responseId: response.id };
  for (const telling of await context.store.list("telling", { where })) draft.remove("telling", telling);
}
