import type { Migrated, Migration, SchemaState } from "./database.ts";
import { readMigrationFor, readPostgresMigrations } from "./migration-files.ts";
import { type Connections, connectPostgres, type PostgresSession } from "./postgres-connection.ts";
import { patiently } from "./postgres-engine.ts";
import { codeOf, isPassing } from "./postgres-errors.ts";

/** What the migrations of a Postgres database are read from and recorded with. */
export interface PostgresMigrateOptions {
  /** Folder of the numbered files. */
  readonly migrations: string;
  /** The time that is recorded, milliseconds since 1970. */
  readonly now: number;
}

/** The one row that says how far the schema has come; whoever changes the schema holds it meanwhile. */
const MAKE = `CREATE TABLE IF NOT EXISTS schema_version (
    one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL, changed_at BIGINT NOT NULL);
  INSERT INTO schema_version VALUES (1, 0, 0) ON CONFLICT DO NOTHING`;
const HOLD = { text: "SELECT version FROM schema_version WHERE one = 1 FOR UPDATE", values: [] };
const READ = { text: "SELECT version FROM schema_version WHERE one = 1", values: [] };
const TABLES = {
  text: "SELECT count(*) AS count, count(*) FILTER (WHERE tablename = 'schema_version') AS ours FROM pg_tables WHERE schemaname = current_schema()",
  values: [],
};
/** Two made the same thing at the same moment, or one met what the other had just made. */
const MADE_MEANWHILE = /^(?:23505|42P07|42710|XX000)$/;
/** How often the row is made anew where somebody else made it meanwhile. */
const ATTEMPTS = 5;

/** How far the database has come. Throws where it is another program's, or newer than the migrations known. */
export async function postgresState(connections: Connections, migrations: readonly Migration[]): Promise<SchemaState> {
  const [found] = (await connections.ask(TABLES)).rows;
  if (Number(found?.count) > 0 && found?.ours === 0) {
    throw new Error("This database holds tables of another program; name an empty one in DATABASE_URL.");
  }
  const version = found?.ours === 0 ? 0 : Number((await connections.ask(READ)).rows[0]?.version ?? 0);
  const known = migrations.at(-1)?.version ?? 0;
  if (version > known) {
    throw new Error(
      `The database was written by a newer Empty Chair (schema ${version}, this one knows ${known}); install that one, or restore an older backup.`,
    );
  }
  return { version, pending: migrations.filter((migration) => migration.version > version) };
}

async function makeRow(session: PostgresSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.run(MAKE);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !MADE_MEANWHILE.test(codeOf(error))) throw error;
    }
  }
}

/** One migration with its version in one transaction; nothing where somebody else has made it meanwhile. */
async function applyMigration(session: PostgresSession, migration: Migration, options: PostgresMigrateOptions) {
  const { version, name } = migration;
  await session.run("BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
  try {
    const { rows } = await session.ask(HOLD);
    if (Number(rows[0]?.version) < version) {
      await session.run(readMigrationFor("postgres", options.migrations, migration));
      const moved = "UPDATE schema_version SET version = $1, changed_at = $2 WHERE one = 1";
      await session.ask({ text: moved, values: [version, options.now] });
    }
    await session.run("COMMIT");
  } catch (error) {
    if (isPassing(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${name} failed and was undone: ${reason}.`, { cause: error });
  }
}

/** Brings the database to the newest schema; several processes may do so at once. */
export async function migrateConnections(connections: Connections, options: PostgresMigrateOptions): Promise<Migrated> {
  const { version, pending } = await postgresState(connections, readPostgresMigrations(options.migrations));
  const to = pending.at(-1)?.version ?? version;
  if (pending.length === 0) return { from: version, to, backup: null };
  const session = await connections.session();
  let isBroken = true;
  try {
    await makeRow(session);
    for (const migration of pending) await applyMigration(session, migration, options);
    isBroken = false;
  } finally {
    session.release(isBroken);
  }
  return { from: version, to, backup: null };
}

/** Does the work on connections of its own, patiently, and closes them. */
export async function onConnections<T>(url: string, work: (connections: Connections) => Promise<T>): Promise<T> {
  const connections = connectPostgres(url);
  try {
    return await patiently(() => work(connections));
  } finally {
    await connections.close();
  }
}
