import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";

/** So many questions that nobody answered go whenever a new one is asked. */
const AT_ONCE = 10;

/** A device was asked for a key, or for proof that it holds one. */
export async function askDevice({ challenge, at }: EventOf<"device-asked">, { store }: Context): Promise<Outcome> {
  const draft = createDraft();
  for (const over of await store.list("challenge", { atMost: { until: at }, orderBy: "until", limit: AT_ONCE }))
    draft.remove("challenge", over);
  draft.put("challenge", { version: 0, ...challenge });
  return draft.outcome();
}

/** A device has answered: nobody can answer that again. Refused where it was not asked, or has been answered. */
export async function closeChallenge({ challenge }: EventOf<"device-answered">, { store }: Context): Promise<Outcome> {
  const draft = createDraft();
  const asked = await store.get("challenge", challenge);
  if (asked) draft.remove("challenge", asked);
  else draft.refuse({ code: "late", text: "That was not asked, or has been answered" });
  return draft.outcome();
}
