import { gatherById } from "../gather-by-id.ts";
import { grouped } from "../grouping.ts";
import { keptOf } from "../interaction/bounds.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import { coverOf } from "../interaction/gather-cover.ts";
import type { Resolution } from "../interaction/interaction.ts";
import type { Entry } from "../interaction/transcript.ts";
import type { Reader } from "../ports.ts";
import type { Case } from "../recovery/case.ts";
import type { AgainstFrame } from "./gather-against.ts";
import { readEach } from "./read-each.ts";
import { type Return, returnAfter, solvedWordsBefore } from "./returned.ts";
import { AGAINST_DAYS, type AgainstWords, againstId } from "./words-against-numbers.ts";

const DAY_MS = 86_400_000;
/** Most conversations and cases that are looked into in a week, and what reading them may take. */
const MOST_READ = 1_000;
const MOST_WORK_MS = 60_000;
/** So much of a message is read and shown, UTF-16 units. */
const LONGEST = 1_000;

/** One "solved" and the complaint after it, before it is redacted. */
interface FoundReturn extends Return {
  readonly id: string;
  readonly kind: "reopened" | "again";
  readonly said: Entry | null;
}

function shortened(entries: readonly Entry[]): Entry[] {
  const standing = entries.filter(({ author, deletedAt }) => author === "customer" && deletedAt === null);
  return standing.map((entry) => ({ ...entry, text: keptOf(entry.text, LONGEST).text }));
}

/** The resolutions of conversations that were gone on with in the week: those still open, and those resolved once more. */
async function gatherReopened(store: Reader, { window }: AgainstFrame): Promise<Resolution[]> {
  const open = await store.list("interaction", {
    ...{ where: { state: "open", isTest: false }, atLeast: { lastActivityAt: window.from, resolutionCount: 1 } },
    ...{ orderBy: "lastActivityAt", limit: MOST_READ },
  });
  const again = { atLeast: { at: window.from, number: 2 }, orderBy: "at", limit: MOST_READ } as const;
  const more = await store.list("resolution", again);
  const ids = [...open.map(({ id }) => id), ...more.map(({ interactionId }) => interactionId)];
  const all = await gatherById(ids, (interactionId) => store.list("resolution", { where: { interactionId } }));
  return all.filter(({ at, imported }) => !imported && at >= window.from - AGAINST_DAYS * DAY_MS && at < window.to);
}

async function findReopened(store: Reader, frame: AgainstFrame): Promise<FoundReturn[]> {
  const resolutions = await gatherReopened(store, frame);
  const ids = resolutions.map(({ interactionId }) => interactionId);
  const entries = await gatherById(ids, (interactionId) => store.list("entry", { where: { interactionId } }));
  const said = grouped(entries, ({ interactionId }) => interactionId);
  const read = await readEach(resolutions, MOST_WORK_MS, ({ id, interactionId, at }) => {
    const own = shortened(said.get(interactionId) ?? []);
    const solved = solvedWordsBefore(own, at, frame.settings.desk.locale);
    const found = solved && returnAfter(own, at, frame);
    return found && { ...found, id: againstId({ table: "resolution", id }), kind: "reopened" as const, said: solved };
  });
  return [...read.values()].filter((one) => one !== null);
}

/** The cases that were closed as settled: by the customer's word, or resolved by a colleague who had been in touch. */
async function gatherSettled(store: Reader, { window }: AgainstFrame): Promise<Case[]> {
  const closed = {
    atLeast: { closedAt: window.from - AGAINST_DAYS * DAY_MS },
    atMost: { closedAt: window.to - 1 },
  };
  const cases = await store.list("case", {
    where: { state: "resolved" },
    ...closed,
    orderBy: "closedAt",
    limit: MOST_READ,
  });
  return cases.filter(({ putRight }) => putRight !== "no");
}

async function findAgain(store: Reader, frame: AgainstFrame): Promise<FoundReturn[]> {
  const cases = await gatherSettled(store, frame);
  const customers = cases.map(({ customerId }) => customerId);
  const atLeast = { lastActivityAt: frame.window.from };
  const talks = await gatherById(customers, (customerId) =>
    store.list("interaction", { where: { customerId, isTest: false }, atLeast }),
  );
  const entries = await gatherById(
    talks.map(({ id }) => id),
    (interactionId) => store.list("entry", { where: { interactionId }, atLeast: { at: frame.window.from } }),
  );
  const whose = new Map(talks.map(({ id, customerId }) => [id, customerId]));
  const said = grouped(entries, ({ interactionId }) => whose.get(interactionId) ?? "");
  const read = await readEach(cases, MOST_WORK_MS, ({ id, customerId, closedAt }) => {
    const found = returnAfter(shortened(said.get(customerId) ?? []), closedAt ?? 0, frame);
    return found && { ...found, id: againstId({ table: "case", id }), kind: "again" as const, said: null };
  });
  return [...read.values()].filter((one) => one !== null);
}

/** Customers who complained in the week of what they had said to be solved, or what was closed as settled, a few days before; a complaint is listed once. */
export async function gatherReturned(store: Reader, frame: AgainstFrame): Promise<AgainstWords[]> {
  const all = [...(await findReopened(store, frame)), ...(await findAgain(store, frame))];
  const once = [...new Map(all.toReversed().map((one) => [one.entry.id, one])).values()];
  const ids = once.map(({ entry }) => entry.interactionId);
  const cover = await coverOf({ store, settings: frame.settings }, ids);
  const talks = await gatherById(ids, (id) => store.list("interaction", { where: { id } }));
  const customers = talks.map(({ customerId }) => customerId);
  const unread = await unreadAmong({ store }, customers);
  const hidden = new Set(talks.filter(({ customerId }) => unread.has(customerId)).map(({ id }) => id));
  const readable = once.filter(({ entry }) => !hidden.has(entry.interactionId));
  const read = await readEach(readable, MOST_WORK_MS, ({ id, kind, entry, days, said }) => {
    const { interactionId } = entry;
    const text = cover(entry.text, interactionId).trim();
    const because = frame.judge.complaintIn(text, frame.settings.desk.locale);
    if (because === null) return null;
    const before = said && cover(said.text, interactionId).trim();
    return { id, kind, interactionId, text, because, days, said: before, responseId: null, mayBeUpsideDown: false };
  });
  return [...read.values()].filter((one) => one !== null);
}
