import { statSync } from "node:fs";
import type { Clock, Store } from "../../src/ports.ts";
import { copyDatabase, unsoundness } from "./backup.ts";
import { refuseForeign, rememberOurs } from "./look-at-file.ts";
import { migrateConnection, readMigrations, schemaState } from "./migrate.ts";
import { createSqlStore } from "./sql-store.ts";
import { applyPragmas, type Connection, connect, wrongModes, wrongPragmas } from "./sqlite-connection.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import { explained } from "./sqlite-errors.ts";

export interface SqliteStoreConfig {
  /** The database file; it and its folder are created where they are missing. */
  readonly path: string;
  /** Folder of the numbered migrations. */
  readonly migrations: string;
  readonly clock: Clock;
  /** Whether to bring an older file up to date (the default) or to refuse it. */
  readonly migrate?: boolean;
  /** False only for a file that is thrown away unless it is completed: it is not synchronised with the disk. */
  readonly durable?: boolean;
}

/** State of the database for `doctor`. */
export interface DatabaseCheck {
  /** The schema's version. */
  readonly version: number;
  /** Size of the file without its write-ahead log. */
  readonly bytes: number;
  /** What is wrong, one sentence each; empty when all is well. */
  readonly problems: readonly string[];
  /** Ids of the desks that have conversations in it, whether they are served or not. */
  readonly desks: readonly string[];
}

/** The store in one SQLite file. */
export interface SqliteStore extends Store {
  /** Copies the database, while it is used, to a new file. Throws where the file exists. */
  backup(file: string): Promise<void>;
  /** Reads the whole file: seconds where it is large. */
  check(): DatabaseCheck;
}

function check(path: string, connection: Connection): DatabaseCheck {
  return {
    version: Number(connection.pragma("user_version", { simple: true })),
    bytes: statSync(path).size,
    problems: [...wrongPragmas(connection), ...wrongModes(path), ...unsoundness(connection)],
    desks: connection.prepare("SELECT DISTINCT desk_id FROM interaction ORDER BY desk_id").pluck().all() as string[],
  };
}

async function prepare(connection: Connection, config: SqliteStoreConfig): Promise<void> {
  const { path, migrations, clock } = config;
  const { version, pending } = schemaState(path, connection, readMigrations(migrations));
  if (config.migrate === false && pending.length > 0) {
    throw new Error(`${path} has an older schema (${version}); run emptychair migrate first.`);
  }
  await migrateConnection(connection, { path, migrations, now: clock.now() });
  applyPragmas(connection);
  if (config.durable === false) connection.pragma("synchronous = OFF");
}

/** Opens the store; throws a sentence where the file is newer, foreign, damaged or cannot be made durable. */
export async function openSqliteStore(config: SqliteStoreConfig): Promise<SqliteStore> {
  const { path } = config;
  refuseForeign(path);
  const connection = connect(path);
  try {
    await prepare(connection, config);
    rememberOurs(path);
  } catch (error) {
    connection.close();
    throw explained(path, error);
  }
  return {
    ...createSqlStore(createSqliteEngine(path, connection)),
    backup: (file) => copyDatabase(connection, file),
    check: () => check(path, connection),
  };
}
