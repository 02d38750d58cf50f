import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { takeDownQuestion } from "../survey/say-to-customer.ts";
import { ended, OPEN_STATES } from "../survey/survey.ts";
import { isCaseOpen } from "./case.ts";

/** A case has been resolved: after a time the customer is asked whether it has been put right, unless nobody had to be in touch with them. */
export async function planAsking(context: Context, draft: Draft, { before, after }: RowChange<"case">): Promise<void> {
  const { askAfter } = context.settings.recovery;
  if (after.state !== "resolved" || before?.state === "resolved" || after.closedAt === null) return;
  const item = await context.store.get("case", after.id);
  if (item === null || askAfter === 0 || item.contactWish === "no") return;
  draft.put("case", { ...item, dueAt: after.closedAt + askAfter });
}

/** Somebody of the team has opened a resolved case again: whether it has been put right is no question now. */
export async function cancelAsking(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"case">,
  { kind, at }: InboundEvent,
): Promise<void> {
  if (kind !== "case-acted" || before?.state !== "resolved" || !isCaseOpen(after)) return;
  const where = { caseId: after.id, state: OPEN_STATES };
  for (const survey of await context.store.list("survey", { where })) {
    draft.put("survey", ended(survey, "cancelled", at));
    await takeDownQuestion(context, draft, survey, "survey.closed");
  }
}
