import { boundComment } from "../bound-event.ts";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { responseTo, surveyFor } from "./find-survey.ts";
import { waitingReason } from "./find-words.ts";
import { withFirstOffers } from "./offer-messages.ts";
import { CLOCK_DIFFERENCE, isWithdrawn, type Response, type Revision, type Via } from "./response.ts";
import { refusePerson, sayInSurvey, takeDownQuestion } from "./say-to-customer.ts";
import { bandOf, isScore, readScore, type Scale } from "./score.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, hasExpired, isAwaitingAnswer, type Survey } from "./survey.ts";
import { againMessage, notice, thanksMessage, unclearMessage } from "./survey-messages.ts";

/** An answer as it is to be recorded. */
export interface Answer {
  readonly score: number;
  readonly comment: string | null;
  /** The entry of the transcript with which the comment was given; none where it came by form. */
  readonly commentEntryId?: string;
  readonly via: Via;
  readonly by: Person;
  readonly at: number;
}

/** A second tap of the same button within this time, in milliseconds, is one tap. */
const DOUBLE_TAP = 10_000;

/** The score meant by a tapped, sent or typed value; null where it is none on the scale. */
function scoreFrom(given: unknown, scale: Scale): number | null {
  if (isScore(given, scale)) return given;
  if (typeof given !== "string") return null;
  const reading = readScore(given, scale);
  return reading.kind === "score" ? reading.score : null;
}

/** The customer gave a score by button, form or program. */
export async function recordResponse(event: EventOf<"score-given">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await surveyFor(context, draft, event.surveyId, event.by);
  if (!asked) return draft.outcome();
  const { survey } = asked;
  const score = scoreFrom(event.score, survey.scale);
  if (score === null) {
    refuseUnclear(context, draft, survey, event.by);
    return draft.outcome();
  }
  const comment = event.comment?.trim() || null;
  await recordAnswer(context, draft, survey, { score, comment, via: event.via, by: event.by, at: event.at });
  return draft.outcome();
}

/** Says how to answer, and puts the buttons there again. Nothing is recorded. */
export function refuseUnclear(context: Context, draft: Draft, survey: Survey, by: Person): void {
  const message = unclearMessage(context, survey, by.address);
  draft.refuse({ code: "unclear", text: message.text }, true);
  sayInSurvey(context, draft, survey, message);
}

/** Whether an answer to this survey still counts at that moment; one who declined may think again until it expires. */
function acceptsAnswer(context: Context, survey: Survey, at: number): boolean {
  if (hasExpired(survey, at, context.settings.ask.expireAfter)) return false;
  return isAwaitingAnswer(survey) || survey.state === "declined";
}

/** Records a first answer or a change within the window; refuses a late one kindly, which is then false. */
export async function recordAnswer(context: Context, draft: Draft, survey: Survey, answer: Answer): Promise<boolean> {
  const response = await responseTo(context, survey);
  if (response) return changeAnswer(context, draft, survey, response, answer);
  if (!acceptsAnswer(context, survey, answer.at)) {
    const isOver = survey.state !== "scheduled" && survey.state !== "cancelled";
    const text = context.wording.say(survey.locale, isOver ? "survey.late" : "survey.notOpen");
    await refusePerson(context, draft, survey, answer.by, { code: "late", text });
    return false;
  }
  await firstAnswer(context, draft, survey, await withWaitingWords(context, survey, answer));
  return true;
}

/** The answer with what the customer had written before it as its reason, where it brings none. */
async function withWaitingWords(context: Context, survey: Survey, answer: Answer): Promise<Answer> {
  if (answer.comment !== null) return answer;
  const words = await waitingReason(context, survey);
  const last = words.at(-1);
  if (last === undefined) return answer;
  return { ...answer, comment: words.map(({ text }) => text.trim()).join("\n"), commentEntryId: last.id };
}

async function firstAnswer(context: Context, draft: Draft, survey: Survey, answer: Answer): Promise<void> {
  const { score, comment, at, by } = answer;
  const response: Response = {
    id: context.ids.next(),
    version: 0,
    surveyId: survey.id,
    interactionId: survey.interactionId,
    customerId: survey.customerId,
    score,
    scale: survey.scale,
    band: bandOf(score),
    comment,
    product: survey.product,
    creditedAgent: survey.creditedAgent,
    answeredAt: at,
    changedAt: at,
    commentedAt: comment === null ? null : at,
    scoredAt: at,
    commentEntryId: comment === null ? null : (answer.commentEntryId ?? null),
    revisionCount: 0,
    excluded: null,
    quoteConsentAt: null,
    purpose: survey.purpose,
    trialId: survey.trialId,
    arm: survey.trialArm?.arm ?? null,
  };
  draft.put("survey", ended(survey, "answered", at));
  await settleFate(context, draft, survey, "answered", at);
  const revised = revise(context, draft, response, answer);
  await takeDownQuestion(context, draft, survey, "survey.answered");
  if (revised.band === "detractor") return;
  const message = thanks(context, survey, revised, by);
  sayInSurvey(context, draft, survey, await withFirstOffers(context, survey, revised, message));
}

