import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { parseAgainstId } from "./words-against-numbers.ts";

/** The answer, the resolution or the case that the id names; null where there is none. */
async function gatherExamined({ store }: Context, id: string) {
  const subject = parseAgainstId(id);
  return subject && (await store.get(subject.table, subject.id));
}

/** Somebody of the team has looked at words that disagree with a number, and tells what they found. No score changes by it. */
export async function recordExamination(event: EventOf<"words-examined">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { subject: id, found, by, at } = event;
  const examined = await gatherExamined(context, id);
  if (!may(by.role, "work-case")) refuseWithout(context, draft, by, "work-case");
  else if (examined === null) refuseWith(context, draft, by, { code: "unknown", key: "against.unknown" });
  else {
    const before = await context.store.get("examination", id);
    const { interactionId, customerId } = examined;
    const seen = { found, at, byAddress: by.address, byName: by.name ?? null };
    draft.put("examination", { id, version: before?.version ?? 0, interactionId, customerId, ...seen });
  }
  return draft.outcome();
}
