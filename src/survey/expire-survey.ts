import type { Context } from "../context.ts";
import { fated } from "../interaction/interaction.ts";
import type { Draft } from "../outcome.ts";
import { takeDownQuestion } from "./say-to-customer.ts";
import type { Subject } from "./subject.ts";
import { ended } from "./survey.ts";

/** Closes a survey that nobody answered. Silence counts as such only where the question was delivered. */
export async function expireSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, resolution, at } = subject;
  const isDelivered = survey.deliveredAt !== null;
  draft.put("survey", ended(survey, isDelivered ? "expired" : "undeliverable", at));
  const fate = isDelivered
    ? fated(resolution, "silent", at)
    : fated(resolution, "undeliverable", at, "not-delivered-in-time");
  draft.put("resolution", fate);
  await takeDownQuestion(context, draft, survey, "survey.closed");
}
