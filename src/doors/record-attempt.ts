import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { withTry } from "./attempt.ts";

/** Somebody has tried to come in. */
export async function recordAttempt(
  { attempts, within, at }: EventOf<"entry-tried">,
  { store }: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const known = await store.list("attempt", { where: { id: attempts } });
  for (const id of new Set(attempts))
    draft.put("attempt", withTry(known.find((one) => one.id === id) ?? null, id, at, within));
  return draft.outcome();
}

/** It was them: their earlier tries count no more. */
export async function forgetAttempts({ attempt }: EventOf<"entry-proven">, { store }: Context): Promise<Outcome> {
  const draft = createDraft();
  const known = await store.get("attempt", attempt);
  if (known) draft.remove("attempt", known);
  return draft.outcome();
}
