import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";

/** Tells in the audit log that everything kept about a customer was given out; only who may give people's words out unredacted does so. */
export async function recordGiven(
  { by, customerId, via = "command" }: EventOf<"data-given">,
  _: Context,
): Promise<Outcome> {
  const draft = createDraft();
  if (may(by.role, "export-raw")) draft.audit({ by, act: "exported", table: "customer", subject: customerId, via });
  else draft.refuse({ code: "not-allowed", text: "Only an admin can have that." });
  return draft.outcome();
}
