import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { amendComment } from "../survey/record-comment.ts";
import { deleted, type Entry, edited, entryId } from "./transcript.ts";

/** A message was changed or taken back on its platform: the transcript says so and keeps what was written. */
export async function amendEntry(
  event: EventOf<"message-edited" | "message-deleted">,
  context: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const entry = await context.store.get("entry", entryId(event.conversation, event.messageId));
  if (!entry) return draft.outcome();
  const amended = event.kind === "message-edited" ? edited(entry, event.text, event.at) : deleted(entry, event.at);
  if (amended === entry) return draft.outcome();
  draft.put("entry", amended);
  if (entry.author === "customer") await amendReason(context, draft, entry, event);
  return draft.outcome();
}

/** Words that were taken as a reason are changed or taken back there too. */
async function amendReason(
  context: Context,
  draft: Draft,
  entry: Entry,
  event: EventOf<"message-edited" | "message-deleted">,
): Promise<void> {
  const where = { interactionId: entry.interactionId, comment: entry.text.trim() };
  const [response] = await context.store.list("response", { where, limit: 1 });
  const comment = event.kind === "message-edited" ? event.text.trim() || null : null;
  if (response) await amendComment(context, draft, response, { comment, at: event.at });
}
