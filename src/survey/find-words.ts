import type { Context } from "../context.ts";
import type { Entry } from "../interaction/transcript.ts";
import { readReply } from "./read-reply.ts";
import type { Scale } from "./score.ts";
import type { Survey } from "./survey.ts";

/** So many of the last entries of a transcript are looked at. */
const LOOK_BACK = 50;

/** What the customer has written in an interaction after a moment, earliest first; what was taken back is left out. */
export async function writtenSince(
  { store }: Pick<Context, "store">,
  interactionId: string,
  since: number,
): Promise<Entry[]> {
  const latest = { orderBy: "position", descending: true, limit: LOOK_BACK } as const;
  const entries = await store.list("entry", { where: { interactionId, author: "customer" }, ...latest });
  return entries.filter(({ at, deletedAt }) => at > since && deletedAt === null).toReversed();
}

/** How entries are read: on which scale and in which language first. */
interface ReplyReading {
  readonly scale: Scale;
  readonly locale: string;
}

/** Those of the entries that are mere words. */
export function merelyWords(entries: readonly Entry[], reading: ReplyReading): Entry[] {
  return entries.filter(({ text }) => text.trim() !== "" && readReply(text, reading).kind === "words");
}

/** Whether the customer had written mere words before this entry since the question was put. */
export async function heardBefore(context: Context, survey: Survey, entry: Entry): Promise<boolean> {
  const written = await writtenSince(context, survey.interactionId, survey.askedAt ?? survey.scheduledAt);
  return merelyWords(written, survey).some(({ id }) => id !== entry.id);
}

/** The mere words that wait to be the reason of an answer, earliest first; of those that were written since the resolution. */
export async function waitingReason(context: Context, survey: Survey): Promise<Entry[]> {
  return merelyWords(await writtenSince(context, survey.interactionId, survey.scheduledAt), survey);
}

/** Whether anything the customer has written since the resolution may have been meant as a question. */
export async function mayWait(context: Context, survey: Survey): Promise<boolean> {
  const written = await writtenSince(context, survey.interactionId, survey.scheduledAt);
  return written.some(({ text }) => ["words", "question"].includes(readReply(text, survey).kind));
}
