import type { Change } from "../../src/outcome.ts";
import type { Among, Reader, Saved, Store } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { decode, type Encoded, encode } from "./codec.ts";
import { conditionsOf, isHopeless } from "./conditions.ts";
import { selectDesks, selectDue, selectHeads } from "./desk-queries.ts";
import type { Engine } from "./engine.ts";
import { keepWords } from "./kept-words.ts";
import { inWritingOrder } from "./keys.ts";
import { DESK, deleteRow, insertEvent, insertRow, selectRow, selectRowsWhere, updateRow } from "./queries.ts";
import { createRowMemory, NO_MEMORY, type RowMemory } from "./row-memory.ts";
import { sqlLists } from "./sql-lists.ts";
import { sqlSearch } from "./sql-search.ts";
import { sqlTallies } from "./sql-tallies.ts";
import type { Statement } from "./statement.ts";
import { wordSearch } from "./word-search.ts";

/** How a change is written, and its row as it is stored then; null where it is gone. */
interface WrittenChange {
  readonly statement: Statement;
  readonly stored: Encoded | null;
}

function write(desk: string, { table, row, remove }: Change): WrittenChange {
  const { id, version } = row;
  if (remove) return { statement: deleteRow(desk, table, id, version), stored: null };
  const stored = encode(table, row);
  stored.version = version + 1;
  const statement = version === 0 ? insertRow(desk, table, stored) : updateRow(desk, table, stored, version);
  return { statement, stored };
}

function headFrom({ [DESK]: desk, ...stored }: Encoded): { desk: string; post: Post } {
  return { desk: String(desk), post: decode("post", stored) };
}

function readerOf(engine: Engine, memory: RowMemory, desk: string): Reader {
  return {
    get: async (table, id) => {
      const known = memory.row(desk, table, id);
      if (known !== undefined) return known;
      const { era } = memory;
      const [found] = await engine.all(selectRow(desk, table, id));
      if (found === undefined) return null;
      if (era === memory.era) memory.keep(desk, table, found);
      return decode(table, found);
    },
    list: async (table, filter) => {
      const known = memory.list(desk, table, filter);
      if (known !== undefined) return known;
      const { era } = memory;
      const conditions = conditionsOf(table, filter);
      if (conditions.some(isHopeless)) return [];
      const found = await engine.all(selectRowsWhere(desk, table, conditions, filter));
      if (era === memory.era) memory.keepList(desk, table, filter, found);
      return found.map((row) => decode(table, row));
    },
    ...sqlTallies(engine, desk),
    ...sqlLists(engine, desk),
    ...(engine.dialect.keepsWords ? wordSearch(engine, desk) : sqlSearch(engine, desk)),
  };
}

/** The heads, kind by kind, for each kind has an index of its own order. */
async function headsAmong(engine: Engine, now: number, limit: number, { kinds, after, except }: Among) {
  const found: Encoded[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (found.length >= limit) break;
    const ofKind = { kind, after: index === 0 ? after : "", except };
    found.push(...(await engine.all(selectHeads(engine.dialect, now, limit - found.length, ofKind))));
  }
  return found;
}

/** The store over any engine. */
export function createSqlStore(engine: Engine): Store {
  const memory = engine.epoch ? createRowMemory(engine.epoch) : NO_MEMORY;
  const readers = new Map<string, Reader>();
  return {
    at: (desk) => {
      const reader = readers.get(desk) ?? readerOf(engine, memory, desk);
      readers.set(desk, reader);
      return reader;
    },
    save: async (desk, event, changes): Promise<Saved> => {
      const remembered = event.id === null ? 0 : 1;
      const statements = remembered ? [insertEvent(desk, event.id ?? "", event.at)] : [];
      const written: (Encoded | null)[] = [];
      const ordered = inWritingOrder(changes);
      for (const change of ordered) {
        const { statement, stored } = write(desk, change);
        statements.push(statement);
        written.push(stored);
      }
      if (engine.dialect.keepsWords) for (const change of changes) statements.push(...keepWords(desk, change));
      if (statements.length === 0) return "saved";
      const failed = await engine.apply(statements, () => {
        for (const [index, change] of ordered.entries()) memory.changed(desk, change, written[index] ?? null);
      });
      if (failed === null) return "saved";
      for (const change of changes) memory.doubt(desk, change);
      return failed < remembered ? "seen" : "stale";
    },
    heads: async (now, limit, among) => {
      const found = among ? headsAmong(engine, now, limit, among) : engine.all(selectHeads(engine.dialect, now, limit));
      return (await found).map(headFrom);
    },
    due: async (table, now, limit) => {
      const found = await engine.all(selectDue(table, now, limit));
      return found.map(({ desk, id }) => ({ desk: String(desk), id: String(id) }));
    },
    desksWith: async (desks, table, column, value) => {
      if (desks.length === 0) return [];
      const found = await engine.all(selectDesks(desks, table, column, value));
      return found.map(({ desk }) => String(desk));
    },
    close: () => engine.close(),
  };
}
