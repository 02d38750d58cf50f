import type { Context } from "../context.ts";
import { unreadAmong } from "../interaction/find-unread.ts";
import { type Cover, coverOf } from "../interaction/gather-cover.ts";
import type { Reader } from "../ports.ts";
import { may } from "../rights.ts";
import { type Refusable, whoMay } from "../say-who-may.ts";
import type { AuditNote } from "./audit.ts";
import { ownersOf, rewordedReader, type WordedRow } from "./hold-words.ts";
import { deniedNote, namedIds, readNote, readsAsWritten, type WordReading } from "./reading.ts";
import { hasWords, NO_WORDS, type Rewording } from "./words.ts";

/** Somebody looks at a page, a list or a report in which words stand. */
export interface WordLook extends WordReading {
  readonly desk?: string;
  readonly by: Parameters<typeof whoMay>[1];
  /** What it takes; nothing where whoever gets here may look. */
  readonly right: Refusable | null;
  /** What they look at, in a word: it stands in the audit log. */
  readonly what: string;
  /** Table and id of the one row that it is about. */
  readonly about?: { readonly table: string; readonly subject: string };
  /** Whatever is given away is redacted by the finder itself, as in a digest. */
  readonly coversItself?: true;
  /** What was posted to the team is shown as well: the look leaves its line whatever else it reads. */
  readonly showsPosts?: true;
  /** Id of the line with which the same person opened the same thing: the page is only brought up to date. */
  readonly opening?: string;
}

/** What somebody found who looked; or why they may not. */
export type Looked<T> =
  | { readonly kind: "given"; readonly found: T; readonly opening: string | null }
  | { readonly kind: "denied"; readonly text: string };

/** What came of a look before its lines are kept: nothing of it may leave without them. */
export interface GivenReading<T> {
  readonly looked: Looked<T>;
  readonly audits: readonly AuditNote[];
}

/** For so long a page that stays open belongs to the line with which it was opened, milliseconds. */
const LONGEST_OPENING = 12 * 60 * 60 * 1000;

/** What was read, by table: how many rows with words, and of which conversations. */
interface WordsSeen {
  readonly rows: Map<string, Set<string>>;
  readonly interactions: Set<string>;
}

function remember({ rows, interactions }: WordsSeen, one: WordedRow): void {
  if (!hasWords(one.table, one.row as never)) return;
  const ids = rows.get(one.table) ?? new Set();
  rows.set(one.table, ids.add(one.row.id));
  if ("interactionId" in one.row) interactions.add(one.row.interactionId);
}

function rewordingBy(cover: Cover, interactionId: string, nameAgents: boolean): Rewording {
  return {
    words: (text) => cover(text, interactionId),
    name: ({ author, name }) => (author === "agent" && nameAgents ? name : null),
  };
}

/** A reader that gives words as this reading may have them, and remembers whose they were. */
function readingOver(context: Context, look: WordLook, seen: WordsSeen): Reader {
  const { store, settings } = context;
  const isAsWritten = readsAsWritten(look, look.by.role);
  const isLearning = look.purpose === "learn" && !look.isRaw;
  return rewordedReader(store, async (rows) => {
    for (const one of rows) remember(seen, one);
    if (isAsWritten) return rows.map(() => null);
    const owners = await ownersOf(store, rows);
    const customers = owners.flatMap((owner) => owner?.customerId ?? []);
    const unread = isLearning ? await unreadAmong(context, customers) : new Set<string>();
    const cover = await coverOf(
      context,
      owners.flatMap((owner) => owner?.interactionId ?? []),
    );
    return owners.map((owner) => {
      const isHidden = owner === null || (owner.customerId !== null && unread.has(owner.customerId));
      return isHidden ? NO_WORDS : rewordingBy(cover, owner.interactionId, settings.shadowing.nameAgents);
    });
  });
}

/** The line with which the look was opened, where it is a later look of the same person at the same thing. */
async function openingOf(
  { store, clock }: Context,
  { opening, by, via, what, about }: WordLook,
): Promise<string | null> {
  const line = opening === undefined ? null : await store.get("audit", opening);
  if (line === null || line.act !== "read" || clock.now() - line.at > LONGEST_OPENING) return null;
  const isSame = line.byAddress === by.address && line.via === via && line.facts.what === what;
  return isSame && line.subject === (about?.subject ?? null) ? line.id : null;
}

function factsOf({ what }: WordLook, { rows, interactions }: WordsSeen): AuditNote["facts"] {
  if (rows.size === 0) return { what };
  const counts = Object.fromEntries([...rows].map(([table, ids]) => [table, ids.size]));
  return { what, ...counts, of: namedIds([...interactions]) };
}

/**
 * Looks for somebody, with words as they may have them, and says what the audit log must tell of it: whoever asked for this keeps those
 * lines before anything that was found leaves. Whoever may not look finds nothing. Rejects as the store and the finder do.
 */
export async function giveReading<T>(
  context: Context,
  look: WordLook,
  find: (context: Context) => Promise<T>,
): Promise<GivenReading<T>> {
  const { by, right, about, what, coversItself, showsPosts } = look;
  const place = { table: about?.table ?? "desk", subject: about?.subject ?? null };
  if ((right !== null && !may(by.role, right)) || (look.isRaw && !may(by.role, "export-raw"))) {
    const text = whoMay(context, by, right ?? "read-transcript");
    return { looked: { kind: "denied", text }, audits: [deniedNote(look, { ...place, facts: { what } }, "role")] };
  }
  const seen: WordsSeen = { rows: new Map(), interactions: new Set() };
  const reader = coversItself ? context.store : readingOver(context, look, seen);
  const found = await find({ ...context, store: reader });
  const opening = await openingOf(context, look);
  const isSilent = opening !== null || (!coversItself && !showsPosts && seen.rows.size === 0);
  const audits = isSilent ? [] : [readNote(look, { ...place, facts: factsOf(look, seen) })];
  return { looked: { kind: "given", found, opening }, audits };
}
