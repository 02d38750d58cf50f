import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Person } from "../interaction/customer.ts";
import { reopen } from "../interaction/reopen-interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { lastAsked, responseTo } from "./find-survey.ts";
import { type Reply, readReply } from "./read-reply.ts";
import { answerIn } from "./reason.ts";
import { recordAnswer } from "./record-response.ts";
import type { Response } from "./response.ts";

/** The customer changed what they wrote after the resolution: a typed score follows, and what is a question now is heard as one. */
export async function hearEdit(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"entry">,
  { at }: InboundEvent,
): Promise<void> {
  if (before === null || before.text === after.text || after.author !== "customer" || after.address === null) return;
  const interaction = await context.store.get("interaction", after.interactionId);
  const resolutionId = await resolvedBefore(context, after);
  if (interaction === null || resolutionId === null) return;
  const survey = await lastAsked(context, resolutionId);
  const response = survey && (await responseTo(context, survey));
  const { scale } = survey ?? context.settings.question;
  const { locale } = survey ?? context.settings.desk;
  const [was, is] = [readReply(before.text, { scale, locale }), readReply(after.text, { scale, locale })];
  if (survey && response && "score" in is) {
    const by: Person = { address: after.address, role: "customer" };
    if (isScoreOf(was, response))
      await recordAnswer(context, draft, survey, { ...answerIn(is, after, survey), via: "typed", by, at });
    return;
  }
  const isNewQuestion = is.kind === "question" && was.kind !== "question" && response?.commentEntryId !== after.id;
  if (isNewQuestion && interaction.resolutionId === resolutionId) reopen(draft, interaction);
}

/** The resolution after which the entry was written, whatever came since; null where it was written before any. */
async function resolvedBefore({ store }: Context, { interactionId, at }: Entry): Promise<string | null> {
  const resolutions = await store.list("resolution", { where: { interactionId }, orderBy: "number" });
  return resolutions.findLast((resolution) => resolution.at <= at)?.id ?? null;
}

/** Whether what was typed is the answer as it stands. */
function isScoreOf(reply: Reply, { score }: Response): boolean {
  return "score" in reply && reply.score === score;
}
