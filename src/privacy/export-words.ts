import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";

/** Tells the audit log that words are about to be taken out; refuses whoever may not, and tells of that. */
export async function exportWords(event: EventOf<"words-exported">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { by, via, what, from, to } = event;
  const isRaw = event.isRaw === true;
  const note = { by, table: "desk", subject: null, via, facts: { what, raw: isRaw, from, to } };
  const isAllowed = may(by.role, isRaw ? "export-raw" : "read-transcript");
  draft.audit({ ...note, act: isAllowed ? "exported" : "read-denied" });
  if (!isAllowed) refuseWithout(context, draft, by, "read-transcript");
  return draft.outcome();
}
