import type { Change } from "../../src/outcome.ts";
import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { createBounded } from "./cache.ts";
import { decode, type Encoded } from "./codec.ts";
import { UNIQUE } from "./keys.ts";

/** Tables whose rows are read again with nearly every message. */
const REMEMBERED: ReadonlySet<Table> = new Set(["interaction", "customer", "identity"]);
/** Tables that seldom change and are looked through with every message. */
const QUIET: ReadonlySet<Table> = new Set(["listener"]);

/** Most rows, and most lists, that are remembered. */
const MOST = 5_000;

/** What one process remembers of a database, as it is stored: it holds only while no other program has changed anything. */
export interface RowMemory {
  /** How often all was forgotten: what was read before that is not kept after it. */
  readonly era: number;
  /** The row; undefined where it is not remembered. */
  row<T extends Table>(desk: string, table: T, id: string): Rows[T] | undefined;
  /** Keeps a row as it is stored. */
  keep(desk: string, table: Table, stored: Encoded): void;
  /** What the filter finds; undefined where that is not remembered. */
  list<T extends Table>(desk: string, table: T, filter: Filter<Rows[T]>): Rows[T][] | undefined;
  keepList<T extends Table>(desk: string, table: T, filter: Filter<Rows[T]>, found: readonly Encoded[]): void;
  /** A change that has just been committed, with its row as stored. */
  changed(desk: string, change: Change, stored: Encoded | null): void;
  /** Forgets the row of a change that could not be made. */
  doubt(desk: string, change: Change): void;
}

/** Whatever is not remembered is read. */
export const NO_MEMORY: RowMemory = {
  era: 0,
  row: () => undefined,
  keep: () => {},
  list: () => undefined,
  keepList: () => {},
  changed: () => {},
  doubt: () => {},
};

/** The columns by whose value alone a row of the table is found. */
function soleColumns(table: Table): readonly string[] {
  const rules = UNIQUE[table] ?? [];
  return rules.flatMap(({ columns, among }) => (columns.length === 1 && among === undefined ? [...columns] : []));
}

const SOLE = new Map<Table, readonly string[]>([...REMEMBERED].map((table) => [table, soleColumns(table)]));

/** The column and the value by which the filter finds one row; null where it says more or less. */
function soleIn<T extends Table>(table: T, { where, ...others }: Filter<Rows[T]>): readonly [string, string] | null {
  const columns = SOLE.get(table);
  if (columns === undefined || where === undefined) return null;
  const { limit = 1, ...further } = others;
  const [condition, more] = Object.entries(where);
  if (condition === undefined || more !== undefined || limit !== 1 || Object.keys(further).length > 0) return null;
  const [column, value] = condition;
  return columns.includes(column) && typeof value === "string" ? [column, value] : null;
}

/** A memory that holds as long as the epoch stays what it is: another one says that somebody else has changed rows. */
export function createRowMemory(epoch: () => number): RowMemory {
  const rows = createBounded<Encoded>(MOST);
  const ids = createBounded<string>(MOST);
  const lists = createBounded<readonly Encoded[]>(MOST);
  let since: number | null = null;
  let era = 0;

  const forget = (): void => {
    era += 1;
    for (const { kept } of [rows, ids, lists]) kept.clear();
  };
  /** Whether what is remembered still holds; otherwise all of it is forgotten. */
  const isCurrent = (): boolean => {
    const now = epoch();
    if (now === since) return true;
    since = now;
    forget();
    return false;
  };
  /** Rows as they were last given: each is made of its stored one once, and nobody changes it. */
  const made = new WeakMap<Encoded, Rows[Table]>();
  const rowOf = <T extends Table>(table: T, stored: Encoded): Rows[T] => {
    const row = (made.get(stored) ?? decode(table, stored)) as Rows[T];
    made.set(stored, row);
    return row;
  };
  const keyOf = (desk: string, table: Table, id: string): string => `${desk}\n${table}\n${id}`;

  const keep: RowMemory["keep"] = (desk, table, stored) => {
    if (!REMEMBERED.has(table)) return;
    const id = String(stored.id);
    rows.set(keyOf(desk, table, id), stored);
    for (const column of SOLE.get(table) ?? []) ids.set(keyOf(desk, table, `${column}\n${stored[column]}`), id);
  };

  /** The row that has the value in the column, as far as is remembered. */
  const rowWith = (desk: string, table: Table, [column, value]: readonly [string, string]): Encoded | undefined => {
    const id = ids.kept.get(keyOf(desk, table, `${column}\n${value}`));
    const stored = id === undefined ? undefined : rows.kept.get(keyOf(desk, table, id));
    return stored?.[column] === value ? stored : undefined;
  };
  const listKey = (desk: string, table: Table, filter: object) => keyOf(desk, table, JSON.stringify(filter));

  return {
    get era() {
      return era;
    },
    row: (desk, table, id) => {
      const stored = REMEMBERED.has(table) && isCurrent() ? rows.kept.get(keyOf(desk, table, id)) : undefined;
      return stored && rowOf(table, stored);
    },
    keep,
    list: (desk, table, filter) => {
      if (QUIET.has(table)) {
        const found = isCurrent() ? lists.kept.get(listKey(desk, table, filter)) : undefined;
        return found?.map((stored) => rowOf(table, stored));
      }
      const sole = soleIn(table, filter);
      const stored = sole !== null && isCurrent() ? rowWith(desk, table, sole) : undefined;
      return stored && [rowOf(table, stored)];
    },
    keepList: (desk, table, filter, found) => {
      if (QUIET.has(table)) lists.set(listKey(desk, table, filter), found);
      else if (soleIn(table, filter) !== null) for (const stored of found) keep(desk, table, stored);
    },
    changed: (desk, { table, row, remove }, stored) => {
      if (QUIET.has(table)) lists.kept.clear();
      if (!REMEMBERED.has(table)) return;
      if (remove || stored === null) rows.kept.delete(keyOf(desk, table, row.id));
      else keep(desk, table, stored);
    },
    doubt: (desk, { table, row }) => {
      if (QUIET.has(table)) lists.kept.clear();
      rows.kept.delete(keyOf(desk, table, row.id));
    },
  };
}
