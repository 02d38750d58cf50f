import type { Context } from "../context.ts";
import type { InboundEvent } from "../events.ts";
import { spaceOf } from "../interaction/address.ts";
import type { Draft, RowChange } from "../outcome.ts";
import { fileOf } from "./find-case.ts";
import { sayUntold } from "./say-case.ts";

/** The thread in the space where the card stands: it may have been posted before its space was told. */
function threadAt(lane: string, thread: string | null): string | null {
  return thread === null ? null : [spaceOf(lane), ...thread.split(":").slice(2)].join(":");
}

/**
 * The card of a case has come to stand: what happened meanwhile is told in the thread under it. One that cannot be edited, because
 * somebody has deleted it perhaps, is posted anew.
 */
export async function settleCard(
  context: Context,
  draft: Draft,
  { before, after: post }: RowChange<"post">,
  event: InboundEvent,
): Promise<void> {
  const { caseId } = post.message;
  if (caseId === undefined || before?.state === post.state || event.kind !== "post-moved") return;
  const { move } = event;
  const isLost = move.kind === "failed" && post.message.replaces !== undefined;
  if (move.kind !== "posted" && !isLost) return;
  const file = await fileOf(context, caseId);
  const card = file?.item.alerts.find(({ lane }) => lane === post.lane);
  if (!file || !card || card.postId !== (post.message.replaces ?? post.id)) return;
  const others = file.item.alerts.filter((one) => one !== card);
  if (isLost) {
    const { replaces: _, ...message } = post.message;
    const postId = context.ids.next();
    draft.say({ id: postId, to: post.lane, message });
    const { thread: __, ...anew } = card;
    return draft.put("case", { ...file.item, alerts: [...others, { ...anew, postId }] });
  }
  const thread = move.kind === "posted" ? threadAt(post.lane, move.thread) : null;
  if (card.thread === thread && (thread === null || (card.told ?? 0) === file.item.stepCount)) return;
  const [settled = card] = await sayUntold(context, draft, file, [{ ...card, thread }]);
  draft.put("case", { ...file.item, alerts: [...others, settled] });
}
