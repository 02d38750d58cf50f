/** One row that was saved: its desk, its table and its id. */
export type NamedRow = readonly [desk: string, table: string, id: string];

/** What a process has saved within a moment, for the other processes on the database. It is kept with the first desk. */
export interface News {
  readonly id: string;
  readonly version: number;
  /** Which process saved it. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly NamedRow[];
}

/** So long news are kept, milliseconds: whoever has not heard of them by then has slept. */
export const NEWS_KEPT_MS = 60_000;
