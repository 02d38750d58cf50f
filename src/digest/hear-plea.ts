import type { Context } from "../context.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { beggingIn } from "./begging.ts";

function isHeard(before: Entry | null, { author, text }: Entry): boolean {
  return author === "agent" && before?.text !== text;
}

/** A message of the team's is remembered where it asks for a high score, so that the digest need not read every message of its week. */
export async function hearPlea(context: Context, draft: Draft, { before, after }: RowChange<"entry">): Promise<void> {
  if (!isHeard(before, after) || beggingIn(after.text) === null) return;
  if ((await context.store.get("plea", after.id)) !== null) return;
  if ((await context.store.get("interaction", after.interactionId))?.isTest) return;
  draft.put("plea", { id: after.id, version: 0, at: after.at });
}
