import type { Change } from "../../src/outcome.ts";
import type { Filter, Reader, Saved } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { decode, type Encoded, encode } from "./codec.ts";

import { APPEND_ONLY, inWritingOrder, REFERENCES, UNIQUE, type UniqueRule } from "./keys.ts";
import { memoryLists } from "./memory-lists.ts";
import { memorySearch } from "./memory-search.ts";

import { createMemoryTable, type MemoryTable } from "./memory-table.ts";
import { memoryTallies } from "./memory-tallies.ts";
import { TABLES } from "./tables.ts";

/** A change as it would be stored, and what stands in its place; no row where it is removed. */
interface Write {
  readonly table: Table;
  readonly id: string;
  readonly readAt: number;
  readonly row: Encoded | undefined;
}

type Tables = ReadonlyMap<Table, MemoryTable<Table>>;

/** All there is of one desk. */
export interface MemoryDesk {
  readonly reader: Reader;
  /** The rows as they would be stored. */
  find<T extends Table>(table: T, filter: Filter<Rows[T]>): Encoded[];
  /** The rows that have a time at which they are due, and it has come by then; in no order. */
  timedBy(table: Table, now: number): Encoded[];
  save(eventId: string | null, changes: readonly Change[]): Saved;
  /** The same rows in a desk of its own. */
  fork(): MemoryDesk;
}

function tableOf<T extends Table>(tables: Tables, table: T): MemoryTable<T> {
  const found = tables.get(table);
  if (found === undefined) throw new TypeError(`There is no table ${table}.`);
  return found as unknown as MemoryTable<T>;
}

function asWrite({ table, row, remove }: Change): Write {
  const place = { table, id: row.id, readAt: row.version };
  return { ...place, row: remove ? undefined : { ...encode(table, row as Rows[Table]), version: row.version + 1 } };
}

function covers({ columns, among }: UniqueRule, row: Encoded): boolean {
  const limited = among === undefined || among.values.includes(String(row[among.column]));
  return limited && columns.every((column) => row[column] !== null);
}

/** Rows of the product by what they are made of: each is made once, and nobody can change it. */
const MADE = new WeakMap<Encoded, Rows[Table]>();

function frozen<V>(value: V): V {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** The row of the product that is stored so. Nobody can change it. */
export function rowOf<T extends Table>(table: T, stored: Encoded): Rows[T] {
  const known = MADE.get(stored) as Rows[T] | undefined;
  if (known !== undefined) return known;
  const row = frozen(decode(table, stored));
  MADE.set(stored, row);
  return row;
}

/** Whether another row has what must be unique in this one. */
function isTaken(tables: Tables, { table, id }: Write, row: Encoded): boolean {
  const rules: readonly UniqueRule[] = UNIQUE[table] ?? [];
  return rules.some((rule) => {
    if (!covers(rule, row) || rule.columns.some((column) => row[column] == null)) return false;
    const where = Object.fromEntries(rule.columns.map((column) => [column, row[column] ?? null]));
    return tableOf(tables, table)
      .alike(where)
      .some((other) => other.id !== id && covers(rule, other));
  });
}

function refuse(table: Table, id: unknown, target: Table, named: unknown): never {
  throw new Error(`Nothing was saved, for ${table} ${id} refers to a ${target} that is not there: ${named}.`);
}

/** Throws where a row names another that is not there. */
function checkNamed(tables: Tables, { table, id }: Write, row: Encoded): void {
  for (const [column, target] of Object.entries(REFERENCES[table] ?? {})) {
    const named = row[column] ?? null;
    if (named !== null && tableOf(tables, target).get(String(named)) === undefined) refuse(table, id, target, named);
  }
}

/** Throws where a row still names one that is gone. */
function checkNaming(tables: Tables, { table: target, id }: Write): void {
  if (tableOf(tables, target).get(id) !== undefined) return;
  for (const table of TABLES) {
    for (const [column, named] of Object.entries(REFERENCES[table] ?? {})) {
      const [naming] = named === target ? tableOf(tables, table).alike({ [column]: id }) : [];
      if (naming !== undefined) refuse(table, naming.id, target, id);
    }
  }
}

/** Throws where a row would be changed or removed of a table that only grows. */
function checkGrowing({ table, id }: Write, before: Encoded | undefined): void {
  if (before !== undefined && APPEND_ONLY.includes(table))
    throw new Error(`Nothing was saved, for ${table} ${id} stands already and the ${table} log only grows.`);
}

function fits(tables: Tables, write: Write, before: Encoded | undefined): boolean {
  if ((before?.version ?? 0) !== write.readAt) return false;
  return write.row === undefined ? before !== undefined : !isTaken(tables, write, write.row);
}

function apply(tables: Tables, writes: readonly Write[], undo: (() => void)[]): boolean {
  for (const write of writes) {
    const table = tableOf(tables, write.table);
    const before = table.get(write.id);
    if (!fits(tables, write, before)) return false;
    checkGrowing(write, before);
    undo.unshift(() => table.put(write.id, before));
    table.put(write.id, write.row);
  }
  for (const write of writes) {
    if (write.row === undefined) checkNaming(tables, write);
    else checkNamed(tables, write, write.row);
  }
  return true;
}

/** Applies all or nothing; false where a row has moved or a unique value is taken. */
function applyAll(tables: Tables, writes: readonly Write[]): boolean {
  const undo: (() => void)[] = [];
  let applied = false;
  try {
    applied = apply(tables, writes, undo);
    return applied;
  } finally {
    if (!applied) for (const step of undo) step();
  }
}

/** A desk without a row. */
export function createMemoryDesk(): MemoryDesk {
  return deskOf(new Map(TABLES.map((table) => [table, createMemoryTable(table)])), new Set());
}

/** A desk of these rows, that has heard of these events. */
function deskOf(tables: Tables, inbox: Set<string>): MemoryDesk {
  const find: MemoryDesk["find"] = (table, filter) => tableOf(tables, table).find(filter);
  const list: Reader["list"] = async (table, filter) => find(table, filter).map((row) => rowOf(table, row));
  const get: Reader["get"] = async (table, id) => {
    const found = tableOf(tables, table).get(id);
    return found === undefined ? null : rowOf(table, found);
  };
  return {
    reader: { get, list, ...memoryTallies(list), ...memoryLists(list), ...memorySearch(list) },
    find,
    timedBy: (table, now) => tableOf(tables, table).timedBy(now),
    save: (eventId, changes) => {
      if (eventId !== null && inbox.has(eventId)) return "seen";
      if (!applyAll(tables, inWritingOrder(changes).map(asWrite))) return "stale";
      if (eventId !== null) inbox.add(eventId);
      return "saved";
    },
    fork: () => deskOf(new Map([...tables].map(([name, table]) => [name, table.fork()])), new Set(inbox)),
  };
}
