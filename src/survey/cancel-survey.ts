import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { fated } from "../interaction/interaction.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { lastAsked } from "./find-survey.ts";
import { takeDownQuestion } from "./say-to-customer.ts";
import { ended, isOpen, type Survey } from "./survey.ts";

/** Cancels a survey that still waits; a question that has been put says so. Ended surveys are left alone. */
async function cancelSurvey(context: Context, draft: Draft, survey: Survey, at: number): Promise<void> {
  if (!isOpen(survey)) return;
  draft.put("survey", ended(survey, "cancelled", at));
  await takeDownQuestion(context, draft, survey, "survey.superseded");
}

/** A resolution was taken back: a survey that still waits is cancelled, and nobody was asked about it. */
export async function cancelReopened(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"interaction">,
  { at }: InboundEvent,
): Promise<void> {
  const resolutionId = before?.resolutionId ?? null;
  if (resolutionId === null || before?.state !== "resolved" || after.state !== "open") return;
  const resolution = await context.store.get("resolution", resolutionId);
  if (resolution?.fate === "waiting") draft.put("resolution", fated(resolution, "not-asked", at, "reopened"));
  const survey = await lastAsked(context, resolutionId);
  if (survey) await cancelSurvey(context, draft, survey, at);
}
