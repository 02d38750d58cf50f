import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { appendBotEntry } from "../interaction/append-entry.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { customerName, sayToTeam } from "../team/say-to-team.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, isAwaitingAnswer, type Survey } from "./survey.ts";

/** The post that carries a question has been posted or has failed: the survey is delivered, or put elsewhere, or undeliverable. */
export async function settleQuestion(
  context: Context,
  draft: Draft,
  { before, after: post }: RowChange<"post">,
  { at }: InboundEvent,
): Promise<void> {
  if (post.surveyId === null || before?.state === post.state) return;
  if (post.state !== "posted" && post.state !== "failed") return;
  const survey = await context.store.get("survey", post.surveyId);
  const interaction = survey && (await context.store.get("interaction", survey.interactionId));
  if (!survey || !interaction) return;
  if (post.state === "posted") {
    draft.put("interaction", appendBotEntry(draft, interaction, post, at));
    if (survey.deliveredAt === null) draft.put("survey", { ...survey, deliveredAt: at });
  } else if (post.error !== null && isUnreached(survey, post)) {
    await missQuestion(context, draft, { survey, interaction, message: post.message, reason: post.error, at });
  }
}

function isUnreached(survey: Survey, post: Post): boolean {
  return survey.questionPostId === post.id && survey.deliveredAt === null && isAwaitingAnswer(survey);
}

/** A question that did not get through, and why. */
interface Undelivered {
  readonly survey: Survey;
  readonly interaction: Interaction;
  readonly message: OutboundMessage;
  readonly reason: string;
  readonly at: number;
}

/** A question that cannot be delivered directly is put in the conversation; else it is that resolution's fate. */
async function missQuestion(context: Context, draft: Draft, missed: Undelivered): Promise<void> {
  const { survey, interaction, message, reason, at } = missed;
  if (interaction.conversation !== survey.askIn) {
    const questionPostId = context.ids.next();
    draft.put("survey", { ...survey, askIn: interaction.conversation, questionPostId });
    draft.say({ id: questionPostId, to: interaction.conversation, message, surveyId: survey.id });
    return;
  }
  draft.put("survey", ended(survey, "undeliverable", at));
  await settleFate(context, draft, survey, "undeliverable", at, reason);
  await tellTeam(context, draft, survey, reason);
}

async function tellTeam(context: Context, draft: Draft, survey: Survey, reason: string): Promise<void> {
  const customer = await context.store.get("customer", survey.customerId);
  if (!customer) return;
  const { wording, settings } = context;
  const values = { customer: customerName(context, customer), reason };
  const text = wording.say(wording.choose(settings.desk.locale), "team.undelivered", values);
  sayToTeam(context, draft, { kind: "alert", text, actions: [], about: survey.interactionId });
}
