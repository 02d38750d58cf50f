import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { deleted, edited, entryId } from "./transcript.ts";

/** A message was changed or taken back on its platform: the transcript says so and keeps what was written. */
export async function amendEntry(
  event: EventOf<"message-edited" | "message-deleted">,
  context: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const entry = await context.store.get("entry", entryId(event.conversation, event.messageId));
  if (!entry) return draft.outcome();
  const amended = event.kind === "message-edited" ? edited(entry, event.text, event.at) : deleted(entry, event.at);
  if (amended !== entry) draft.put("entry", amended);
  return draft.outcome();
}
