import { gatherOwners } from "../../../../src/digest/board-messages.ts";
import { decisionsInForce } from "../../../../src/digest/decision.ts";
import { digestLines } from "../../../../src/digest/digest-messages.ts";
import type { Digest } from "../../../../src/digest/document.ts";
import type { Ledger } from "../../../../src/digest/fates.ts";
import { currentWeek, findDigest } from "../../../../src/digest/find-digest.ts";
import { createSpeaker } from "../../../../src/digest/say-figures.ts";
import { shiftedWeek, windowOf } from "../../../../src/digest/week.ts";
import type { Person } from "../../../../src/interaction/customer.ts";
import type { Reader } from "../../../../src/ports.ts";
import type { DigestRow } from "../../../../src/rows.ts";
import type { ReadingDesk } from "../../desk.ts";
import { type AgainstSeen, loadAgainst } from "./load-against.ts";

/** A digest with what its page says around it. */
export interface ShownDigest {
  readonly document: Digest;
  /** What has become of the week's conversations by now; for an earlier revision, what had by then. */
  readonly ledger: Ledger;
  /** What the post says of it, with the ledger as it is by now. */
  readonly lines: Awaited<ReturnType<typeof digestLines>>;
  /** Null where it has not been posted. */
  readonly row: DigestRow | null;
  /** Which revision is shown; 0 where it has not been posted. */
  readonly revision: number;
  /** Whether the board may be decided on here: the week is the last finished one, or under way. */
  readonly isLatest: boolean;
  /** Whether the week is still under way. */
  readonly isOpen: boolean;
  /** Null where nothing is known of the week before, or after. */
  readonly earlier: string | null;
  readonly later: string | null;
  /** Ids of the conversations behind the quoted responses, by response. */
  readonly conversations: ReadonlyMap<string, string>;
  /** What the team calls the products' owners, by address. */
  readonly owners: ReadonlyMap<string, string>;
  /** Names of the key customers who said nothing twice, by id; one without a name is missing. */
  readonly keyNames: ReadonlyMap<string, string>;
  /** Whose words disagree with their number, as the reader may know it. */
  readonly against: readonly AgainstSeen[];
}

async function conversationsOf(store: Reader, { verbatims, comments }: Digest): Promise<Map<string, string>> {
  const ids = [...verbatims, ...comments.unmatched].map(({ responseId }) => responseId);
  const responses = ids.length === 0 ? [] : await store.list("response", { where: { id: ids } });
  return new Map(responses.map(({ id, interactionId }) => [id, interactionId]));
}

async function keyNamesOf(store: Reader, { silence }: Digest): Promise<Map<string, string>> {
  const ids = silence.keyCustomers.map(({ customerId }) => customerId);
  const customers = ids.length === 0 ? [] : await store.list("customer", { where: { id: ids } });
  return new Map(customers.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** The board with what has been decided since. */
async function withDecisions(desk: ReadingDesk, document: Digest): Promise<Digest> {
  const decisions = decisionsInForce(await desk.store.list("decision", {}), desk.clock.now());
  return {
    ...document,
    board: document.board.map((row) => ({ ...row, decision: decisions.get(row.product) ?? null })),
  };
}

async function firstWeek(desk: ReadingDesk): Promise<string | null> {
  const [answered] = await desk.store.list("response", { orderBy: "answeredAt", limit: 1 });
  const [resolved] = await desk.store.list("resolution", { orderBy: "at", limit: 1 });
  const times = [answered?.answeredAt, resolved?.at].filter((at) => at !== undefined);
  return times.length === 0 ? null : currentWeek({ settings: desk.settings, clock: { now: () => Math.min(...times) } });
}

/** What has become of the week's conversations since; what the digest says where some of them are no longer kept. */
export async function ledgerByNow(
  { store, clock }: Pick<ReadingDesk, "store" | "clock">,
  document: Digest,
): Promise<Ledger> {
  const { week, zone } = document.id;
  const now = await store.countOutcomes(windowOf(week, zone), clock.now());
  return now.fates.resolved < document.fates.resolved ? document : now;
}

/** The page's digest, in an earlier revision if one is named; null for a week that has not begun. */
export async function loadDigest(
  desk: ReadingDesk,
  week: string,
  revision: number | null,
  reader: Person,
): Promise<ShownDigest | null> {
  const found = await findDigest(desk, week);
  if (!found) return null;
  const row = found.version === 0 ? null : found;
  const past = row?.history.find((item) => item.revision === revision);
  const current = currentWeek(desk);
  const isLatest = !past && week >= shiftedWeek(current, -1);
  const document = past?.document ?? (isLatest ? await withDecisions(desk, found.document) : found.document);
  const first = await firstWeek(desk);
  const ledger = past ? document : await ledgerByNow(desk, document);
  return {
    ...{ document, row, isLatest, revision: past?.revision ?? row?.revision ?? 0, isOpen: week === current },
    ledger,
    lines: await digestLines(desk, createSpeaker(desk), document),
    earlier: first !== null && week > first ? shiftedWeek(week, -1) : null,
    later: week < current ? shiftedWeek(week, 1) : null,
    conversations: await conversationsOf(desk.store, document),
    owners: await gatherOwners(desk, document),
    keyNames: await keyNamesOf(desk.store, document),
    against: await loadAgainst(desk, document, reader),
  };
}
