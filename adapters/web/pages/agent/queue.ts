import type { Interaction } from "../../../../src/interaction/interaction.ts";
import type { Entry } from "../../../../src/interaction/transcript.ts";
import { merelyWords } from "../../../../src/survey/find-words.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type Discretion, discretionFor } from "./hidden-score.ts";

/** One conversation as it stands in the queue. */
export interface Queued {
  readonly interaction: Interaction;
  readonly customerName: string | null;
  /** The last thing a person said; null where there is nothing to show. */
  readonly lastWords: string | null;
  /** Since when the customer waits for an agent's word; null if it is not their turn. */
  readonly waitingSince: number | null;
  /** Resolved, and the customer has written words since that may want somebody. */
  readonly mayWait: boolean;
}

/** The conversations an agent sees beside the one they are in. */
export interface Queue {
  /** Whoever has waited longest first; then those who wait for nothing. */
  readonly open: readonly Queued[];
  /** Latest first. */
  readonly resolved: readonly Queued[];
}

/** So many open conversations are listed at most. */
export const MOST_OPEN = 100;
const MOST_RESOLVED = 20;
const LOOK_BACK = 20;

/** When the customer began to wait: their first word since an agent last wrote. Entries come latest first. */
function waitingSince(entries: readonly Entry[]): number | null {
  const people = entries.filter(({ author }) => author === "customer" || author === "agent");
  const answered = people.findIndex(({ author }) => author === "agent");
  return (answered === -1 ? people : people.slice(0, answered)).at(-1)?.at ?? null;
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

async function queued(desk: ReadingDesk, interaction: Interaction, discretion: Discretion): Promise<Queued> {
  const [entries, customer] = await Promise.all([
    desk.store.list("entry", {
      where: { interactionId: interaction.id },
      orderBy: "position",
      descending: true,
      limit: LOOK_BACK,
    }),
    desk.store.get("customer", interaction.customerId),
  ]);
  const last = entries.find(({ author, deletedAt }) => author !== "bot" && deletedAt === null);
  return {
    interaction,
    customerName: customer?.name ?? null,
    lastWords: last ? (discretion.wordsOf(last) ?? "Answered the question") : null,
    waitingSince: interaction.state === "open" ? waitingSince(entries) : null,
    mayWait: mayWaitIn(desk, interaction, entries),
  };
}

function byWaiting(a: Queued, b: Queued): number {
  return (a.waitingSince ?? Number.MAX_SAFE_INTEGER) - (b.waitingSince ?? Number.MAX_SAFE_INTEGER);
}

/** The open conversations and the last resolved ones. */
export async function loadQueue(desk: ReadingDesk): Promise<Queue> {
  const [open, resolved] = await Promise.all([
    desk.store.list("interaction", { where: { state: "open" }, orderBy: "lastActivityAt", limit: MOST_OPEN }),
    desk.store.list("interaction", {
      where: { state: "resolved" },
      orderBy: "lastActivityAt",
      descending: true,
      limit: MOST_RESOLVED,
    }),
  ]);
  const discretion = await discretionFor(desk, [...open, ...resolved]);
  const all = (interactions: readonly Interaction[]) =>
    Promise.all(interactions.map((interaction) => queued(desk, interaction, discretion)));
  return { open: (await all(open)).toSorted(byWaiting), resolved: await all(resolved) };
}
