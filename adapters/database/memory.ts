import type { Change } from "../../src/outcome.ts";
import type { Filter, Saved, Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { decode, type Encoded, encode } from "./codec.ts";
import { inWritingOrder, REFERENCES, UNIQUE, type UniqueRule } from "./keys.ts";
import { createMemoryTable, type MemoryTable } from "./memory-table.ts";
import { memoryTallies } from "./memory-tallies.ts";
import { TABLES } from "./tables.ts";

/** A change as it would be stored, and what stands in its place. */
interface Write {
  readonly table: Table;
  readonly id: string;
  readonly readAt: number;
  readonly row: Encoded;
}

type Tables = ReadonlyMap<Table, MemoryTable<Table>>;

function tableOf<T extends Table>(tables: Tables, table: T): MemoryTable<T> {
  const found = tables.get(table);
  if (found === undefined) throw new TypeError(`There is no table ${table}.`);
  return found as unknown as MemoryTable<T>;
}

function asWrite<T extends Table>(table: T, row: Rows[T]): Write {
  const stored = encode(table, row);
  return { table, id: row.id, readAt: row.version, row: { ...stored, version: row.version + 1 } };
}

function covers({ columns, among }: UniqueRule, row: Encoded): boolean {
  const limited = among === undefined || among.values.includes(String(row[among.column]));
  return limited && columns.every((column) => row[column] !== null);
}

/** Whether another row has what must be unique in this one. */
function isTaken(tables: Tables, { table, id, row }: Write): boolean {
  const rules: readonly UniqueRule[] = UNIQUE[table] ?? [];
  return rules.some((rule) => {
    if (!covers(rule, row)) return false;
    const where = Object.fromEntries(rule.columns.map((column) => [column, row[column]]));
    const alike = tableOf(tables, table).find({ where } as Filter<Rows[Table]>);
    return alike.some((other) => other.id !== id && covers(rule, other));
  });
}

/** Throws where a row names another that is not there. */
function checkReferences(tables: Tables, { table, id, row }: Write): void {
  for (const [column, target] of Object.entries(REFERENCES[table] ?? {})) {
    const named = row[column] ?? null;
    if (named === null || tableOf(tables, target).get(String(named)) !== undefined) continue;
    throw new Error(`Nothing was saved, for ${table} ${id} refers to a ${target} that is not there: ${named}.`);
  }
}

function apply(tables: Tables, writes: readonly Write[], undo: (() => void)[]): boolean {
  for (const write of writes) {
    const table = tableOf(tables, write.table);
    const before = table.get(write.id);
    if ((before?.version ?? 0) !== write.readAt || isTaken(tables, write)) return false;
    undo.unshift(() => table.put(write.id, before));
    table.put(write.id, write.row);
  }
  for (const write of writes) checkReferences(tables, write);
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

/** Whether its time has come, and nobody holds it any more. */
function isDue({ dueAt, leaseUntil }: Encoded, now: number): boolean {
  return Number(dueAt) <= now && Number(leaseUntil ?? 0) <= now;
}

function headsOf(tables: Tables, now: number, limit: number): Encoded[] {
  const heads = new Map<unknown, Encoded>();
  for (const post of tableOf(tables, "post").find({ where: { state: ["pending", "sending"] } })) {
    if (!heads.has(post.lane)) heads.set(post.lane, post);
  }
  return [...heads.values()].filter((post) => isDue(post, now)).slice(0, limit);
}

/** A store that lasts as long as the process; it keeps to uniqueness and references, not to the schema's other checks. */
export function createMemoryStore(): Store {
  const tables: Tables = new Map(TABLES.map((table) => [table, createMemoryTable(table)]));
  const inbox = new Set<string>();
  const list: Store["list"] = async (table, filter) =>
    tableOf(tables, table)
      .find(filter)
      .map((row) => decode(table, row));
  return {
    get: async (table, id) => {
      const found = tableOf(tables, table).get(id);
      return found === undefined ? null : decode(table, found);
    },
    list,
    ...memoryTallies(list),
    save: async (event, changes: readonly Change[]): Promise<Saved> => {
      if (event.id !== null && inbox.has(event.id)) return "seen";
      const writes = inWritingOrder(changes).map(({ table, row }) => asWrite(table, row));
      if (!applyAll(tables, writes)) return "stale";
      if (event.id !== null) inbox.add(event.id);
      return "saved";
    },
    heads: async (now, limit) => headsOf(tables, now, limit).map((row) => decode("post", row)),
    close: async () => {},
  };
}
