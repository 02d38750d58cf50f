import { cpSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { readMigrations, readPostgresMigrations } from "../../adapters/database/migration-files.ts";
import { onPostgres } from "../../adapters/database/on-postgres.ts";
import { expectCarried } from "./carried-rows.ts";
import { FOLLOWING, plantedIn, type Raw, type RawRows } from "./earlier-files.ts";
import { MIGRATIONS, temporaryFolder } from "./open-store.ts";
import { postgresStores } from "./postgres-stores.ts";

const stores = postgresStores();

/** The columns of each table, and what it holds; what is computed or follows from others stands aside. */
const COLUMNS = `SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns
  WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name IN (
    SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version') GROUP BY table_name`;

type Columns = ReadonlyMap<string, readonly string[]>;

async function columnsIn(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(COLUMNS);
  return new Map(rows.filter(({ table }) => !FOLLOWING.test(table)).map(({ table, columns }) => [table, columns]));
}

async function rowsIn(client: pg.Client): Promise<RawRows> {
  const found = new Map<string, ReadonlyMap<string, Raw>>();
  for (const [table, columns] of await columnsIn(client)) {
    const one = columns.map((name) => `'${name}', "${name}"`);
    const { rows } = await client.query<{ row: Raw }>(`SELECT json_build_object(${one}) AS row FROM "${table}"`);
    found.set(table, new Map(rows.map(({ row }) => [String(row.id), row])));
  }
  return found;
}

/** Puts rows into each table that has none yet. */
async function fill(client: pg.Client, version: number): Promise<void> {
  const columns = await columnsIn(client);
  const before = await rowsIn(client);
  const isEmpty = (table: string) => columns.has(table) && before.get(table)?.size === 0;
  await client.query("BEGIN");
  for (const { table, row } of plantedIn(version).filter((one) => isEmpty(one.table))) {
    const names = (columns.get(table) ?? []).filter((name) => name in row);
    const places = names.map((_, index) => `$${index + 1}`);
    const values = names.map((name) => row[name]);
    await client.query(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${places})`, values);
  }
  if (isEmpty("inbox"))
    await client.query("INSERT INTO inbox VALUES ('default', 'slack:Ev1', 1), ('default', 'slack:Ev2', 2)");
  await client.query("COMMIT");
}

it("carries every row over from each schema that there was on Postgres to the next", async () => {
  const url = await stores.bare();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const [first, ...later] = readPostgresMigrations(MIGRATIONS);
  const folder = temporaryFolder();
  cpSync(join(MIGRATIONS, "postgres"), join(folder, "postgres"), { recursive: true });
  const earlier = readMigrations(MIGRATIONS).filter(({ version }) => version <= Number(first?.version));
  for (const { name } of earlier) cpSync(join(MIGRATIONS, name), join(folder, name));
  const migrate = () => onPostgres({ engine: "postgres", url }, folder).migrate(5);
  expect(await migrate()).toMatchObject({ from: 0, to: first?.version });
  await fill(client, first?.version ?? 0);
  for (const { name, version } of later) {
    const before = await rowsIn(client);
    for (const [table, { size }] of before) expect(size, table).toBeGreaterThan(1);
    cpSync(join(MIGRATIONS, name), join(folder, name));
    expect(await migrate()).toMatchObject({ from: version - 1, to: version });
    expectCarried(before, await rowsIn(client));
    await fill(client, version);
  }
  expect((await rowsIn(client)).size).toBeGreaterThan(45);
});