/** Whoever is unhappy is answered where the case is known: by when somebody is in touch goes with it. */
function thanks(context: Context, survey: Survey, response: Response, by: Person) {
  if (survey.purpose === "recovery") return againMessage(context, survey, by.address, response.comment === null);
  if (response.comment === null) return thanksMessage(context, survey, response.score, by.address);
  return notice(context, survey, `survey.commented.${response.band}`, by.address);
}

/** Puts the response with its next revision, which holds exactly what the response then says. */
export function revise(
  context: Context,
  draft: Draft,
  response: Response,
  how: Pick<Revision, "via" | "at">,
): Response {
  const comment = boundComment(response.comment, context);
  const revised: Response = { ...response, comment, revisionCount: response.revisionCount + 1 };
  const { score } = revised;
  const { via, at } = how;
  draft.put("response", revised);
  draft.put("revision", {
    id: context.ids.next(),
    version: 0,
    responseId: revised.id,
    number: revised.revisionCount,
    score,
    comment,
    via,
    at,
  });
  return revised;
}

/** Whether the answer may still be changed. */
export function isChangeable(context: Pick<Context, "settings">, response: Response, at: number): boolean {
  return !isWithdrawn(response) && at < response.answeredAt + context.settings.ask.changeWindow;
}

/** Why an answer cannot be changed any more: it was taken back, or its time is over. */
export function whyUnchangeable(response: Response): "survey.withdrawnAlready" | "survey.changeLate" {
  return isWithdrawn(response) ? "survey.withdrawnAlready" : "survey.changeLate";
}

/** When the score that stands was given; one from before that was kept, as its revisions tell. */
async function scoreGivenAt({ store }: Context, { id, score, scoredAt, answeredAt }: Response): Promise<number> {
  if (scoredAt !== null) return scoredAt;
  const revisions = await store.list("revision", { where: { responseId: id }, orderBy: "number" });
  const before = revisions.findLastIndex((revision) => revision.score !== score);
  return revisions[before + 1]?.at ?? answeredAt;
}

/** What the answer says from now on. Of two scores that come in another order than they were given the later one stands. */
function latestOf(before: Response, scoredAt: number, { score, comment, at }: Answer) {
  const isBehind = at < scoredAt - CLOCK_DIFFERENCE;
  if (isBehind) return { score: before.score, scoredAt, comment: before.comment ?? comment };
  return { score, scoredAt: Math.max(at, scoredAt), comment: comment ?? before.comment };
}

async function changeAnswer(
  context: Context,
  draft: Draft,
  survey: Survey,
  before: Response,
  answer: Answer,
): Promise<boolean> {
  const { at, by } = answer;
  if (!isChangeable(context, before, at)) {
    const text = context.wording.say(survey.locale, whyUnchangeable(before));
    await refusePerson(context, draft, survey, by, { code: "late", text });
    return false;
  }
  const scoredBefore = await scoreGivenAt(context, before);
  const { score, scoredAt, comment } = latestOf(before, scoredBefore, answer);
  if (score === before.score && comment === before.comment) {
    if (at - scoredBefore <= DOUBLE_TAP) return true;
    draft.put("response", { ...before, scoredAt });
    sayInSurvey(context, draft, survey, notice(context, survey, "survey.sameScore", by.address));
    return true;
  }
  const source = { commentedAt: at, commentEntryId: answer.commentEntryId ?? null };
  const given = comment === before.comment ? {} : { comment, ...source };
  const changedAt = Math.max(at, before.changedAt);
  const after = revise(
    context,
    draft,
    { ...before, score, scoredAt, band: bandOf(score), ...given, changedAt },
    answer,
  );
  if (after.band === "detractor" && before.band !== "detractor") return true;
  const isAskingWhy = comment === null && after.band !== before.band;
  const message = isAskingWhy
    ? thanksMessage(context, survey, score, by.address)
    : notice(context, survey, "survey.changed", by.address);
  sayInSurvey(context, draft, survey, message);
  return true;
}
