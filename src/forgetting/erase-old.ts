import { dayOf, momentsOf } from "../calendar/local-time.ts";
import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import type { Interaction } from "../interaction/interaction.ts";
import { createDraft, type Draft, type Outcome } from "../outcome.ts";
import { NEWS_KEPT_MS } from "../replicas/news.ts";
import { eraseConversation } from "./erase-conversation.ts";
import { longOver, oldPosts, oldReceipts, quietSince, wordedBefore } from "./gather-old.ts";
import { moreSwept, NOTHING_SWEPT, RETENTION, type Sweep, type SweepCounts } from "./sweep.ts";

/** So many entries, conversations or posts go in one save. */
const ENTRIES = 400;
const CONVERSATIONS = 10;
const POSTS = 300;
/** At this minute of the night a sweep begins. */
const NIGHT = 3 * 60;
const NOTHING_KEPT: ReadonlySet<string> = new Set();

type Swept = Partial<SweepCounts> | null;

/** The next time it is night at the desk. */
function nextNight({ settings }: Context, now: number): number {
  const { zone } = settings.desk;
  const today = dayOf(now, zone);
  const nights = [today, today.add({ days: 1 })].map((day) => momentsOf(day, NIGHT, zone)[0]);
  return nights.find((night) => night > now) ?? now;
}

/** Takes the words of the next conversations away; null where there are none left. */
async function eraseTranscripts({ store, settings }: Context, draft: Draft, sweep: Sweep, at: number): Promise<Swept> {
  const until = at - settings.privacy.transcriptRetention;
  const found = await store.list("interaction", { ...wordedBefore(sweep.sweptTo, until), limit: CONVERSATIONS });
  if (found.length === 0) return null;
  let [entries, transcripts] = [0, 0];
  for (const interaction of found) {
    const limit = ENTRIES - entries;
    const rows = await store.list("entry", { where: { interactionId: interaction.id }, limit });
    for (const row of rows) draft.remove("entry", row);
    entries += rows.length;
    if (rows.length === limit) break;
    draft.put("interaction", { ...interaction, entryCount: 0 });
    transcripts += 1;
  }
  return { entries, transcripts };
}

/** Nobody is kept of whom no conversation is: but that somebody wants neither to be asked nor read is remembered. */
async function eraseUnheard({ store }: Context, draft: Draft, { customerId, id }: Interaction): Promise<number> {
  const where = { customerId };
  const [other] = (await store.list("interaction", { where, limit: CONVERSATIONS + 1 })).filter(
    (one) => one.id !== id && draft.drafted("interaction", one.id) !== null,
  );
  const customer = draft.drafted("customer", customerId) ?? (await store.get("customer", customerId));
  if (other || !customer || customer.teamMember) return 0;
  for (const informed of await store.list("informed", { where })) draft.remove("informed", informed);
  if (customer.optedOutAt !== null || customer.readOptOutAt !== null) {
    draft.put("customer", { ...customer, name: null, email: null });
    return 0;
  }
  for (const identity of await store.list("identity", { where })) draft.remove("identity", identity);
  draft.remove("customer", customer);
  return 1;
}

/** Takes the next conversations away with their answers, and the people of whom none is left. */
async function eraseAnswers(context: Context, draft: Draft, at: number): Promise<Swept> {
  const { store, settings } = context;
  const until = at - settings.privacy.responseRetention;
  const found = await store.list("interaction", { ...quietSince(until), limit: CONVERSATIONS });
  if (found.length === 0) return null;
  let swept = NOTHING_SWEPT;
  for (const interaction of found) {
    const counted = await eraseConversation(context, draft, interaction, { most: ENTRIES, kept: NOTHING_KEPT });
    if (counted === null) break;
    const customers = await eraseUnheard(context, draft, interaction);
    swept = moreSwept(swept, { conversations: 1, answers: counted.responses.length, customers });
  }
  const posts = draft.outcome().changes.filter(({ table, remove }) => table === "post" && remove).length;
  return { ...swept, posts };
}

