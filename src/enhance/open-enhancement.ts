import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { mayBeginFor } from "../survey/find-survey.ts";
import type { Response } from "../survey/response.ts";
import { type Enhancement, isEnhanceable, stepped } from "./enhancement.ts";

/** The enhancement of a response, or null. */
export async function enhancementOf(
  { store }: Pick<Context, "store">,
  responseId: string,
): Promise<Enhancement | null> {
  const [item] = await store.list("enhancement", { where: { responseId }, limit: 1 });
  return item ?? null;
}

function hasWords({ comment }: Response): boolean {
  return comment !== null && comment.trim() !== "";
}

function newEnhancement(context: Context, response: Response): Enhancement {
  const { id: responseId, interactionId, customerId, product, changedAt: at } = response;
  const about = { responseId, interactionId, customerId, product };
  const fresh = { state: "open", hasWords: hasWords(response), openedAt: at, changedAt: at, steps: [] } as const;
  return { id: context.ids.next(), version: 0, ...about, ...fresh };
}

/** As it stood before it was withdrawn. */
function standingBefore({ steps }: Enhancement): Enhancement["state"] {
  return steps.findLast(({ state }) => state !== "withdrawn")?.state ?? "open";
}

function followed(item: Enhancement, response: Response, at: number): Enhancement {
  const worded = { ...item, hasWords: hasWords(response), product: response.product };
  const nobody = { byAddress: null, byName: null, note: null, at };
  if (!isEnhanceable(response))
    return item.state === "withdrawn" ? worded : stepped(worded, { state: "withdrawn", ...nobody });
  return item.state === "withdrawn" ? stepped(worded, { state: standingBefore(item), ...nobody }) : worded;
}

/**
 * A passive's answer is something to make better: it opens an enhancement, with or without words; words are added when they come, and
 * an answer of another band, or one that no longer counts, withdraws it. What was brought in from elsewhere makes none.
 */
export async function followEnhancement(
  context: Context,
  draft: Draft,
  { before, after }: RowChange<"response">,
  event: InboundEvent,
): Promise<void> {
  if (event.kind === "answers-imported" || after.purpose === "recovery") return;
  const known = before === null ? null : await enhancementOf(context, after.id);
  if (known) draft.put("enhancement", followed(known, after, event.at));
  else if (isEnhanceable(after) && (await mayBeginFor(context, { before, after })))
    draft.put("enhancement", newEnhancement(context, after));
}
