import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { encode } from "../../adapters/database/codec.ts";
import { Database } from "../../adapters/database/driver.ts";
import { migrate } from "../../adapters/database/migrate.ts";
import { readMigrations } from "../../adapters/database/migration-files.ts";
import { columnName } from "../../adapters/database/queries.ts";
import type { Connection } from "../../adapters/database/sqlite-connection.ts";
import { TABLES } from "../../adapters/database/tables.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { MIGRATIONS, openStore, temporaryFolder } from "./open-store.ts";
import { sampleRows } from "./sample-rows.ts";

/** The number of the migration that gave every row a desk. */
const DESKS = readMigrations(MIGRATIONS).find(({ name }) => name.endsWith("-desks.sql"))?.version ?? Number.NaN;
const KEYS = ["1", "2"];

/** The document as it was counted when nothing was said yet of how the silent differ from those who answered. */
function countedBefore(document: Digest): Digest {
  const { differs: _, ...silence } = document.silence;
  return { ...document, silence };
}

/** The row as it is read where it was kept before every table had a desk: columns that came later are empty. */
function keptBefore(key: string): Rows {
  const rows = sampleRows(key);
  const { digest } = rows;
  const history = digest.history.map((one) => ({ ...one, document: countedBefore(one.document) }));
  return {
    ...rows,
    decision: { ...rows.decision, aim: null },
    survey: { ...rows.survey, trialId: null, trialArm: null, drawnAt: null },
    response: { ...rows.response, trialId: null, arm: null },
    digest: { ...digest, chain: [], document: countedBefore(digest.document), history },
  };
}

/** Puts the row in as far as the database's version knows its table and columns. */
function plant<T extends Table>(database: Connection, table: T, key: string): void {
  const stored = { ...encode(table, sampleRows(key)[table]), version: 1 };
  const known = new Set((database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name));
  const columns = Object.entries(stored).filter(([property]) => known.has(columnName(property)));
  const names = columns.map(([property]) => `"${columnName(property)}"`);
  const values = columns.map(([, value]) => value);
  if (columns.length > 0) {
    database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${values.map(() => "?")})`).run(values);
  }
}

/** A database as the program of that version left it, rows in all of its tables; gives which tables those are. */
async function installed(path: string, version: number): Promise<Table[]> {
  const folder = join(temporaryFolder(), "migrations");
  mkdirSync(folder);
  for (const { name } of readMigrations(MIGRATIONS).slice(0, version))
    cpSync(join(MIGRATIONS, name), join(folder, name));
  await migrate({ path, migrations: folder, now: 0 });
  const database = new Database(path);
  database.pragma("foreign_keys = OFF");
  for (const table of TABLES) for (const key of KEYS) plant(database, table, key);
  database.prepare("INSERT INTO inbox (id, at) VALUES ('e1', 1)").run();
  const there = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  database.close();
  return TABLES.filter((table) => there.includes(table));
}

const earlier = Array.from({ length: DESKS - 1 }, (_, index) => index + 1);
it.each(earlier)("every row of a database of version %d belongs to the one desk there was", async (version) => {
  const path = join(temporaryFolder(), "desk.db");
  const tables = await installed(path, version);
  const store = await openStore(path);
  expect(tables.length).toBeGreaterThanOrEqual(11);
  for (const table of tables) {
    const rows = KEYS.map((key) => ({ ...keptBefore(key)[table], version: 1 }));
    expect(await store.at(DEFAULT_DESK).list(table, {})).toStrictEqual(rows);
    expect(await store.at("another").list(table, {})).toEqual([]);
  }
  expect(await store.save(DEFAULT_DESK, { id: "e1", at: 2 }, [])).toBe("seen");
  expect((await store.heads(99, 9)).map(({ desk }) => desk)).toEqual([DEFAULT_DESK, DEFAULT_DESK]);
  expect(store.check()).toMatchObject({ problems: [] });
  await store.close();
});

it("there is a database of each earlier version to carry over", () => {
  expect(earlier.length).toBeGreaterThanOrEqual(4);
});
