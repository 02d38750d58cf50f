import type { Context } from "../context.ts";
import { gatherById } from "../gather-by-id.ts";
import { BOUNDS, keptOf } from "../interaction/bounds.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import { isWithdrawn, type Response } from "../survey/response.ts";
import type { ReadComment } from "./disclosure.ts";
import { readsAsWritten, type WordReading } from "./reading.ts";

/** As much of the comment as is kept today: one of earlier times may be longer. */
function wordsOf({ comment }: Response): string | null {
  return comment === null ? null : keptOf(comment, BOUNDS.comment).text;
}

/** The comments of the answers as the reader may read them, in the order in which they are named; none of an answer that was taken back. */
export async function commentsOf(
  context: Pick<Context, "store" | "settings">,
  responseIds: readonly string[],
  reading: WordReading,
): Promise<ReadComment[]> {
  const found = await gatherById(responseIds, (id) => context.store.list("response", { where: { id } }));
  const byId = new Map(found.map((response) => [response.id, response]));
  const isLearning = reading.purpose === "learn" && !reading.isRaw;
  const unread = isLearning
    ? await unreadAmong(
        context,
        found.map(({ customerId }) => customerId),
      )
    : new Set();
  const isAsWritten = readsAsWritten(reading, reading.by.role);
  const given = found.filter((one) => !isWithdrawn(one) && !unread.has(one.customerId));
  const cover = isAsWritten
    ? null
    : await coverOf(
        context,
        given.map(({ interactionId }) => interactionId),
      );
  const readable = new Set(given.map(({ id }) => id));
  return [...new Set(responseIds)].map((responseId) => {
    const response = byId.get(responseId);
    const text = response && readable.has(responseId) ? wordsOf(response) : null;
    return { responseId, text: text === null || !response ? null : (cover?.(text, response.interactionId) ?? text) };
  });
}
