import type { Context } from "../context.ts";
import type { Customer, Person } from "../interaction/customer.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import type { Draft } from "../outcome.ts";
import { type Asked, responseTo, surveyOf } from "./find-survey.ts";
import { addReason } from "./record-comment.ts";
import { isChangeable, recordAnswer, refuseUnclear } from "./record-response.ts";
import { awaitsComment, type Response } from "./response.ts";
import { readScore } from "./score.ts";
import { isAwaitingAnswer } from "./survey.ts";

/** What the customer wrote after their interaction was resolved; the interaction is as it stands with that entry. */
export interface Reply {
  readonly interaction: Interaction;
  readonly customer: Customer;
  readonly by: Person;
  readonly text: string;
  readonly at: number;
}

/** Takes the words as an answer, as its reason, or as a new question, which reopens the interaction. */
export async function hearAfterResolution(context: Context, draft: Draft, reply: Reply): Promise<void> {
  const { interaction, customer } = reply;
  const survey = interaction.resolutionId === null ? null : await surveyOf(context, interaction.resolutionId);
  const asked = survey && { survey, customer };
  const isTaken = asked !== null && (await takeAsAnswer(context, draft, asked, reply));
  if (!isTaken) await reopen(context, draft, interaction, reply.at);
}

async function takeAsAnswer(context: Context, draft: Draft, asked: Asked, reply: Reply): Promise<boolean> {
  const response = await responseTo(context, asked.survey);
  if (response) return takeAsMore(context, draft, asked, response, reply);
  if (!isAwaitingAnswer(asked.survey)) return false;
  const reading = readScore(reply.text, asked.survey.scale);
  if (reading.kind === "words") return false;
  if (reading.kind === "unclear") refuseUnclear(context, draft, asked.survey, reply.by);
  else
    await recordAnswer(context, draft, asked, {
      score: reading.score,
      comment: null,
      via: "typed",
      by: reply.by,
      at: reply.at,
    });
  return true;
}

/** After an answer: another score changes it, the first words are its reason. */
async function takeAsMore(
  context: Context,
  draft: Draft,
  asked: Asked,
  response: Response,
  reply: Reply,
): Promise<boolean> {
  const { text, by, at } = reply;
  const reading = readScore(text, asked.survey.scale);
  if (reading.kind === "score" && isChangeable(context, response, at)) {
    await recordAnswer(context, draft, asked, { score: reading.score, comment: null, via: "typed", by, at });
    return true;
  }
  if (!awaitsComment(response, at) || text.trim() === "") return false;
  await addReason(context, draft, asked, response, { text: text.trim(), via: "typed", by, at });
  return true;
}
