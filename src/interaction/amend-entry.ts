import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { heldUntil, isLatest } from "./amendment.ts";
import { interactionIn } from "./open-interaction.ts";
import { deleted, edited, entryId } from "./transcript.ts";

type Amended = EventOf<"message-edited" | "message-deleted">;

/** A message was changed or taken back on its platform: the transcript says so and keeps what was written. Of one that has not come it is held. */
export async function amendEntry(event: Amended, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const entry = await context.store.get("entry", entryId(event.conversation, event.messageId));
  if (entry === null) await hold(event, context, draft);
  else {
    const amended = event.kind === "message-edited" ? edited(entry, event.text, event.at) : deleted(entry, event.at);
    if (amended !== entry) draft.put("entry", amended);
  }
  return draft.outcome();
}

async function hold(event: Amended, context: Context, draft: Draft): Promise<void> {
  const { conversation, messageId, writtenAt, at } = event;
  const until = writtenAt === undefined ? null : heldUntil(writtenAt, at);
  if (until === null) return;
  const id = entryId(conversation, messageId);
  const text = event.kind === "message-edited" ? event.text : null;
  const held = await context.store.get("amendment", id);
  if (held !== null && isLatest(held, text, at)) return;
  draft.put("amendment", { id, version: held?.version ?? 0, text, at, until });
  // The message may be coming at this moment: the one that is saved second is decided again, as with `alreadyCome`.
  const interaction = await interactionIn(context, conversation);
  if (interaction !== null) draft.put("interaction", interaction);
}

/** The message with the words that it was given before it came; null where it was taken back by then. */
export async function asAmended(
  event: EventOf<"message">,
  context: Context,
  draft: Draft,
): Promise<EventOf<"message"> | null> {
  const held = await context.store.get("amendment", entryId(event.conversation, event.messageId));
  if (held === null) return event;
  // Of one that was taken back no entry tells that it came, so it is known by this when it comes again.
  if (held.text === null) return null;
  draft.remove("amendment", held);
  if (event.editedAt !== undefined && held.at < event.editedAt) return event;
  const isUnreadable = event.isUnreadable === true && held.text === event.text;
  return { ...event, text: held.text, editedAt: held.at, isUnreadable };
}
