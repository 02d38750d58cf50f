import type { Context } from "../context.ts";
import type { Draft } from "../outcome.ts";
import { takeDownQuestion } from "./say-to-customer.ts";
import { settleFate } from "./settle-fate.ts";
import type { Subject } from "./subject.ts";
import { ended } from "./survey.ts";

/** Closes a survey that nobody answered. Silence counts as such only where the question was delivered. */
export async function expireSurvey(context: Context, draft: Draft, subject: Subject): Promise<void> {
  const { survey, at } = subject;
  const isDelivered = survey.deliveredAt !== null;
  draft.put("survey", ended(survey, isDelivered ? "expired" : "undeliverable", at));
  if (isDelivered) await settleFate(context, draft, survey, "silent", at);
  else await settleFate(context, draft, survey, "undeliverable", at, "not-delivered-in-time");
  await takeDownQuestion(context, draft, survey, "survey.closed");
}
