import { gatherById } from "../../../../src/gather-by-id.ts";
import { grouped } from "../../../../src/grouping.ts";
import type { Interaction } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { merelyWords } from "../../../../src/survey/find-words.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Discretion, discretionFor } from "./hidden-score.ts";
import { seenAmong } from "./seen.ts";

/** Which conversations an agent wants listed. */
export const QUEUE_FILTERS = ["all", "mine", "waiting"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** Whose list it is, and what is to stand on it. */
export interface QueueWish {
  /** Address of whoever sits there. */
  readonly reader: string;
  readonly filter: QueueFilter;
  /** The last activity from which on open conversations are listed, milliseconds since 1970. */
  readonly from: number;
}

/** One conversation as it stands in the queue. */
export interface Queued {
  readonly interaction: Interaction;
  readonly customerName: string | null;
  /** The last thing a person said; null where that was a score that is not shown, and empty where there is nothing to show. */
  readonly lastWords: string | null;
  /** Since when the customer waits for an agent's word; null if it is not their turn. */
  readonly waitingSince: number | null;
  /** Resolved, and the customer has written words since that may want somebody. */
  readonly mayWait: boolean;
  /** How many messages of the customer's the reader has not seen, as far back as is looked. */
  readonly unread: number;
}

/** The conversations an agent sees beside the one they are in. */
export interface Queue {
  /** Whoever has waited longest first; then those who wait for nothing. */
  readonly open: readonly Queued[];
  /** Latest first. */
  readonly resolved: readonly Queued[];
  /** From which activity on the next ones are listed; null where these are all. */
  readonly next: number | null;
}

/** So many open conversations are looked through for one's own, and so many listed at once. */
const MOST_LOOKED_THROUGH = 200;
export const MOST_OPEN = 40;
const MOST_RESOLVED = 10;
const LOOK_BACK = 12;

/** When the customer began to wait: their first word since an agent last wrote. Entries come latest first. */
function waitingSince(entries: readonly Entry[]): number | null {
  const people = entries.filter(({ author }) => author === "customer" || author === "agent");
  const answered = people.findIndex(({ author }) => author === "agent");
  return (answered === -1 ? people : people.slice(0, answered)).at(-1)?.at ?? null;
}

/** The customer's words since the reader last looked or wrote. Entries come latest first. */
function unreadIn(entries: readonly Entry[], reader: string, seen: number): number {
  const wrote = entries.find(({ address }) => address === reader)?.position ?? 0;
  const since = Math.max(seen, wrote);
  return entries.filter(({ author, position }) => author === "customer" && position > since).length;
}

/** Words of the customer's after the question was put that ask for nothing, as far as rules can tell. Entries come latest first. */
function mayWaitIn({ settings }: ReadingDesk, { state }: Interaction, entries: readonly Entry[]): boolean {
  if (state !== "resolved") return false;
  const told = entries.findIndex(({ author }) => author === "agent");
  const since = (told === -1 ? entries : entries.slice(0, told)).filter(
    ({ author, deletedAt }) => author === "customer" && deletedAt === null,
  );
  const at = { scale: settings.question.scale, locale: settings.desk.locale };
  return merelyWords(since, at).length > 0;
}

/** What all of a list is read by: how it is shown, whose it is, and how far they have seen each. */
interface ListedBy {
  readonly discretion: Discretion;
  readonly reader: string;
  readonly seen: ReadonlyMap<string, number>;
  /** The last messages, by conversation. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** By customer. */
  readonly names: ReadonlyMap<string, string | null>;
}

async function listedBy(desk: ReadingDesk, reader: string, all: readonly Interaction[]): Promise<ListedBy> {
  const ids = all.map(({ id }) => id);
  const [discretion, seen, entries, customers] = await Promise.all([
    discretionFor(desk, all),
    seenAmong(desk, reader, all),
    ids.length === 0 ? [] : desk.store.listLatestEntries(ids, LOOK_BACK),
    gatherById(
      all.map(({ customerId }) => customerId),
      (id) => desk.store.list("customer", { where: { id } }),
    ),
  ]);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return { discretion, reader, seen, entries: grouped(entries, ({ interactionId }) => interactionId), names };
}

function queued(desk: ReadingDesk, interaction: Interaction, lists: ListedBy): Queued {
  const entries = lists.entries.get(interaction.id) ?? [];
  const last = entries.find(({ author, deletedAt }) => author !== "bot" && deletedAt === null);
  return {
    interaction,
    customerName: lists.names.get(interaction.customerId) ?? null,
    lastWords: last ? lists.discretion.wordsOf(last) : "",
    waitingSince: interaction.state === "open" ? waitingSince(entries) : null,
    mayWait: mayWaitIn(desk, interaction, entries),
    unread: unreadIn(entries, lists.reader, lists.seen.get(interaction.id) ?? 0),
  };
}

function byWaiting(a: Queued, b: Queued): number {
  return (a.waitingSince ?? Number.MAX_SAFE_INTEGER) - (b.waitingSince ?? Number.MAX_SAFE_INTEGER);
}

/** Whose conversation it is: of whoever wrote in it last. */
function isOf(reader: string, { agents }: Interaction): boolean {
  return agents.at(-1)?.address === reader;
}

/** Open conversations, those with the longest silence first, and where the next page of them begins. */
async function openOnes({ store }: ReadingDesk, { reader, filter, from }: QueueWish) {
  const most = filter === "mine" ? MOST_LOOKED_THROUGH : MOST_OPEN;
  const found = await store.list("interaction", {
    ...{ where: { state: "open" as const }, atLeast: { lastActivityAt: from }, orderBy: "lastActivityAt" as const },
    limit: most + 1,
  });
  const fit = filter === "mine" ? found.filter((one) => isOf(reader, one)) : found;
  const beyond = fit[MOST_OPEN] ?? found[most];
  return { open: fit.slice(0, MOST_OPEN), next: beyond?.lastActivityAt ?? null };
}

/** The open conversations and the last resolved ones, as far as they are wanted. Rejects as the store does. */
export async function loadQueue(desk: ReadingDesk, wish: QueueWish): Promise<Queue> {
  const { reader, filter } = wish;
  const latest = { where: { state: "resolved" }, orderBy: "lastActivityAt", descending: true } as const;
  const [{ open, next }, last] = await Promise.all([
    openOnes(desk, wish),
    filter === "waiting" ? [] : desk.store.list("interaction", { ...latest, limit: MOST_RESOLVED }),
  ]);
  const resolved = filter === "mine" ? last.filter((one) => isOf(reader, one)) : last;
  const all = [...open, ...resolved];
  const lists = await listedBy(desk, reader, all);
  const drawn = (interactions: readonly Interaction[]) =>
    interactions.map((interaction) => queued(desk, interaction, lists));
  const drawnOpen = drawn(open).toSorted(byWaiting);
  const fit = filter === "waiting" ? drawnOpen.filter(({ waitingSince: since }) => since !== null) : drawnOpen;
  return { open: fit, resolved: drawn(resolved), next };
}
