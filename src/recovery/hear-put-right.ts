import type { Context } from "../context.ts";
import type { EventOf, InboundEvent } from "../events.ts";
import { createDraft, type Draft, type Outcome, type RowChange } from "../outcome.ts";
import { lastAsked, responseTo, surveyFor } from "../survey/find-survey.ts";
import { readReply } from "../survey/read-reply.ts";
import { refusePerson, sayInSurvey } from "../survey/say-to-customer.ts";
import { hasExpired, isAwaitingAnswer, type Survey } from "../survey/survey.ts";
import { notice } from "../survey/survey-messages.ts";
import { yesOrNo } from "../survey/yes-or-no.ts";
import type { CaseFile } from "./case-messages.ts";
import { putRightMessage } from "./contact-messages.ts";
import { fileAbout } from "./find-file.ts";
import { recordStep } from "./record-step.ts";
import { afterAnswer, isReopened } from "./settle-recovery.ts";

/** Whether what is said about a case still counts. */
function isHeard({ settings }: Context, survey: Survey, at: number): boolean {
  if (survey.purpose !== "recovery" || hasExpired(survey, at, settings.ask.expireAfter)) return false;
  return isAwaitingAnswer(survey) || survey.state === "answered";
}

/** Whether it has been put right, as the customer says it. */
interface Verdict {
  readonly survey: Survey;
  readonly file: CaseFile;
  readonly isRight: boolean;
  readonly address: string;
  readonly at: number;
  readonly words: string | null;
}

/** The customer said by button whether it has been put right. */
export async function hearPutRight(event: EventOf<"put-right-said">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, at, isRight } = event;
  const asked = await surveyFor(context, draft, event.surveyId, by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const file = await fileAbout(context, survey);
  if (!file || !isHeard(context, survey, at)) {
    const text = context.wording.say(survey.locale, "survey.notOpen");
    await refusePerson(context, draft, survey, by, { code: "late", text });
  } else await settleVerdict(context, draft, { survey, file, isRight, address: by.address, at, words: null });
  return draft.outcome();
}

async function settleVerdict(context: Context, draft: Draft, verdict: Verdict): Promise<void> {
  const { survey, file, isRight, address, at, words } = verdict;
  const after = afterAnswer(context, file.item, isRight ? "yes" : "no", at);
  const isNews = after.putRight !== file.item.putRight || words !== null;
  const facts = isReopened(file.item, after) ? { isNew: true } : {};
  const act = isRight ? "put-right" : "not-right";
  if (isNews) recordStep(context, draft, file.item, after, { act, at, note: words, facts });
  // Its version guards against an expiry that is being saved at this moment.
  draft.put("survey", survey);
  const isAnswered = (await responseTo(context, survey)) !== null;
  const to = { survey, customer: file.customer, to: address };
  sayInSurvey(context, draft, survey, putRightMessage(context, to, after, isAnswered));
}

/** What the customer tells privately before they have given a score is kept with their case; null where it is a reason like any other. */
export async function hearPrivateWords(event: EventOf<"comment-given">, context: Context): Promise<Outcome | null> {
  const { surveyId, by, at } = event;
  const survey = await context.store.get("survey", surveyId);
  const words = event.comment.trim();
  if (survey?.purpose !== "recovery" || words === "" || (await responseTo(context, survey))) return null;
  const draft = createDraft();
  const file = await fileAbout(context, survey);
  if (!file || !isHeard(context, survey, at) || !(await surveyFor(context, draft, surveyId, by))) return null;
  recordStep(context, draft, file.item, file.item, { act: "wrote", at, note: words });
  sayInSurvey(context, draft, survey, notice(context, survey, "survey.commented.detractor", by.address));
  return draft.outcome();
}

/** What the customer writes while they are asked about a case: a yes or no is that answer, and other words are kept with the case. */
export async function hearWords(
  context: Context,
  draft: Draft,
  { before, after: entry }: RowChange<"entry">,
  event: InboundEvent,
): Promise<void> {
  if (before !== null || entry.author !== "customer" || event.kind !== "message" || event.isUnreadable) return;
  const interaction = await context.store.get("interaction", entry.interactionId);
  if (!interaction?.resolutionId) return;
  const survey = await lastAsked(context, interaction.resolutionId);
  if (survey?.purpose !== "recovery" || !isAwaitingAnswer(survey) || !isHeard(context, survey, event.at)) return;
  const file = await fileAbout(context, survey);
  const identity = await context.store.get("identity", event.author.address);
  if (!file || identity?.customerId !== file.customer.id) return;
  const { address } = event.author;
  const { text, at } = entry;
  const verdict = yesOrNo(text);
  const { kind } = readReply(text, survey);
  if (verdict !== null && kind !== "score" && kind !== "scored-words")
    await settleVerdict(context, draft, { survey, file, isRight: verdict === "yes", address, at, words: text.trim() });
  else if (kind === "words" || kind === "question")
    recordStep(context, draft, file.item, file.item, { act: "wrote", at, note: text.trim() });
}
