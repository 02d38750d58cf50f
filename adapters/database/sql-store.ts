import type { Change } from "../../src/outcome.ts";
import type { Among, Reader, Saved, Store } from "../../src/ports.ts";
import type { Post, Rows, Table } from "../../src/rows.ts";
import { decode, type Encoded, encode } from "./codec.ts";
import { conditionsOf, isHopeless } from "./conditions.ts";
import { selectDesks, selectDue, selectHeads } from "./desk-queries.ts";
import type { Engine } from "./engine.ts";
import { keepWords } from "./kept-words.ts";
import { inWritingOrder } from "./keys.ts";
import { DESK, deleteRow, insertEvent, insertRow, selectRow, selectRowsWhere, updateRow } from "./queries.ts";
import { sqlLists } from "./sql-lists.ts";
import { sqlSearch } from "./sql-search.ts";
import { sqlTallies } from "./sql-tallies.ts";
import type { Statement } from "./statement.ts";
import { wordSearch } from "./word-search.ts";

function put<T extends Table>(desk: string, table: T, row: Rows[T]): Statement {
  const stored = encode(table, row);
  stored.version = row.version + 1;
  return row.version === 0 ? insertRow(desk, table, stored) : updateRow(desk, table, stored, row.version);
}

function write(desk: string, { table, row, remove }: Change): Statement {
  return remove ? deleteRow(desk, table, row.id, row.version) : put(desk, table, row);
}

function headFrom({ [DESK]: desk, ...stored }: Encoded): { desk: string; post: Post } {
  return { desk: String(desk), post: decode("post", stored) };
}

function readerOf(engine: Engine, desk: string): Reader {
  return {
    get: async (table, id) => {
      const [found] = await engine.all(selectRow(desk, table, id));
      return found === undefined ? null : decode(table, found);
    },
    list: async (table, filter) => {
      const conditions = conditionsOf(table, filter);
      if (conditions.some(isHopeless)) return [];
      const found = await engine.all(selectRowsWhere(desk, table, conditions, filter));
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
  return {
    at: (desk) => readerOf(engine, desk),
    save: async (desk, event, changes): Promise<Saved> => {
      const remembered = event.id === null ? [] : [insertEvent(desk, event.id, event.at)];
      const words = engine.dialect.keepsWords ? changes.flatMap((change) => keepWords(desk, change)) : [];
      const statements = [...remembered, ...inWritingOrder(changes).map((change) => write(desk, change)), ...words];
      if (statements.length === 0) return "saved";
      const failed = await engine.apply(statements);
      if (failed === null) return "saved";
      return failed < remembered.length ? "seen" : "stale";
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
