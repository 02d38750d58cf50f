import type { Context } from "../context.ts";
import type { OutboundMessage, Section } from "../messages.ts";
import type { Draft } from "../outcome.ts";
import type { Post } from "../rows.ts";

const DETAIL = { kind: "detail", actions: [] } as const;

type Portion = readonly Section[];

/** Where the details go, and in which portions the platform can hold them; undefined for all those in detail in one. */
interface Under {
  readonly address: string;
  readonly portions: readonly Portion[] | undefined;
}

/** What stands in the thread now, the first on top: posts that another has taken the place of are left out. */
function standingNow(posts: readonly Post[]): Post[] {
  const replaced = new Set(posts.map(({ message }) => message.replaces));
  return posts.filter(({ id, message }) => message.kind === "detail" && !replaced.has(id));
}

function portionsOf({ sections = [] }: OutboundMessage, { portions }: Under): readonly Portion[] {
  const details = sections.filter(({ isDetail }) => isDetail);
  return portions ?? (details.length === 0 ? [] : [details]);
}

/** Says it in the thread, in the place of what was said before; what never stood anywhere is no hindrance. */
function sayThere({ ids }: Context, draft: Draft, thread: string, message: OutboundMessage, before?: Post): void {
  draft.say({ id: ids.next(), to: thread, message: { ...message, ...(before ? { replaces: before.id } : {}) } });
}

/**
 * What a digest leaves to the thread under it: the sections that go into detail or found no room, a message for each portion, then the
 * picture, for which no words wait. Under a digest that was corrected they take the place of what stands there.
 */
export async function sayDetails(
  context: Context,
  draft: Draft,
  message: OutboundMessage,
  under: Under,
): Promise<void> {
  if (message.kind !== "digest") return;
  const { store, wording, settings } = context;
  const thread = under.address;
  const say = (key: "digest.more" | "digest.noMore") => wording.say(wording.choose(settings.desk.locale), key);
  const where = { lane: thread, state: ["pending", "sending", "posted"] } as const;
  const posts = await store.list("post", { where });
  const worded = standingNow(posts).filter((post) => post.message.picture === undefined);
  const told = portionsOf(message, under);
  for (const [index, sections] of told.entries())
    sayThere(context, draft, thread, { ...DETAIL, text: say("digest.more"), sections }, worded[index]);
  for (const surplus of worded.slice(told.length))
    sayThere(context, draft, thread, { ...DETAIL, text: say("digest.noMore") }, surplus);
  const { picture } = message;
  const pictureBefore = posts.findLast((post) => post.message.picture !== undefined);
  if (!picture || picture.fingerprint === pictureBefore?.message.picture?.fingerprint) return;
  sayThere(context, draft, thread, { ...DETAIL, text: picture.alt, picture }, pictureBefore);
}
