import type { Filter, Reader } from "../ports.ts";
import type { Rows, Table } from "../rows.ts";
import type { Settings } from "../settings.ts";
import { RETENTION } from "./sweep.ts";

const STATES = ["open", "resolved"] as const;
/** The states of a post with which nothing more is done. */
const SETTLED = ["posted", "failed", "withdrawn"] as const;

/** The conversations, by their last activity, that are too old for their words; up to `sweptTo` they have lost them already. */
export function wordedBefore(sweptTo: number, until: number): Filter<Rows["interaction"]> {
  return {
    where: { state: STATES },
    atLeast: { lastActivityAt: sweptTo, entryCount: 1 },
    atMost: { lastActivityAt: until },
  };
}

/** The conversations that are too old to be kept at all. */
export function quietSince(until: number): Filter<Rows["interaction"]> {
  return { where: { state: STATES }, atMost: { lastActivityAt: until } };
}

/** What was said so long ago, but for questions that still belong to a conversation. */
export function oldPosts(until: number): Filter<Rows["post"]> {
  return { where: { state: SETTLED, surveyId: null }, atMost: { createdAt: until } };
}

/** What programs were answered under keys of their own so long ago. */
export function oldReceipts(until: number): Filter<Rows["receipt"]> {
  return { atMost: { at: until } };
}

/** What is kept until a time, once that has passed: pauses, tries to come in, and what devices were asked. */
export function longOver(now: number): { readonly atMost: { readonly until: number } } {
  return { atMost: { until: now } };
}

/** How much of a kind is too old to be kept, and how old the oldest of it is: milliseconds since 1970, null where there is none. */
export interface OldRows {
  readonly kind: "transcripts" | "conversations" | "answers" | "posts" | "receipts";
  readonly count: number;
  readonly oldest: number | null;
}

const PAGE = 500;

async function counted<T extends Table>(
  store: Reader,
  table: T,
  filter: Filter<Rows[T]>,
  timeOf: (row: Rows[T]) => number,
): Promise<Omit<OldRows, "kind">> {
  let count = 0;
  let oldest = Number.POSITIVE_INFINITY;
  for (let after = ""; ; ) {
    const rows = await store.list(table, { ...filter, after, limit: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return { count, oldest: count === 0 ? null : oldest };
    count += rows.length;
    oldest = Math.min(oldest, ...rows.map(timeOf));
    after = last.id;
  }
}

/** The answers to conversations that go whole, and what was said in or about them, but for what is too old by itself. */
async function withConversations(store: Reader, until: number) {
  const answers: number[] = [];
  const posts = new Map<string, number>();
  const isOld = ({ surveyId, createdAt, state }: Rows["post"]) =>
    surveyId === null && createdAt <= until && SETTLED.some((one) => one === state);
  for (let after = ""; ; ) {
    const gone = await store.list("interaction", { ...quietSince(until), after, limit: PAGE });
    const last = gone.at(-1);
    if (last === undefined) return { answers, posts };
    const where = { interactionId: gone.map(({ id }) => id) };
    for (const { answeredAt } of await store.list("response", { where })) answers.push(answeredAt);
    const surveyId = (await store.list("survey", { where })).map(({ id }) => id);
    const asked = await store.list("post", { where: { surveyId } });
    const said = await store.list("post", { where: { lane: gone.map(({ conversation }) => conversation) } });
    for (const post of [...asked, ...said]) if (!isOld(post)) posts.set(post.id, post.createdAt);
    after = last.id;
  }
}

function told(kind: OldRows["kind"], times: readonly number[]): OldRows {
  const oldest = times.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return { kind, count: times.length, oldest: times.length === 0 ? null : oldest };
}

/** What a sweep at that moment would take away, by kind; answers are those of the conversations that go whole, and so are some of the posts. */
export async function sweepable(store: Reader, { privacy }: Settings, now: number): Promise<OldRows[]> {
  const sweep = await store.get("sweep", RETENTION);
  const until = now - privacy.responseRetention;
  const worded = wordedBefore(sweep?.sweptTo ?? 0, now - privacy.transcriptRetention);
  const active = ({ lastActivityAt }: Rows["interaction"]) => lastActivityAt;
  const whole = await withConversations(store, until);
  const posts = await counted(store, "post", oldPosts(until), ({ createdAt }) => createdAt);
  const oldest = [...whole.posts.values(), ...(posts.oldest === null ? [] : [posts.oldest])];
  return [
    { kind: "transcripts", ...(await counted(store, "interaction", worded, active)) },
    { kind: "conversations", ...(await counted(store, "interaction", quietSince(until), active)) },
    told("answers", whole.answers),
    { ...told("posts", oldest), count: whole.posts.size + posts.count },
    {
      kind: "receipts",
      ...(await counted(store, "receipt", oldReceipts(now - privacy.transcriptRetention), ({ at }) => at)),
    },
  ];
}
