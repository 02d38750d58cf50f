import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWith, refuseWithout } from "../say-who-may.ts";
import { commentsOf } from "./gather-comments.ts";
import { transcriptOf } from "./gather-transcript.ts";
import { deniedNote, namedIds, readNote, readsAsWritten, type WordsRead } from "./reading.ts";

type Wanting = EventOf<"words-wanted">;

/** Refuses whoever may not read, and tells the audit log of it; whether they were. */
function isDenied(context: Context, draft: Draft, event: Wanting, read: WordsRead, isOwn: boolean): boolean {
  const right = event.isRaw ? "export-raw" : "read-transcript";
  if (may(event.by.role, right, isOwn && !event.isRaw && event.purpose === "work")) return false;
  draft.audit(deniedNote(event, read, "role"));
  refuseWithout(context, draft, event.by, "read-transcript");
  return true;
}

async function isOwnOf({ store }: Context, { by }: Wanting, interaction: Interaction | null): Promise<boolean> {
  const identity = interaction && (await store.get("identity", by.address));
  return !!identity && identity.customerId === interaction?.customerId;
}

async function giveTranscript(context: Context, draft: Draft, event: Wanting, interactionId: string): Promise<void> {
  const interaction = await context.store.get("interaction", interactionId);
  const read = { table: "interaction", subject: interactionId };
  const isOwn = await isOwnOf(context, event, interaction);
  if (isDenied(context, draft, event, read, isOwn)) return;
  if (interaction === null) return refuseWith(context, draft, event.by, { code: "unknown", key: "refused.noWords" });
  const isLearning = event.purpose === "learn" && !event.isRaw;
  if (isLearning && (await unreadAmong(context, [interaction.customerId])).size > 0) {
    draft.audit(deniedNote(event, read, "opted-out"));
    return refuseWith(context, draft, event.by, { code: "not-allowed", key: "refused.notToBeRead" });
  }
  const isAsWritten = (isOwn && event.by.role === "customer") || readsAsWritten(event, event.by.role);
  const transcript = await transcriptOf(context, interaction, isAsWritten);
  draft.audit(readNote(event, { ...read, facts: { entries: transcript.entries.length } }));
  draft.disclose({ kind: "transcript", transcript });
}

async function giveComments(context: Context, draft: Draft, event: Wanting, ids: readonly string[]): Promise<void> {
  const [first = null] = ids;
  const read = { table: "response", subject: ids.length === 1 ? first : null };
  if (isDenied(context, draft, event, { ...read, facts: { ids: namedIds(ids) } }, false)) return;
  const comments = await commentsOf(context, ids, event);
  const given = comments.flatMap(({ responseId, text }) => (text === null ? [] : [responseId]));
  draft.audit(readNote(event, { ...read, facts: { comments: given.length, ids: namedIds(given) } }));
  draft.disclose({ kind: "comments", comments });
}

/**
 * Gives words to whoever may read them, and tells the audit log of it in the same save; whoever may not is refused, and the log tells of
 * that. To learn they are redacted, and nobody is read who does not want it. Rejects as the store does.
 */
export async function giveWords(event: Wanting, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { wanted } = event;
  if (wanted.kind === "transcript") await giveTranscript(context, draft, event, wanted.interactionId);
  else if (wanted.kind === "comments") await giveComments(context, draft, event, wanted.responseIds);
  return draft.outcome();
}
