import { BOUNDS, firstAndLatest } from "./bounds.ts";

/** A file that came with a message: its name and type only, never its content. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  /** The platform's own name of the file, where its address does not last. */
  readonly id?: string;
}

/** A wording that was replaced, and when. */
export interface EarlierText {
  readonly text: string;
  readonly until: number;
  /** How many wordings between the one before and this one are not kept; none if absent. */
  readonly skipped?: number;
}

/** One entry of a transcript. Edits and deletions are kept as such. */
export interface Entry {
  /** `{conversation}/{platform message id}`, so that an edit finds its entry. */
  readonly id: string;
  readonly version: number;
  readonly interactionId: string;
  /** Order of arrival within the interaction, from 1. */
  readonly position: number;
  readonly author: "customer" | "agent" | "bot" | "system";
  readonly address: string | null;
  readonly name: string | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly at: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
  readonly history: readonly EarlierText[];
}

/** The id of the entry for a platform message. */
export function entryId(conversation: string, messageId: string): string {
  return `${conversation}/${messageId}`;
}

/** The first of the wordings and the latest, the second of which says how many there were between them. */
function keptWordings(all: readonly EarlierText[]): readonly EarlierText[] {
  const kept = firstAndLatest(all, BOUNDS.wordings);
  const [first, second, ...rest] = kept;
  if (kept.length === all.length || first === undefined || second === undefined) return kept;
  const skipped = all.slice(1, 1 + all.length - kept.length).reduce((sum, one) => sum + 1 + (one.skipped ?? 0), 0);
  return [first, { ...second, skipped: skipped + (second.skipped ?? 0) }, ...rest];
}

/** The entry with a wording that was over when it came: it takes its turn in the history, if what was before it is kept there. */
function wordedBefore(entry: Entry, text: string, at: number): Entry {
  const turn = entry.history.findIndex(({ until }) => until > at);
  const next = entry.history[turn];
  if (next === undefined || next.text === text) return entry;
  const [before, after] = [entry.history.slice(0, turn), entry.history.slice(turn + 1)];
  const history = keptWordings([...before, { ...next, until: at }, { text, until: next.until }, ...after]);
  return { ...entry, history };
}

/**
 * The entry after its author changed the words; the earlier ones stay in `history`, of very many the first and the latest. The words
 * that were written last stand, in whatever order they come.
 */
export function edited(entry: Entry, text: string, at: number): Entry {
  if (text === entry.text) return entry;
  if (at < (entry.editedAt ?? at)) return wordedBefore(entry, text, at);
  return { ...entry, text, editedAt: at, history: keptWordings([...entry.history, { text: entry.text, until: at }]) };
}

/** The entry after its author took it back; the words stay for the record and are shown as deleted. */
export function deleted(entry: Entry, at: number): Entry {
  return entry.deletedAt === null ? { ...entry, deletedAt: at } : entry;
}
