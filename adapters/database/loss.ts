import { knownBeside } from "./marker.ts";
import type { Connection } from "./sqlite-connection.ts";

/** Rows that a database has had and has no longer. Times are milliseconds since 1970. */
export interface Loss {
  /** The newest that is there is of about then; null where that cannot be told. */
  readonly from: number | null;
  /** It was written until then at least. */
  readonly to: number;
  /** Whether a start has found and told it already. */
  readonly isTold: boolean;
}

/** So long what was told is worth telling again, milliseconds. */
const RECENT = 7 * 24 * 60 * 60_000;
/** The row in which a database keeps when it was last written; of no desk. */
const ROW = "'', 'kept-until'";

/** Writes into the database that it was written, a little later each time, whatever the clock says; gives that moment. */
export function createKeeping(connection: Connection): (now: number) => number {
  const write = connection
    .prepare(
      `INSERT INTO work (desk_id, id, version) VALUES (${ROW}, ?)
      ON CONFLICT DO UPDATE SET version = MAX(version + 1, excluded.version) RETURNING version`,
    )
    .pluck();
  return connection.transaction((now: number) => Number(write.get(Math.max(1, now)))).immediate;
}

function keptUntil(connection: Connection): number | null {
  const found = connection.prepare(`SELECT version FROM work WHERE (desk_id, id) = (${ROW})`).pluck().get();
  return found === undefined ? null : Number(found);
}

/** What an opened database lacks of what is known of it beside it: the log that SQLite keeps beside it was lost, or an older copy stands in its place. */
export function lossOf(path: string, connection: Connection, now: number): Loss | null {
  // In this order: a program at work writes the database first.
  const { until, loss: told } = knownBeside(path);
  const kept = keptUntil(connection);
  if (until !== null && (kept ?? 0) < until) return { from: kept, to: until, isTold: false };
  return told !== null && told.found > now - RECENT ? { from: told.from, to: told.to, isTold: true } : null;
}

/** A loss with what is to be done about it, in sentences; `shown` is how people know the database. */
export function lossText(shown: string, loss: Loss): string {
  return `${lossFound(shown, loss)} ${lossRemedy(loss)}`;
}

/** What is known of a loss. */
export function lossFound(shown: string, { from, to }: Loss): string {
  const newest = from === null ? "" : `; the newest that is there is of ${new Date(from).toISOString()}`;
  const why = `its file ${shown}-wal was removed or left behind by a copy, or an older copy was put in its place by hand`;
  return `${shown} was written until ${new Date(to).toISOString()} and has lost what was kept last${newest}: ${why}.`;
}

/** What is to be done about a loss. */
export function lossRemedy({ isTold }: Loss): string {
  return isTold
    ? "What is gone cannot come back by now: customers may have been asked again. Copy with emptychair backup, never the file alone."
    : "Where that -wal is still somewhere, stop the program and put it back beside the file as it was; else it goes on with what is there, and may ask or say again what it had.";
}
