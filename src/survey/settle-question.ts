import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { appendBotEntry } from "../interaction/append-entry.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft, RowChange } from "../outcome.ts";
import type { Post } from "../rows.ts";
import { customerName, sayToTeam } from "../team/say-to-team.ts";
import { directLine } from "./find-direct-line.ts";
import { settleFate } from "./settle-fate.ts";
import { ended, isAwaitingAnswer, type Survey } from "./survey.ts";
import { directlyPut } from "./survey-messages.ts";

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

/**
 * A question that did not get through is put where else the customer may be: in the conversation, or on their direct line with a sentence
 * why. Where it has been tried everywhere, that is the resolution's fate.
 */
async function missQuestion(context: Context, draft: Draft, missed: Undelivered): Promise<void> {
  const { survey, message, reason, at } = missed;
  const next = await nextPlace(context, missed);
  if (next !== null) {
    const questionPostId = context.ids.next();
    draft.put("survey", { ...survey, askIn: next.lane, questionPostId });
    const said = next.isDirect ? directlyPut(context, survey, message) : message;
    draft.say({ id: questionPostId, to: next.lane, message: said, surveyId: survey.id });
    return;
  }
  draft.put("survey", ended(survey, "undeliverable", at));
  await settleFate(context, draft, survey, "undeliverable", at, reason);
  await tellTeam(context, draft, survey, reason, at);
}

/** A place in which the question has not been tried; from a conversation that is out of reach only the direct line is left, and nothing from there. */
async function nextPlace(
  context: Context,
  { survey, interaction }: Undelivered,
): Promise<{ readonly lane: string; readonly isDirect: boolean } | null> {
  const isDirect = survey.askIn === interaction.askIn;
  if (!isDirect && context.settings.ask.where !== "dm") return null;
  const lane = isDirect ? await directLine(context, interaction) : interaction.askIn;
  const tried = await context.store.list("post", { where: { surveyId: survey.id } });
  return lane === null || tried.some((post) => post.lane === lane) ? null : { lane, isDirect };
}

/** How often the team is told that questions do not get through, milliseconds: the digest counts every one. */
const TOLD_EVERY = 24 * 60 * 60 * 1000;
/** Under this name it is remembered when the team was last told. */
const TOLD = "undelivered:told";

async function tellTeam(context: Context, draft: Draft, survey: Survey, reason: string, at: number): Promise<void> {
  const customer = await context.store.get("customer", survey.customerId);
  const told = await context.store.get("cursor", TOLD);
  if (!customer || (told !== null && at < told.at + TOLD_EVERY)) return;
  draft.put("cursor", { id: TOLD, version: told?.version ?? 0, position: survey.id, at });
  const { wording, settings } = context;
  const values = { customer: customerName(context, customer), reason };
  const text = wording.say(wording.choose(settings.desk.locale), "team.undelivered", values);
  sayToTeam(context, draft, { kind: "alert", text, actions: [], about: survey.interactionId });
}
