import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { mayBeginFor } from "../survey/find-survey.ts";
import type { Response } from "../survey/response.ts";
import type { Promised } from "./promise.ts";

/** Whether the answer promises to recommend us, and counts. */
export function isPromise({ band, excluded }: Pick<Response, "band" | "excluded">): boolean {
  return band === "promoter" && excluded === null;
}

/** Whether a promise of the customer's waits or was asked about: nobody is asked twice. */
async function isKnown({ store }: Context, customerId: string): Promise<boolean> {
  const promises = await store.list("promise", { where: { customerId } });
  return promises.some(({ dueAt, askedAt }) => dueAt !== null || askedAt !== null);
}

/**
 * Where the desk looks back on promises, a promoter's answer is one: it is due to be asked about, once, for as long as it stands. What was
 * brought in from elsewhere is none of ours to ask about.
 */
export async function followPromise(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  const { checkAfter } = context.settings.wordOfMouth;
  if (event.kind === "answers-imported" || after.purpose === "recovery") return;
  const { id: responseId, surveyId, customerId, changedAt: madeAt } = after;
  const [known] = await context.store.list("promise", { where: { responseId }, limit: 1 });
  if (known?.dueAt != null && !isPromise(after)) draft.put("promise", { ...known, dueAt: null });
  if (known?.dueAt != null || checkAfter === 0 || !isPromise(after) || (await isKnown(context, customerId))) return;
  if (!(await mayBeginFor(context, { before, after }))) return;
  const fresh: Promised = {
    ...{ id: known?.id ?? context.ids.next(), version: known?.version ?? 0, responseId, surveyId, customerId, madeAt },
    ...{ dueAt: madeAt + checkAfter, askedAt: null, askedIn: null, postId: null },
  };
  draft.put("promise", fresh);
}
