import type { Draft } from "./outcome.ts";
import type { Filter, Reader } from "./ports.ts";
import type { Rows, Table } from "./rows.ts";

/** A reader for one decision: it reads a row once, so that all of the decision is made from the same version of it. */
export function readOnce(store: Reader): Reader {
  const read = new Map<string, Rows[Table] | null>();
  return {
    ...store,
    get: async <T extends Table>(table: T, id: string): Promise<Rows[T] | null> => {
      const key = `${table} ${id}`;
      if (!read.has(key)) read.set(key, await store.get(table, id));
      return read.get(key) as Rows[T] | null;
    },
    list: async <T extends Table>(table: T, filter: Filter<Rows[T]>): Promise<Rows[T][]> => {
      const rows = await store.list(table, filter);
      return rows.map((row) => {
        const key = `${table} ${row.id}`;
        const known = (read.get(key) ?? row) as Rows[T];
        read.set(key, known);
        return known;
      });
    },
  };
}

/**
 * A reader over a draft: a row that the draft has put is given as it stands there, and one that is to be gone is not given. `list` finds
 * what the store finds, by how the rows stand in the store: rows that only the draft has are not listed.
 */
export function readOver(store: Reader, draft: Draft): Reader {
  return {
    ...store,
    get: async (table, id) => {
      const drafted = draft.drafted(table, id);
      return drafted === undefined ? store.get(table, id) : drafted;
    },
    list: async (table, filter) => {
      const rows = await store.list(table, filter);
      return rows.flatMap((row) => {
        const drafted = draft.drafted(table, row.id);
        return drafted === null ? [] : [drafted ?? row];
      });
    },
  };
}
