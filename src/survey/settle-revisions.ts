import type { Context } from "../context.ts";
import { BOUNDS } from "../interaction/bounds.ts";
import type { Draft, RowChange } from "../outcome.ts";

/** An answer was revised once more: of very many revisions the first and the latest are kept. Their numbers tell how many there were. */
export async function settleRevisions(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
): Promise<void> {
  const number = after.revisionCount - BOUNDS.revisions + 1;
  if (before === null || before.revisionCount === after.revisionCount || number <= 1) return;
  const where = { responseId: after.id, number };
  for (const revision of await context.store.list("revision", { where, limit: 1 })) draft.remove("revision", revision);
}
