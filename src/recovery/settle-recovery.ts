import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { type Case, isCaseOpen } from "./case.ts";
import { reopened } from "./case-acts.ts";
import { fileAbout } from "./find-file.ts";
import { contactDue } from "./plan-contact.ts";
import { recordStep } from "./record-step.ts";

/** The case after the customer has said whether it has been put right (null: nothing of it); what has not is opened again. */
export function afterAnswer({ settings }: Context, item: Case, putRight: "yes" | "no" | null, at: number): Case {
  const answered: Case = { ...item, putRight: putRight ?? item.putRight };
  if (answered.putRight !== "no" || isCaseOpen(item)) return answered;
  return { ...answered, ...reopened(answered, at, contactDue(at, settings)) };
}

/** The words that are new with this change; those that had been typed before the score are with the case already. */
function wordsIn({ before, after }: RowChange<"response">, event: InboundEvent): string | null {
  if (after.comment === null || after.comment === before?.comment) return null;
  return after.commentEntryId !== null && event.kind !== "message" ? null : after.comment;
}

/** Whether the case is somebody's again. */
export function isReopened(before: Case, after: Case): boolean {
  return !isCaseOpen(before) && isCaseOpen(after);
}

/**
 * What was answered after a case never opens a second one: whoever looks after it is told, and it is opened again where the answer is
 * still a low one.
 */
export async function settleRecovery(
  context: Context,
  draft: Draft,
  change: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  const { before, after: response } = change;
  if (response.purpose !== "recovery") return;
  const words = wordsIn(change, event);
  const isRescored = before?.score !== response.score;
  const survey = await context.store.get("survey", response.surveyId);
  const file = survey && (await fileAbout(context, survey));
  if (!survey || !file || (!isRescored && words === null)) return;
  const isLow = isRescored && response.band === "detractor";
  const after = afterAnswer(context, file.item, isLow ? "no" : null, event.at);
  const scores = isRescored ? { before: file.response.score, score: response.score } : {};
  const facts = { ...scores, ...(isReopened(file.item, after) ? { isNew: true } : {}) };
  const act = isRescored ? "again" : "wrote";
  recordStep(context, draft, file.item, after, { act, at: event.at, note: words, facts });
}
