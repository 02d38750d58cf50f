import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { NEWS_KEPT_MS } from "./news.ts";

/** So many of its own old rows a process takes away whenever it tells something. */
const AT_ONCE = 20;

/** A process tells the others what it has saved, and takes away what it told long ago. */
export async function tellNews({ owner, at, changes }: EventOf<"news-told">, context: Context): Promise<Outcome> {
  const { store, ids } = context;
  const draft = createDraft();
  draft.put("news", { id: ids.next(), version: 0, owner, at, changes });
  const old = { where: { owner }, atMost: { at: at - NEWS_KEPT_MS }, orderBy: "at", limit: AT_ONCE } as const;
  for (const news of await store.list("news", old)) draft.remove("news", news);
  return draft.outcome();
}
