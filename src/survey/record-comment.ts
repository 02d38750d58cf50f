import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import type { WordingKey } from "../wording.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { withReasonOffers } from "./offer-messages.ts";
import { isChangeable, revise, whyUnchangeable } from "./record-response.ts";
import type { Response, Via } from "./response.ts";
import { refusePerson, sayInSurvey } from "./say-to-customer.ts";
import type { Survey } from "./survey.ts";
import { commentedMessage } from "./survey-messages.ts";

/** A reason as it is to be recorded. */
export interface Reason {
  readonly text: string;
  readonly via: Via;
  readonly by: Person;
  readonly at: number;
  /** The entry of the transcript with which it was given. */
  readonly entryId?: string;
}

/** The customer gave the reason for their score in a form. */
export async function recordComment(event: EventOf<"comment-given">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const response = await responseTo(context, survey);
  const refuse = (code: "late" | "unclear", key: WordingKey) =>
    refusePerson(context, draft, survey, event.by, { code, text: context.wording.say(survey.locale, key) });
  const { comment, via, by, at } = event;
  if (!response) await refuse("late", "survey.notOpen");
  else if (!isChangeable(context, response, at)) await refuse("late", whyUnchangeable(response));
  else if (comment.trim() === "") await refuse("unclear", "survey.commentEmpty");
  else await addReason(context, draft, survey, response, { text: comment.trim(), via, by, at });
  return draft.outcome();
}

/** Completes the response with its reason, and thanks for it. */
export async function addReason(
  context: Context,
  draft: Draft,
  survey: Survey,
  before: Response,
  reason: Reason,
): Promise<void> {
  const { text, via, by, at, entryId = null } = reason;
  if (text === before.comment) return;
  const given = { comment: text, commentedAt: at, commentEntryId: entryId };
  const after = revise(context, draft, { ...before, ...given, changedAt: at }, { via, at });
  const message = commentedMessage(context, survey, after.score, by.address, via === "typed");
  sayInSurvey(context, draft, survey, await withReasonOffers(context, survey, after, message));
}
