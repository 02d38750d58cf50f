import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { customerAt } from "../interaction/identify-person.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { responseTo, surveyOf } from "./find-survey.ts";
import { addReason } from "./record-comment.ts";
import { isChangeable, recordAnswer, refuseUnclear } from "./record-response.ts";
import { awaitsComment, type Response } from "./response.ts";
import { sayInSurvey } from "./say-to-customer.ts";
import { type Reading, readScore } from "./score.ts";
import { isAwaitingAnswer, type Survey } from "./survey.ts";
import { unreadableMessage } from "./survey-messages.ts";

/** What the customer wrote after their interaction was resolved. */
interface ReplyEntry {
  readonly entry: Entry;
  readonly by: Person;
  readonly at: number;
  /** The platform withholds the words. */
  readonly isUnreadable: boolean;
}

/** How far a platform's clock may be behind ours, milliseconds, before a message counts as written before the question. */
const CLOCK_DIFFERENCE = 30_000;

/** A customer wrote in their resolved interaction: it is taken as an answer, as its reason, or as a new question, which reopens it. */
export async function hearReply(
  context: Context,
  draft: Draft,
  { before, after: entry }: RowChange<"entry">,
  event: InboundEvent,
): Promise<void> {
  if (before !== null || entry.author !== "customer" || event.kind !== "message") return;
  const interaction = await context.store.get("interaction", entry.interactionId);
  const customer = await customerAt(context, event.author.address);
  if (interaction?.state !== "resolved" || customer?.id !== interaction.customerId) return;
  const { author: by, at, isUnreadable = false } = event;
  const survey = interaction.resolutionId === null ? null : await surveyOf(context, interaction.resolutionId);
  const isTaken = survey !== null && (await takeAsAnswer(context, draft, survey, { entry, by, at, isUnreadable }));
  if (!isTaken) reopen(draft, interaction);
}

/** Only what was written once the question was there can answer it; a picture without words cannot. */
async function takeAsAnswer(context: Context, draft: Draft, survey: Survey, reply: ReplyEntry): Promise<boolean> {
  const { entry, at } = reply;
  const { text, attachments } = entry;
  const isEarlier = survey.askedAt === null || at < survey.askedAt - CLOCK_DIFFERENCE;
  if (isEarlier || survey.state === "cancelled" || (text.trim() === "" && attachments.length > 0)) return false;
  const response = await responseTo(context, survey);
  if (reply.isUnreadable) return askForButtons(context, draft, survey, response, reply);
  const reading = readScore(text, survey.scale);
  if (reading.kind === "score") {
    await recordAnswer(context, draft, survey, { score: reading.score, comment: null, via: "typed", by: reply.by, at });
    return true;
  }
  if (response) return takeAsMore(context, draft, survey, response, reading, reply);
  if (reading.kind === "words" || !isAwaitingAnswer(survey)) return false;
  refuseUnclear(context, draft, survey, reply.by);
  return true;
}

/** After an answer the first words are its reason; another attempt at a score is asked for again. */
function takeAsMore(
  context: Context,
  draft: Draft,
  survey: Survey,
  response: Response,
  reading: Reading,
  { entry, by, at }: ReplyEntry,
): boolean {
  if (!awaitsComment(response, at) || at < response.changedAt - CLOCK_DIFFERENCE) return false;
  if (reading.kind === "unclear" && isChangeable(context, response, at)) refuseUnclear(context, draft, survey, by);
  else
    addReason(context, draft, survey, response, { text: entry.text.trim(), via: "typed", by, at, entryId: entry.id });
  return true;
}

/** Words that cannot be read may be an answer, its reason or a new question: the person says which by button. */
function askForButtons(
  context: Context,
  draft: Draft,
  survey: Survey,
  response: Response | null,
  { by, at }: ReplyEntry,
): boolean {
  if (response ? !awaitsComment(response, at) : !isAwaitingAnswer(survey)) return false;
  sayInSurvey(context, draft, survey, unreadableMessage(context, survey, by.address, response !== null));
  return true;
}
