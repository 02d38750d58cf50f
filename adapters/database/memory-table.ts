import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import type { Encoded, Value } from "./codec.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { createSpans } from "./memory-spans.ts";

/** One table in memory, its rows as they would be stored. */
export interface MemoryTable<T extends Table> {
  get(id: string): Encoded | undefined;
  /** Puts the row in the place of what stood under the id; undefined takes it away. */
  put(id: string, row: Encoded | undefined): void;
  find(filter: Filter<Rows[T]>): Encoded[];
  /** The rows that have all of these values as they would be stored, in no order. */
  alike(values: Encoded): Encoded[];
  /** The rows that have a time at which they are due, and it has come by then; in no order. */
  timedBy(now: number): Encoded[];
  /** The same rows in a table of its own. */
  fork(): MemoryTable<T>;
}

type Index = Map<Value, Map<string, Encoded>>;

/** From here on stand the halves of characters beyond the first 65,536, though not all of what stands there is one. */
const FIRST_SURROGATE = 0xd800;

/** Orders texts by code point, as the databases do. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  const isPlain = at === shorter || a.charCodeAt(at) < FIRST_SURROGATE || b.charCodeAt(at) < FIRST_SURROGATE;
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

/** The first of the rows by the column and then by id, as many as are wanted. */
function firstOf(rows: Encoded[], column: string, descending: boolean, limit: number | undefined): Encoded[] {
  if (rows.length < 2) return rows.slice(0, limit);
  const sign = descending ? -1 : 1;
  const byId = (a: Encoded, b: Encoded) => sign * compareTexts(String(a.id), String(b.id));
  const byColumn = (a: Encoded, b: Encoded) => sign * compare(a[column] ?? null, b[column] ?? null) || byId(a, b);
  const inOrder = column === "id" ? byId : byColumn;
  if (limit === 1) return [rows.reduce((first, row) => (inOrder(row, first) < 0 ? row : first))];
  return rows.sort(inOrder).slice(0, limit);
}

/** The indexes of a table, each made when it is first asked for and kept up from then on. */
function createIndexes(rows: ReadonlyMap<string, Encoded>) {
  const indexes = new Map<string, Index>();
  const add = (index: Index, column: string, id: string, row: Encoded) => {
    const value = row[column] ?? null;
    const known = index.get(value);
    if (known === undefined) index.set(value, new Map([[id, row]]));
    else known.set(id, row);
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
    /** What stays where it is keeps its place, so that rows stand by id as far as they came so. */
    put: (id: string, before: Encoded | undefined, after: Encoded | undefined) => {
      for (const [column, index] of indexes) {
        const isMoved = (before?.[column] ?? null) !== (after?.[column] ?? null) || after === undefined;
        if (isMoved && before !== undefined) index.get(before[column] ?? null)?.delete(id);
        if (after !== undefined) add(index, column, id, after);
      }
    },
    /** The rows that have one of the values, by value. */
    lookUp: (column: string, values: readonly Value[]) => {
      const index = indexOf(column);
      return [...new Set(values)].flatMap((value) => index.get(value) ?? []);
    },
  };
}

/** Those rows of a table that have a time at which they are due, and the earliest of these times. */
function createTimed(timed: Map<string, Encoded>) {
  /** Null where it has to be looked for. */
  let earliest: number | null = null;
  const dueAtOf = (row: Encoded | undefined): number => Number(row?.dueAt ?? Number.POSITIVE_INFINITY);
  const found = (): number =>
    [...timed.values()].reduce((least, row) => Math.min(least, dueAtOf(row)), dueAtOf(undefined));
  return {
    put: (id: string, row: Encoded | undefined) => {
      if (dueAtOf(timed.get(id)) === earliest) earliest = null;
      timed.delete(id);
      if ((row?.dueAt ?? null) === null || row === undefined) return;
      timed.set(id, row);
      if (earliest !== null) earliest = Math.min(earliest, dueAtOf(row));
    },
    by: (now: number): Encoded[] => {
      earliest ??= found();
      return earliest > now ? [] : [...timed.values()].filter((row) => dueAtOf(row) <= now);
    },
    fork: () => new Map(timed),
  };
}

/** A table with the rows of another, or none; no row in it is ever changed, but another put in its place. */
export function createMemoryTable<T extends Table>(
  table: T,
  rows: Map<string, Encoded> = new Map(),
  withTimes: Map<string, Encoded> = new Map(),
): MemoryTable<T> {
  const indexes = createIndexes(rows);
  const spans = createSpans(rows);
  const timed = createTimed(withTimes);
  /** The fewest rows among which all are that meet the conditions, and how many they are. */
  const candidates = (conditions: readonly Condition[]): Encoded[] => {
    let [found, count] = [(): Encoded[] => [...rows.values()], rows.size];
    const bounds = new Map<string, readonly [number, number]>();
    for (const condition of conditions) {
      if (condition.kind === "atMost" || condition.kind === "atLeast") {
        const { column } = condition;
        const [from, to] = spans.of(column).placesOf(condition);
        const [since, until] = bounds.get(column) ?? [0, Number.POSITIVE_INFINITY];
        const [first, last] = [Math.max(from, since), Math.min(to, until)];
        bounds.set(column, [first, last]);
        if (last - first < count) [found, count] = [() => spans.of(column).between(first, last), last - first];
      }
      if (condition.kind !== "among") continue;
      const wanted = condition.orNull ? [...condition.values, null] : condition.values;
      const parts = indexes.lookUp(condition.column, wanted);
      const size = parts.reduce((sum, part) => sum + part.size, 0);
      if (size < count) [found, count] = [() => parts.flatMap((part) => [...part.values()]), size];
    }
    return count <= 0 ? [] : found();
  };
  const meeting = (conditions: readonly Condition[]): Encoded[] =>
    candidates(conditions).filter((row) => conditions.every((condition) => meets(row, condition)));
  return {
    get: (id) => rows.get(id),
    put: (id, row) => {
      indexes.put(id, rows.get(id), row);
      spans.put(rows.get(id), row);
      timed.put(id, row);
      if (row === undefined) rows.delete(id);
      else rows.set(id, row);
    },
    find: (filter) => {
      const found = meeting(conditionsOf(table, filter));
      return firstOf(found, filter.orderBy ?? "id", filter.descending === true, filter.limit);
    },
    alike: (values) =>
      meeting(
        Object.entries(values).map(([column, value]) => ({
          ...{ kind: "among", column, values: value === null ? [] : [value], orNull: value === null },
        })),
      ),
    timedBy: timed.by,
    fork: () => createMemoryTable(table, new Map(rows), timed.fork()),
  };
}
