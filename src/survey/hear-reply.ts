import type { Context } from "../context.ts";
import type { Customer, Person } from "../interaction/customer.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import type { Attachment } from "../interaction/transcript.ts";
import type { Draft } from "../outcome.ts";
import { type Asked, responseTo, surveyOf } from "./find-survey.ts";
import { addReason } from "./record-comment.ts";
import { isChangeable, recordAnswer, refuseUnclear } from "./record-response.ts";
import { awaitsComment, type Response } from "./response.ts";
import { sayInSurvey } from "./say-to-customer.ts";
import { type Reading, readScore } from "./score.ts";
import { isAwaitingAnswer, type Survey } from "./survey.ts";
import { unreadableMessage } from "./survey-messages.ts";

/** What the customer wrote after their interaction was resolved; the interaction is as it stands with that entry. */
export interface Reply {
  readonly interaction: Interaction;
  readonly customer: Customer;
  readonly by: Person;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly at: number;
  /** The platform withholds the words. */
  readonly isUnreadable: boolean;
}

/** How far a platform's clock may be behind ours, milliseconds, before a message counts as written before the question. */
const CLOCK_DIFFERENCE = 30_000;

/** Takes the words as an answer, as its reason, or as a new question, which reopens the interaction. */
export async function hearAfterResolution(context: Context, draft: Draft, reply: Reply): Promise<void> {
  const { interaction, customer } = reply;
  const survey = interaction.resolutionId === null ? null : await surveyOf(context, interaction.resolutionId);
  const isTaken = survey !== null && (await takeAsAnswer(context, draft, { survey, customer }, reply));
  if (!isTaken) await reopen(context, draft, interaction, reply.at);
}

/** Only what was written once the question was there can answer it; a picture without words cannot. */
async function takeAsAnswer(context: Context, draft: Draft, asked: Asked, reply: Reply): Promise<boolean> {
  const { survey } = asked;
  const { text, attachments, at } = reply;
  const isEarlier = survey.askedAt === null || at < survey.askedAt - CLOCK_DIFFERENCE;
  if (isEarlier || survey.state === "cancelled" || (text.trim() === "" && attachments.length > 0)) return false;
  const response = await responseTo(context, survey);
  if (reply.isUnreadable) return askForButtons(context, draft, survey, response, reply);
  const reading = readScore(text, survey.scale);
  if (reading.kind === "score") {
    await recordAnswer(context, draft, asked, { score: reading.score, comment: null, via: "typed", by: reply.by, at });
    return true;
  }
  if (response) return takeAsMore(context, draft, asked, response, reading, reply);
  if (reading.kind === "words" || !isAwaitingAnswer(survey)) return false;
  refuseUnclear(context, draft, survey, reply.by);
  return true;
}

/** After an answer the first words are its reason; another attempt at a score is asked for again. */
async function takeAsMore(
  context: Context,
  draft: Draft,
  asked: Asked,
  response: Response,
  reading: Reading,
  { text, by, at }: Reply,
): Promise<boolean> {
  if (!awaitsComment(response, at) || at < response.changedAt - CLOCK_DIFFERENCE) return false;
  if (reading.kind === "unclear" && isChangeable(context, response, at))
    refuseUnclear(context, draft, asked.survey, by);
  else await addReason(context, draft, asked, response, { text: text.trim(), via: "typed", by, at });
  return true;
}

/** Words that cannot be read may be an answer, its reason or a new question: the person says which by button. */
function askForButtons(
  context: Context,
  draft: Draft,
  survey: Survey,
  response: Response | null,
  { by, at }: Reply,
): boolean {
  if (response ? !awaitsComment(response, at) : !isAwaitingAnswer(survey)) return false;
  sayInSurvey(context, draft, survey, unreadableMessage(context, survey, by.address, response !== null));
  return true;
}
