import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** Remembers how far a place has been read. */
export async function recordPosition(event: EventOf<"place-read">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { place, position, at } = event;
  const known = await context.store.get("cursor", place);
  if (known?.position !== position) draft.put("cursor", { id: place, version: known?.version ?? 0, position, at });
  return draft.outcome();
}