/** Takes away what was said so long ago, but for questions that still belong to a conversation; and what programs were answered while there were words. */
async function erasePosts({ store, settings }: Context, draft: Draft, at: number): Promise<Swept> {
  const { responseRetention, transcriptRetention } = settings.privacy;
  const posts = await store.list("post", { ...oldPosts(at - responseRetention), limit: POSTS });
  for (const post of posts) draft.remove("post", post);
  const receipts = await store.list("receipt", { ...oldReceipts(at - transcriptRetention), limit: POSTS });
  for (const receipt of receipts) draft.remove("receipt", receipt);
  await eraseOver(store, draft, at);
  return posts.length + receipts.length === 0 ? null : { posts: posts.length, receipts: receipts.length };
}

/** Takes away what nothing waits for any more, and nobody has still to hear of. */
async function eraseOver(store: Context["store"], draft: Draft, at: number): Promise<void> {
  const over = { ...longOver(at), limit: POSTS };
  for (const pause of await store.list("pause", over)) draft.remove("pause", pause);
  for (const held of await store.list("amendment", { ...over, orderBy: "until" })) draft.remove("amendment", held);
  for (const attempt of await store.list("attempt", { ...over, orderBy: "until" })) draft.remove("attempt", attempt);
  for (const challenge of await store.list("challenge", { ...over, orderBy: "until" }))
    draft.remove("challenge", challenge);
  const told = { atMost: { at: at - NEWS_KEPT_MS }, orderBy: "at", limit: POSTS } as const;
  for (const news of await store.list("news", told)) draft.remove("news", news);
}

function sweepNext(context: Context, draft: Draft, sweep: Sweep, at: number): Promise<Swept> {
  if (sweep.stage === "transcripts") return eraseTranscripts(context, draft, sweep, at);
  return sweep.stage === "answers" ? eraseAnswers(context, draft, at) : erasePosts(context, draft, at);
}

function endSweep(context: Context, draft: Draft, sweep: Sweep, at: number): Sweep {
  if (Object.values(sweep.counts).some((count) => count > 0))
    draft.audit({
      by: null,
      act: "retention-run",
      table: "sweep",
      subject: null,
      via: "clock",
      facts: { ...sweep.counts },
    });
  const sweptTo = Math.max(0, at - context.settings.privacy.transcriptRetention);
  return { ...sweep, stage: "transcripts", sweptTo, counts: NOTHING_SWEPT, dueAt: nextNight(context, at) };
}

/** The clock takes away the next part of what is older than the desk keeps it; when all of that is gone, the audit log tells of it, and it goes on the next night. */
export async function eraseOld(event: EventOf<"sweep-due">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const { at } = event;
  const sweep = await context.store.get("sweep", event.subject);
  if (event.subject !== RETENTION || (sweep && sweep.dueAt > at)) return draft.outcome();
  if (!sweep) {
    const begun = { stage: "transcripts", sweptTo: 0, counts: NOTHING_SWEPT, dueAt: nextNight(context, at) } as const;
    draft.put("sweep", { id: RETENTION, version: 0, ...begun });
    return draft.outcome();
  }
  const swept = await sweepNext(context, draft, sweep, at);
  if (swept !== null) draft.put("sweep", { ...sweep, counts: moreSwept(sweep.counts, swept) });
  else if (sweep.stage === "transcripts") draft.put("sweep", { ...sweep, stage: "answers" });
  else if (sweep.stage === "answers") draft.put("sweep", { ...sweep, stage: "posts" });
  else draft.put("sweep", endSweep(context, draft, sweep, at));
  return draft.outcome();
}

/** The next sweep begins now. */
export async function hastenSweep(event: EventOf<"retention-wanted">, context: Context): Promise<Outcome> {
  const draft = createDraft();
  const sweep = await context.store.get("sweep", RETENTION);
  const begun = { stage: "transcripts", sweptTo: 0, counts: NOTHING_SWEPT } as const;
  draft.put("sweep", { id: RETENTION, version: sweep?.version ?? 0, ...(sweep ?? begun), dueAt: event.at });
  return draft.outcome();
}
