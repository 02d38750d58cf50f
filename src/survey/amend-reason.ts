import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { reasonIn } from "./reason.ts";
import { revise } from "./record-response.ts";

/** The message that gave a reason was changed or taken back: so is the reason, and its history keeps what it was. */
export async function amendReason(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"entry">,
  { at }: InboundEvent,
): Promise<void> {
  const isDeleted = after.deletedAt !== null && before?.deletedAt === null;
  if (before === null || (before.text === after.text && !isDeleted)) return;
  const [response] = await context.store.list("response", { where: { commentEntryId: after.id }, limit: 1 });
  if (!response) return;
  const survey = await context.store.get("survey", response.surveyId);
  const comment = isDeleted || survey === null ? null : reasonIn(after.text, survey) || null;
  if (comment === response.comment) return;
  const source = comment === null ? { commentedAt: null, commentEntryId: null } : {};
  revise(context, draft, { ...response, comment, ...source }, { via: "typed", at });
}
