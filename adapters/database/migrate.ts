import { existsSync } from "node:fs";
import { stampOf } from "../stamp.ts";
import { copyDatabase } from "./backup.ts";
import type { Migrated, Migration, SchemaState } from "./database.ts";
import { Database } from "./driver.ts";
import { APPLICATION_ID, refuseForeign } from "./look-at-file.ts";
import { readMigrationFor, readMigrations } from "./migration-files.ts";
import { BUSY_TIMEOUT, type Connection, connect } from "./sqlite-connection.ts";
import { explained } from "./sqlite-errors.ts";
import { plantStatistics } from "./statistics.ts";

export interface MigrateOptions {
  readonly path: string;
  /** Folder of the numbered files. */
  readonly migrations: string;
  /** Time in the backup's name, milliseconds since 1970. */
  readonly now: number;
  /** Whether the file is a copy itself, which may be lost: then no other is made of it. */
  readonly isCopy?: boolean;
}

function readNumber(connection: Connection, pragma: "user_version" | "application_id"): number {
  return Number(connection.pragma(pragma, { simple: true }));
}

function isEmpty(connection: Connection): boolean {
  return connection.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
}

/** How far the open database has come. Throws where the file is not ours, or newer than the migrations known. */
export function schemaState(path: string, connection: Connection, migrations: readonly Migration[]): SchemaState {
  const version = readNumber(connection, "user_version");
  if (readNumber(connection, "application_id") !== APPLICATION_ID && !(version === 0 && isEmpty(connection))) {
    throw new Error(`${path} is a database of another program; name another file in DATABASE_URL.`);
  }
  if (version > migrations.length) {
    throw new Error(
      `${path} was written by a newer Empty Chair (schema ${version}, this one knows ${migrations.length}); install that one, or restore an older backup.`,
    );
  }
  return { version, pending: migrations.slice(version) };
}

/** One migration with its version in one transaction; none of it remains where it fails. With the last come the statistics. */
function applyMigration(connection: Connection, folder: string, migration: Migration, isLast: boolean): void {
  const { version, name } = migration;
  const text = readMigrationFor("sqlite", folder, migration);
  const apply = connection.transaction(() => {
    if (readNumber(connection, "user_version") !== version - 1) return;
    connection.exec(text);
    if (!connection.inTransaction) throw new Error("it ends the transaction it runs in");
    const [orphan] = connection.pragma("foreign_key_check") as { table: string }[];
    if (orphan !== undefined) throw new Error(`it leaves rows of ${orphan.table} that refer to nothing`);
    if (isLast) plantStatistics(connection);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${version}`);
  });
  try {
    apply.immediate();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${name} failed and was undone: ${reason}.`, { cause: error });
  }
}

/** Where the copy made before a migration is kept: beside the file, named with its version and the time. */
function backupPath(path: string, version: number, now: number): string {
  return `${path}.v${version}-${stampOf(now)}.backup`;
}

/** Brings an open database to the newest schema; keeps a copy of one that held anything. Leaves foreign keys unenforced. */
export async function migrateConnection(connection: Connection, options: MigrateOptions): Promise<Migrated> {
  const { path, migrations: folder, now, isCopy = false } = options;
  const { version, pending } = schemaState(path, connection, readMigrations(folder));
  const backup = !isCopy && version > 0 && pending.length > 0 ? backupPath(path, version, now) : null;
  if (backup !== null) await copyDatabase(path, backup);
  connection.pragma("foreign_keys = OFF");
  for (const migration of pending) applyMigration(connection, folder, migration, migration === pending.at(-1));
  return { from: version, to: version + pending.length, backup };
}

/** Brings a database file to the newest schema, creating it where there is none. */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  refuseForeign(options.path);
  const connection = connect(options.path);
  try {
    return await migrateConnection(connection, options);
  } catch (error) {
    throw explained(options.path, error);
  } finally {
    connection.close();
  }
}

/** What `migrate` would do; changes nothing and creates nothing. */
export function pendingMigrations(options: Pick<MigrateOptions, "path" | "migrations">): SchemaState {
  const known = readMigrations(options.migrations);
  if (!existsSync(options.path)) return { version: 0, pending: known };
  refuseForeign(options.path);
  const connection = new Database(options.path, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  try {
    return schemaState(options.path, connection, known);
  } catch (error) {
    throw explained(options.path, error);
  } finally {
    connection.close();
  }
}
