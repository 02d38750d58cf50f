import type { Context } from "../context.ts";
import type { OutboundMessage } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";

const DETAIL = { kind: "detail", actions: [] } as const;

/** The sections that go into detail; null where there are none. */
function detailOf({ wording, settings }: Context, { sections = [] }: OutboundMessage): OutboundMessage | null {
  const details = sections.filter(({ isDetail }) => isDetail);
  const text = wording.say(wording.choose(settings.desk.locale), "digest.more");
  return details.length === 0 ? null : { ...DETAIL, text, sections: details };
}

/** Says it in the thread, in the place of what was said before; what never stood anywhere is no hindrance. */
function sayThere({ ids }: Context, draft: Draft, thread: string, message: OutboundMessage, before?: Post): void {
  draft.say({ id: ids.next(), to: thread, message: { ...message, ...(before ? { replaces: before.id } : {}) } });
}

/**
 * What a digest leaves to the thread under it: the sections that go into detail, then the picture, for which no words wait. Under a
 * digest that was corrected they take the place of what stands there.
 */
export async function sayDetails(
  context: Context,
  draft: Draft,
  message: OutboundMessage,
  thread: string,
): Promise<void> {
  if (message.kind !== "digest") return;
  const { store, wording, settings } = context;
  const where = { lane: thread, state: ["pending", "sending", "posted"] } as const;
  const standing = await store.list("post", { where });
  const detail = detailOf(context, message);
  const before = standing.findLast((post) => post.message.picture === undefined);
  const nothing = { ...DETAIL, text: wording.say(wording.choose(settings.desk.locale), "digest.noMore") };
  if (detail || before) sayThere(context, draft, thread, detail ?? nothing, before);
  const { picture } = message;
  const pictureBefore = standing.findLast((post) => post.message.picture !== undefined);
  if (!picture || picture.fingerprint === pictureBefore?.message.picture?.fingerprint) return;
  sayThere(context, draft, thread, { ...DETAIL, text: picture.alt, picture }, pictureBefore);
}
