import type { Context } from "../context.ts";
import { markForRecount } from "../digest/recount-digest.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { followUp } from "../recovery/open-case.ts";
import { type Asked, responseTo, surveyFor } from "./find-survey.ts";
import { isChangeable, revise } from "./record-response.ts";
import type { Response, Via } from "./response.ts";
import { refusePerson, sayInSurvey } from "./say-to-customer.ts";
import { commentedMessage } from "./survey-messages.ts";

/** A reason as it is to be recorded. */
export interface Reason {
  readonly text: string;
  readonly via: Via;
  readonly by: Person;
  readonly at: number;
}

/** The customer gave the reason for their score in a form. */
export async function recordComment(event: EventOf<"comment-given">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const response = await responseTo(context, survey);
  const refuse = (code: "late" | "unclear", key: "survey.notOpen" | "survey.changeLate" | "survey.commentEmpty") =>
    refusePerson(context, draft, survey, event.by, { code, text: context.wording.say(survey.locale, key) });
  const { comment, via, by, at } = event;
  if (!response) await refuse("late", "survey.notOpen");
  else if (!isChangeable(context, response, at)) await refuse("late", "survey.changeLate");
  else if (comment.trim() === "") await refuse("unclear", "survey.commentEmpty");
  else await addReason(context, draft, asked, response, { text: comment.trim(), via, by, at });
  return draft.outcome();
}

/** Completes the response with its reason, thanks for it, and tells those who look after an unhappy customer. */
export async function addReason(
  context: Context,
  draft: Draft,
  asked: Asked,
  before: Response,
  reason: Reason,
): Promise<void> {
  const { text, via, by, at } = reason;
  if (text === before.comment) return;
  const after = revise(context, draft, { ...before, comment: text, commentedAt: at, changedAt: at }, { via, at });
  sayInSurvey(
    context,
    draft,
    asked.survey,
    commentedMessage(context, asked.survey, after.score, by.address, via === "typed"),
  );
  await followUp(context, draft, asked.customer, { before, after });
  await markForRecount(context, draft, [before.answeredAt], at);
}

/** The message that gave the reason was changed or taken back: so is the reason, and the history keeps what it was. */
export async function amendComment(
  context: Context,
  draft: Draft,
  before: Response,
  { comment, at }: { readonly comment: string | null; readonly at: number },
): Promise<void> {
  const customer = await context.store.get("customer", before.customerId);
  const commentedAt = comment === null ? null : before.commentedAt;
  const after = revise(context, draft, { ...before, comment, commentedAt }, { via: "typed", at });
  if (customer) await followUp(context, draft, customer, { before, after });
  await markForRecount(context, draft, [before.answeredAt], at);
}
