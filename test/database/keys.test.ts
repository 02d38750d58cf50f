import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Codec } from "../../adapters/database/column-codecs.ts";
import { Database } from "../../adapters/database/driver.ts";
import { REFERENCES, UNIQUE } from "../../adapters/database/keys.ts";
import { columnName } from "../../adapters/database/queries.ts";
import type { Connection } from "../../adapters/database/sqlite-connection.ts";
import { COLUMNS, TABLES } from "../../adapters/database/tables.ts";
import type { Table } from "../../src/rows.ts";
import { openStore, temporaryFolder } from "./open-store.ts";

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}
interface IndexInfo {
  name: string;
  unique: number;
  origin: string;
  partial: number;
}

/** The schema as SQLite tells it. */
async function openSchema() {
  const path = join(temporaryFolder(), "desk.db");
  await (await openStore(path)).close();
  return new Database(path, { readonly: true });
}

/** Unique sets of columns of a table, besides the id; a partial one with a question mark. */
function uniqueSets(database: Connection, table: Table): string[] {
  const indexes = database.pragma(`index_list("${table}")`) as IndexInfo[];
  return indexes
    .filter(({ unique, origin }) => unique === 1 && origin !== "pk")
    .map(({ name, partial }) => {
      const columns = database.pragma(`index_info("${name}")`) as ColumnInfo[];
      return columns.map((column) => column.name).join(",") + (partial === 1 ? "?" : "");
    });
}

describe("the description of the tables is what the migrations make", () => {
  it("in columns, types and nulls", async () => {
    const database = await openSchema();
    for (const table of TABLES) {
      const found = database.pragma(`table_info("${table}")`) as ColumnInfo[];
      const columns = Object.entries<Codec>(COLUMNS[table]).map(([property, codec]) => ({
        name: columnName(property),
        type: /^(?:integer|flag)/.test(codec) ? "INTEGER" : "TEXT",
        notnull: codec.endsWith("?") ? 0 : 1,
      }));
      expect(found.map(({ name, type, notnull }) => ({ name, type, notnull }))).toEqual([
        { name: "desk_id", type: "TEXT", notnull: 1 },
        ...columns,
      ]);
      const keys = found.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      expect(keys.map(({ name }) => name)).toEqual(["desk_id", "id"]);
    }
    database.close();
  });

  it("in what is unique, the desk first", async () => {
    const database = await openSchema();
    for (const table of TABLES) {
      const expected = (UNIQUE[table] ?? []).map(
        ({ columns, among }) => ["desk_id", ...columns.map(columnName)].join(",") + (among === undefined ? "" : "?"),
      );
      expect(uniqueSets(database, table).sort()).toEqual(expected.sort());
    }
    database.close();
  });

  it("in what refers to what, all of it held to at the end of a save", async () => {
    const database = await openSchema();
    for (const table of TABLES) {
      const found = database.pragma(`foreign_key_list("${table}")`) as {
        id: number;
        seq: number;
        from: string;
        to: string;
        table: string;
      }[];
      const expected = Object.entries(REFERENCES[table] ?? {}).map(
        ([column, target]) => `desk_id,${columnName(column)} ${target} desk_id,id`,
      );
      const keys = [...new Set(found.map(({ id }) => id))].map((id) =>
        found.filter((part) => part.id === id).sort((a, b) => a.seq - b.seq),
      );
      const texts = keys.map(
        (parts) => `${parts.map(({ from }) => from)} ${parts[0]?.table} ${parts.map(({ to }) => to)}`,
      );
      expect(texts.sort()).toEqual(expected.sort());
    }
    const definitions = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table'").pluck().all().join("\n");
    expect(definitions.match(/REFERENCES/g)?.length).toBe(definitions.match(/DEFERRABLE INITIALLY DEFERRED/g)?.length);
    database.close();
  });

  it("and every table is strict", async () => {
    const database = await openSchema();
    const lax = database.prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(lax.pluck().all()).toEqual([]);
    database.close();
  });
});
