import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { readMigrations, readPostgresMigrations } from "../../adapters/database/migration-files.ts";
import { onPostgres } from "../../adapters/database/on-postgres.ts";
import { MIGRATIONS, putEmpty, temporaryFolder } from "./open-store.ts";
import { postgresStores } from "./postgres-stores.ts";

const stores = postgresStores();
const at = (url: string, migrations = MIGRATIONS) => onPostgres({ engine: "postgres", url }, migrations);

/** Tables of one engine alone: what SQLite's search keeps, what Postgres' search keeps, and how far the schema has come. */
const OWN = /^(?:search_|sqlite_stat|schema_version$)/;
/** Columns from which SQLite alone generates others. */
const STEPS = /^column after_(?:platform|space) /;

/** A table as both engines have it: its columns, and what must be unique and stand elsewhere, one text each. */
type Shape = Record<string, string[]>;

interface Row {
  readonly about: string;
  readonly said: string;
}

function shapeFrom(rows: readonly Row[]): Shape {
  const shape: Shape = {};
  for (const { about, said } of rows)
    if (!OWN.test(about) && !STEPS.test(said)) shape[about] = [...(shape[about] ?? []), said];
  for (const said of Object.values(shape)) said.sort();
  return shape;
}

const IN_SQLITE = `
  WITH own AS (SELECT name AS about FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%')
  SELECT about, 'column ' || c.name || ' ' || lower(c.type) || CASE WHEN c."notnull" THEN ' not null' ELSE '' END
      || CASE WHEN c.hidden > 0 THEN ' generated' ELSE '' END AS said
    FROM own, pragma_table_xinfo(about) AS c
  UNION ALL
  SELECT about, 'unique ' || (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
      || CASE WHEN i.partial THEN ' for some' ELSE '' END
    FROM own, pragma_index_list(about) AS i WHERE i."unique"
  UNION ALL
  SELECT about, 'refers by ' || group_concat("from", ',') || ' to ' || "table" FROM (
    SELECT about, f.id AS id, f."table" AS "table", f."from" AS "from" FROM own, pragma_foreign_key_list(about) AS f ORDER BY about, f.id, f.seq)
    GROUP BY about, id`;

const IN_POSTGRES = `
  SELECT table_name AS about, 'column ' || column_name || ' ' || CASE data_type WHEN 'bigint' THEN 'integer' ELSE data_type END
      || CASE WHEN data_type = 'text' AND collation_name IS DISTINCT FROM 'C' THEN ' in ' || coalesce(collation_name, 'some order') ELSE '' END
      || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || CASE is_generated WHEN 'ALWAYS' THEN ' generated' ELSE '' END AS said
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL
  SELECT c.relname, 'unique ' || (SELECT string_agg(a.attname, ',' ORDER BY k.place)
        FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number)
      || CASE WHEN i.indpred IS NULL THEN '' ELSE ' for some' END
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indisunique AND n.nspname = 'public'
  UNION ALL
  SELECT here.relname, 'refers by ' || (SELECT string_agg(a.attname, ',' ORDER BY k.place)
        FROM unnest(c.conkey) WITH ORDINALITY AS k (number, place) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number)
      || ' to ' || there.relname
    FROM pg_constraint c JOIN pg_class here ON here.oid = c.conrelid JOIN pg_class there ON there.oid = c.confrelid WHERE c.contype = 'f'`;

async function asked<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

it("has the same tables, columns, uniqueness and references in Postgres as in SQLite", async () => {
  const path = join(temporaryFolder(), "desk.db");
  await putEmpty(path);
  const database = new Database(path, { readonly: true });
  const sqlite = shapeFrom(database.prepare<[], Row>(IN_SQLITE).all());
  database.close();
  const postgres = shapeFrom(await asked<Row>(await stores.database(), IN_POSTGRES));
  expect(Object.keys(sqlite).length).toBeGreaterThan(40);
  expect(postgres).toEqual(sqlite);
});

it("holds to references at the end of a save alone, and leads every key by the desk", async () => {
  const url = await stores.database();
  const early = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND NOT (condeferrable AND condeferred)";
  expect(await asked(url, early)).toEqual([]);
  const leading = `SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE n.nspname = 'public' AND i.indisunique AND a.attname <> 'desk_id'`;
  expect(await asked(url, leading)).toEqual([{ relname: "schema_version" }]);
});

it("is made once by all that start at the same moment", async () => {
  const url = await stores.bare();
  const done = await Promise.all(Array.from({ length: 4 }, () => at(url).migrate(5)));
  const newest = readMigrations(MIGRATIONS).length;
  expect(done.map(({ to }) => to)).toEqual([newest, newest, newest, newest]);
  expect(await at(url).state()).toEqual({ version: newest, pending: [] });
});

/** The migrations that ship with one more behind them. */
function withOneMore(text: string): string {
  const folder = join(temporaryFolder(), "migrations");
  cpSync(MIGRATIONS, folder, { recursive: true });
  const next = String(readMigrations(folder).length + 1).padStart(4, "0");
  writeFileSync(join(folder, `${next}-more.sql`), text);
  return folder;
}

it("takes a later migration in SQLite's words, with what is said to Postgres alone", async () => {
  const url = await stores.database();
  const folder =
    withOneMore(`CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL DEFAULT 3) STRICT, WITHOUT ROWID;
-- only sqlite
PRAGMA nothing;
-- only postgres
COMMENT ON TABLE more IS 'INTEGER';
-- both
INSERT INTO more (id) VALUES ('TEXT');
`);
  expect((await at(url, folder).state()).pending.map(({ name }) => name)).toEqual([
    expect.stringMatching(/-more\.sql$/),
  ]);
  await at(url, folder).migrate(5);
  expect(await asked(url, "SELECT id, at FROM more")).toEqual([{ id: "TEXT", at: "3" }]);
  await expect(at(url).state()).rejects.toThrow(/written by a newer Empty Chair/);
});

it("undoes a migration that fails, and says which", async () => {
  const url = await stores.database();
  const folder = withOneMore("CREATE TABLE more (id TEXT); SELECT nonsense;");
  await expect(at(url, folder).migrate(5)).rejects.toThrow(/-more\.sql failed and was undone/);
  expect(await asked(url, "SELECT to_regclass('more') AS more")).toEqual([{ more: null }]);
});

it("refuses a database of another program, and an older one where it may not change it", async () => {
  const url = await stores.bare();
  await expect(stores.open(url, { migrate: false })).rejects.toThrow(/older schema \(0\)/);
  await asked(url, "CREATE TABLE theirs (id int)");
  await expect(stores.open(url)).rejects.toThrow(/tables of another program/);
  await expect(stores.open(url.replace("test_", "none_"))).rejects.toThrow(/does not exist/);
});

it("begins with one file, from which on every migration is for both", () => {
  const [first, ...later] = readPostgresMigrations(MIGRATIONS);
  expect(first).toEqual({ version: 26, name: "postgres/0026-the-whole.sql" });
  expect(later).toEqual(readMigrations(MIGRATIONS).slice(26));
  expect(readdirSync(join(MIGRATIONS, "postgres"))).toHaveLength(1);
});
