import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith } from "../say-who-may.ts";

/**
 * Tells the audit log that the rows behind a digest are about to be taken out. They show what the digest hides for being told of too few, so
 * it is for those who decide by its figures; refuses anybody else, and tells of that.
 */
export async function giveRecount(event: EventOf<"recount-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, via, week } = event;
  const isAllowed = may(by.role, "decide-product");
  draft.audit({
    ...{ by, via, table: "digest", subject: week, facts: { what: "audit" } },
    act: isAllowed ? "exported" : "read-denied",
  });
  if (!isAllowed) refuseWith(context, draft, by, { code: "not-allowed", key: "digest.recount.notAllowed" });
  return draft.outcome();
}
