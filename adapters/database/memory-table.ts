import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import type { Encoded, Value } from "./codec.ts";
import { type Condition, conditionsOf } from "./conditions.ts";

/** One table in memory, its rows as they would be stored. */
export interface MemoryTable<T extends Table> {
  get(id: string): Encoded | undefined;
  /** Puts the row in the place of what stood under the id; undefined takes it away. */
  put(id: string, row: Encoded | undefined): void;
  find(filter: Filter<Rows[T]>): Encoded[];
  /** The rows that have a time at which they are due, in no order. */
  timed(): Encoded[];
  /** The same rows in a table of its own. */
  fork(): MemoryTable<T>;
}

type Index = Map<Value, Set<string>>;

const SURROGATE = /[\ud800-\udfff]/;

/** Orders texts by code point, as the databases do. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const isPlain = !SURROGATE.test(a) && !SURROGATE.test(b);
  return isPlain ? (a < b ? -1 : 1) : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Null counts as lowest. */
function compare(a: Value, b: Value): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b));
}

function meets(row: Encoded, condition: Condition): boolean {
  const value = row[condition.column] ?? null;
  if (condition.kind === "among") return value === null ? condition.orNull : condition.values.includes(value);
  if (value === null) return false;
  if (condition.kind === "startsWith") return String(value).startsWith(condition.value);
  const order = compare(value, condition.value);
  if (condition.kind === "after") return order > 0;
  return condition.kind === "atMost" ? order <= 0 : order >= 0;
}

function ordered(rows: Encoded[], column: string, descending: boolean): Encoded[] {
  const sign = descending ? -1 : 1;
  const by = (name: string, a: Encoded, b: Encoded) => compare(a[name] ?? null, b[name] ?? null);
  return rows.sort((a, b) => sign * (by(column, a, b) || by("id", a, b)));
}

function sizeOf(sets: readonly ReadonlySet<string>[]): number {
  return sets.reduce((sum, set) => sum + set.size, 0);
}

/** The indexes of a table, each made when it is first asked for and kept up from then on. */
function createIndexes(rows: ReadonlyMap<string, Encoded>) {
  const indexes = new Map<string, Index>();
  const add = (index: Index, column: string, id: string, row: Encoded) => {
    const value = row[column] ?? null;
    const ids = index.get(value) ?? new Set();
    index.set(value, ids.add(id));
  };
  const indexOf = (column: string): Index => {
    const known = indexes.get(column);
    if (known !== undefined) return known;
    const index: Index = new Map();
    for (const [id, row] of rows) add(index, column, id, row);
    indexes.set(column, index);
    return index;
  };
  return {
    enter: (id: string, row: Encoded) => {
      for (const [column, index] of indexes) add(index, column, id, row);
    },
    leave: (id: string, row: Encoded) => {
      for (const [column, index] of indexes) index.get(row[column] ?? null)?.delete(id);
    },
    lookUp: (column: string, values: readonly Value[]) =>
      [...new Set(values)].flatMap((value) => indexOf(column).get(value) ?? []),
  };
}

/** A table with the rows of another, or none; no row in it is ever changed, but another put in its place. */
export function createMemoryTable<T extends Table>(
  table: T,
  rows: Map<string, Encoded> = new Map(),
  timed: Map<string, Encoded> = new Map(),
): MemoryTable<T> {
  const indexes = createIndexes(rows);
  const candidates = (conditions: readonly Condition[]): Encoded[] => {
    const found = conditions.flatMap((condition) => {
      if (condition.kind !== "among") return [];
      return [indexes.lookUp(condition.column, condition.orNull ? [...condition.values, null] : condition.values)];
    });
    if (found.length === 0) return [...rows.values()];
    const narrowest = found.reduce((least, sets) => (sizeOf(sets) < sizeOf(least) ? sets : least));
    const ids = narrowest.flatMap((set) => [...set]);
    return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
  };
  return {
    get: (id) => rows.get(id),
    put: (id, row) => {
      const before = rows.get(id);
      if (before !== undefined) indexes.leave(id, before);
      rows.delete(id);
      timed.delete(id);
      if (row === undefined) return;
      rows.set(id, row);
      if ((row.dueAt ?? null) !== null) timed.set(id, row);
      indexes.enter(id, row);
    },
    find: (filter) => {
      const conditions = conditionsOf(table, filter);
      const found = candidates(conditions).filter((row) => conditions.every((condition) => meets(row, condition)));
      return ordered(found, filter.orderBy ?? "id", filter.descending === true).slice(0, filter.limit);
    },
    timed: () => [...timed.values()],
    fork: () => createMemoryTable(table, new Map(rows), new Map(timed)),
  };
}
