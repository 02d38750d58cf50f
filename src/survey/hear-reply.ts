import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { customerAt } from "../interaction/identify-person.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Need } from "../talk/intent.ts";
import { lastAsked, responseTo } from "./find-survey.ts";
import { heardBefore } from "./find-words.ts";
import { type Reply, readReply } from "./read-reply.ts";
import { answerIn } from "./reason.ts";
import { addReason } from "./record-comment.ts";
import { isChangeable, recordAnswer, refuseUnclear } from "./record-response.ts";
import { awaitsComment, CLOCK_DIFFERENCE, type Response } from "./response.ts";
import { sayInSurvey } from "./say-to-customer.ts";
import { bandOf } from "./score.ts";
import { isAwaitingAnswer, type Survey } from "./survey.ts";
import { notedMessage, unreadableMessage } from "./survey-messages.ts";
import { yesOrNo } from "./yes-or-no.ts";

/** What the customer wrote after their interaction was resolved. */
interface Returned {
  readonly interaction: Interaction;
  readonly entry: Entry;
  readonly by: Person;
  readonly at: number;
  /** The platform withholds the words. */
  readonly isUnreadable: boolean;
}

/** A customer wrote in their resolved interaction: a courtesy, an answer, its reason, mere words, or a new question, which reopens it. */
export async function hearReply(
  context: Context,
  draft: Draft,
  { before, after: entry }: RowChange<"entry">,
  event: InboundEvent,
): Promise<void> {
  if (before !== null || entry.author !== "customer" || event.kind !== "message") return;
  const interaction = await context.store.get("interaction", entry.interactionId);
  if (interaction?.state !== "resolved") return;
  if ((await customerAt(context, event.author.address))?.id !== interaction.customerId) return;
  const { author: by, at, isUnreadable = false } = event;
  const returned = { interaction, entry, by, at, isUnreadable };
  const survey = interaction.resolutionId === null ? null : await lastAsked(context, interaction.resolutionId);
  const standing = survey !== null && isStanding(survey, at) ? survey : null;
  if (!(await isTaken(context, draft, standing, returned))) reopen(draft, interaction);
}

/** Only what was written once the question was there can answer it. */
function isStanding({ askedAt, state }: Survey, at: number): boolean {
  return askedAt !== null && at >= askedAt - CLOCK_DIFFERENCE && state !== "cancelled";
}

/** Whether the words need nobody; what a person must answer is not taken. */
async function isTaken(context: Context, draft: Draft, survey: Survey | null, returned: Returned): Promise<boolean> {
  const { text, attachments } = returned.entry;
  if (text.trim() === "" && attachments.length > 0) return false;
  const { scale } = survey ?? context.settings.question;
  const { locale } = survey ?? context.settings.desk;
  if (returned.isUnreadable) return survey !== null && askForButtons(context, draft, survey, returned);
  const reply = readReply(text, { scale, locale });
  if (survey === null) return reply.kind === "courtesy" || reply.kind === "words";
  return takeReply(context, draft, survey, reply, returned);
}

async function takeReply(
  context: Context,
  draft: Draft,
  survey: Survey,
  reply: Reply,
  returned: Returned,
): Promise<boolean> {
  const response = await responseTo(context, survey);
  switch (reply.kind) {
    case "score":
    case "scored-words":
      return takeScore(context, draft, survey, reply, returned);
    case "courtesy":
      if (response !== null && returned.entry.text.length > LONGEST_COURTESY)
        await takeReason(context, draft, survey, response, returned);
      return true;
    case "not-a-score":
      if (!isAnswerable(context, survey, response, returned.at)) return false;
      refuseUnclear(context, draft, survey, returned.by);
      return true;
    case "question":
      return response !== null && takeAsReason(context, draft, survey, response, reply.need, returned);
    case "words":
      if (response === null || !(await takeReason(context, draft, survey, response, returned)))
        await noteWords(context, draft, survey, returned);
      return true;
  }
}

/** Whoever writes more than this, letters, has something to say. */
const LONGEST_COURTESY = 60;

/** Whether another attempt at a score may still be asked for. */
function isAnswerable(context: Context, survey: Survey, response: Response | null, at: number): boolean {
  return response ? awaitsComment(response, at) && isChangeable(context, response, at) : isAwaitingAnswer(survey);
}

type Scored = Extract<Reply, { readonly score: number }>;

/** Records the score, and the words with it as its reason. False where they want a person whom no case brings. */
async function takeScore(
  context: Context,
  draft: Draft,
  survey: Survey,
  reply: Scored,
  { entry, by, at }: Returned,
): Promise<boolean> {
  const answer = answerIn(reply, entry, survey);
  const isKept = await recordAnswer(context, draft, survey, { ...answer, via: "typed", by, at });
  return reply.kind === "score" || (isKept && !(reply.isAsking && bandOf(reply.score) !== "detractor"));
}

/**
 * While a reason is awaited, words that may want a person are one too, but for a question put to us by whoever is asked what went well.
 * False where somebody must be told besides: a low answer has opened a case, in which somebody gets in touch, and whoever is asked what to
 * do better will tell of trouble.
 */
async function takeAsReason(
  context: Context,
  draft: Draft,
  survey: Survey,
  response: Response,
  need: Need,
  returned: Returned,
): Promise<boolean> {
  const { band } = response;
  if (band === "promoter" && need === "question-mark") return false;
  if (!(await takeReason(context, draft, survey, response, returned))) return false;
  return band === "detractor" || need === "unsure" || (band === "passive" && need === "trouble");
}

/** After an answer the first words are its reason; false where none is awaited. */
async function takeReason(
  context: Context,
  draft: Draft,
  survey: Survey,
  response: Response,
  { entry, by, at }: Returned,
): Promise<boolean> {
  if (!awaitsComment(response, at) || at < response.changedAt - CLOCK_DIFFERENCE) return false;
  await addReason(context, draft, survey, response, {
    text: entry.text.trim(),
    via: "typed",
    by,
    at,
    entryId: entry.id,
  });
  return true;
}

/** Mere words while the question stands, or after the answer: one line with one tap says once how to reach a person. */
async function noteWords(context: Context, draft: Draft, survey: Survey, { entry, by }: Returned): Promise<void> {
  const isVerdict = survey.purpose === "recovery" && yesOrNo(entry.text) !== null;
  if (isVerdict || (await heardBefore(context, survey, entry))) return;
  sayInSurvey(context, draft, survey, notedMessage(context, survey, by.address));
}

/** Words that cannot be read may be an answer, its reason or a new question: the person says which by button. */
async function askForButtons(context: Context, draft: Draft, survey: Survey, { by, at }: Returned): Promise<boolean> {
  const response = await responseTo(context, survey);
  if (response ? !awaitsComment(response, at) : !isAwaitingAnswer(survey)) return false;
  sayInSurvey(context, draft, survey, unreadableMessage(context, survey, by.address, response !== null));
  return true;
}
