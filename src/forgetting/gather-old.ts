import type { Filter, Reader } from "../ports.ts";
import type { Rows, Table } from "../rows.ts";
import type { Settings } from "../settings.ts";
import { RETENTION } from "./sweep.ts";

const STATES = ["open", "resolved"] as const;

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
  return { where: { state: ["posted", "failed", "withdrawn"], surveyId: null }, atMost: { createdAt: until } };
}

/** How much of a kind is too old to be kept, and how old the oldest of it is: milliseconds since 1970, null where there is none. */
export interface OldRows {
  readonly kind: "transcripts" | "conversations" | "answers" | "posts";
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

/** What a sweep at that moment would take away, by kind; answers are those of the conversations that go whole. */
export async function sweepable(store: Reader, { privacy }: Settings, now: number): Promise<OldRows[]> {
  const sweep = await store.get("sweep", RETENTION);
  const answersUntil = now - privacy.responseRetention;
  const worded = wordedBefore(sweep?.sweptTo ?? 0, now - privacy.transcriptRetention);
  const active = ({ lastActivityAt }: Rows["interaction"]) => lastActivityAt;
  const answered = { atMost: { answeredAt: answersUntil } };
  return [
    { kind: "transcripts", ...(await counted(store, "interaction", worded, active)) },
    { kind: "conversations", ...(await counted(store, "interaction", quietSince(answersUntil), active)) },
    { kind: "answers", ...(await counted(store, "response", answered, ({ answeredAt }) => answeredAt)) },
    { kind: "posts", ...(await counted(store, "post", oldPosts(answersUntil), ({ createdAt }) => createdAt)) },
  ];
}
