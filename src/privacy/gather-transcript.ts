import type { Context } from "../context.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Interaction } from "../interaction/interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { ReadEntry, ReadTranscript } from "./disclosure.ts";

/** How an entry is shown to whoever may not read it as it was written. */
export interface Covering {
  readonly cover: Cover;
  /** Whether they may know which agent wrote. */
  readonly nameAgents: boolean;
}

/** The entry as it was written. */
export function asWritten(entry: Entry): ReadEntry {
  const { id, position, author, name, text, attachments, at, editedAt, deletedAt } = entry;
  return { id, position, author, name, text, attachments, at, editedAt, isDeleted: deletedAt !== null };
}

/** The entry redacted; of one that was taken back only that it was. */
export function covered(entry: Entry, { cover, nameAgents }: Covering): ReadEntry {
  const written = asWritten(entry);
  const name = entry.author === "agent" && nameAgents ? entry.name : null;
  if (written.isDeleted) return { ...written, name, text: "", attachments: [] };
  const hide = (text: string) => cover(text, entry.interactionId);
  const attachments = entry.attachments.map((file) => ({ ...file, name: hide(file.name) }));
  return { ...written, name, text: hide(entry.text), attachments };
}

/** The conversation as it was written, or redacted. Whoever gives it away tells the audit log of it. Rejects as the store does. */
export async function transcriptOf(
  context: Pick<Context, "store" | "settings">,
  { id, product, openedAt }: Interaction,
  isAsWritten: boolean,
): Promise<ReadTranscript> {
  const { store, settings } = context;
  const entries = await store.list("entry", { where: { interactionId: id }, orderBy: "position" });
  if (isAsWritten) return { interactionId: id, product, openedAt, entries: entries.map(asWritten) };
  const covering = { cover: await coverOf(context, [id]), nameAgents: settings.shadowing.nameAgents };
  return { interactionId: id, product, openedAt, entries: entries.map((entry) => covered(entry, covering)) };
}
