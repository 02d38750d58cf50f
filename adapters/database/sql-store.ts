import type { Saved, Store } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { decode, encode } from "./codec.ts";
import { conditionsOf, isHopeless } from "./conditions.ts";
import type { Engine } from "./engine.ts";
import { inWritingOrder } from "./keys.ts";
import {
  insertEvent,
  insertRow,
  type Statement,
  selectHeads,
  selectRow,
  selectRowsWhere,
  updateRow,
} from "./queries.ts";
import { sqlTallies } from "./sql-tallies.ts";

function write<T extends Table>(table: T, row: Rows[T]): Statement {
  const stored = encode(table, row);
  stored.version = row.version + 1;
  return row.version === 0 ? insertRow(table, stored) : updateRow(table, stored, row.version);
}

/** The store over any engine. */
export function createSqlStore(engine: Engine): Store {
  return {
    get: async (table, id) => {
      const [found] = await engine.all(selectRow(table, id));
      return found === undefined ? null : decode(table, found);
    },
    list: async (table, filter) => {
      const conditions = conditionsOf(table, filter);
      if (conditions.some(isHopeless)) return [];
      const found = await engine.all(selectRowsWhere(table, conditions, filter));
      return found.map((row) => decode(table, row));
    },
    save: async (event, changes): Promise<Saved> => {
      const remembered = event.id === null ? [] : [insertEvent(event.id, event.at)];
      const statements = [...remembered, ...inWritingOrder(changes).map(({ table, row }) => write(table, row))];
      if (statements.length === 0) return "saved";
      const failed = await engine.apply(statements);
      if (failed === null) return "saved";
      return failed < remembered.length ? "seen" : "stale";
    },
    ...sqlTallies(engine),
    heads: async (now, limit) => {
      const found = await engine.all(selectHeads(now, limit));
      return found.map((row) => decode("post", row));
    },
    close: () => engine.close(),
  };
}
