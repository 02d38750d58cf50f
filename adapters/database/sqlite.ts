import { statSync } from "node:fs";
import type { Clock, Store } from "../../src/ports.ts";
import { copyDatabase } from "./backup.ts";
import type { CopyContents, DatabaseCheck, OpenedStore } from "./database.ts";
import { refuseForeign, rememberOurs } from "./look-at-file.ts";
import { lossOf } from "./loss.ts";
import { migrateConnection, schemaState } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { createFigureReader } from "./read-figures.ts";
import { damageOf } from "./read-pages.ts";
import { sealedStore } from "./sealed-tallies.ts";
import { createSealedWeeks, type SealKeeping, type TallyCounter } from "./sealed-weeks.ts";
import { unsoundness } from "./soundness.ts";
import { createSqlStore } from "./sql-store.ts";
import { createAilmentLook } from "./sqlite-ailment.ts";
import { applyPragmas, type Connection, connect, wrongModes, wrongPragmas } from "./sqlite-connection.ts";
import { createSqliteEngine } from "./sqlite-engine.ts";
import { explained } from "./sqlite-errors.ts";
import { createTallyThread } from "./tally-thread.ts";

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
  /** What counts the weeks that are sealed, where that is to be no thread of its own. */
  readonly counter?: (store: Store) => TallyCounter;
}

/** The store in one SQLite file. */
export interface SqliteStore extends OpenedStore {
  /** Copies the database, while it is used, to a new file. Throws where the file exists. */
  backup(file: string, signal?: AbortSignal): Promise<CopyContents>;
  /** Reads the whole file: seconds where it is large. */
  check(): DatabaseCheck;
  /** Why it cannot be read and written now, a sentence; null where it can. Writes what changes nothing. */
  ailment(): string | null;
  /** Writes everything into the file itself and empties the log beside it, so that what was removed is in neither; false where another program reads and it is to be tried again. */
  scrub(): boolean;
  readPages(): Promise<void>;
  readonly seals: SealKeeping;
}

function check(path: string, connection: Connection): DatabaseCheck {
  return {
    version: Number(connection.pragma("user_version", { simple: true })),
    bytes: statSync(path).size,
    problems: [...wrongPragmas(connection), ...wrongModes(path), ...unsoundness(connection)],
    desks: connection.prepare("SELECT DISTINCT desk_id FROM interaction ORDER BY desk_id").pluck().all() as string[],
  };
}

function scrubbed(connection: Connection): boolean {
  try {
    const [state] = connection.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
    return state?.busy === 0;
  } catch {
    return false;
  }
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
  const { path, clock } = config;
  refuseForeign(path);
  const connection = connect(path);
  try {
    await prepare(connection, config);
    rememberOurs(path);
  } catch (error) {
    connection.close();
    throw explained(path, error);
  }
  const engine = createSqliteEngine(path, connection);
  const loss = lossOf(path, connection, clock.now());
  const atRest = (): Connection => {
    engine.rest();
    return connection;
  };
  const store = createSqlStore(engine);
  const seals = createSealedWeeks(engine, clock, config.counter?.(store) ?? createTallyThread(path));
  return {
    ...sealedStore(store, seals),
    seals,
    figures: createFigureReader(engine),
    ailment: createAilmentLook({ path, engine, clock, loss }),
    loss,
    scrub: () => scrubbed(atRest()),
    readPages: async () => engine.looked(await damageOf(path)),
    backup: (file, signal) => {
      engine.rest();
      return copyDatabase(path, file, { signal });
    },
    check: () => check(path, atRest()),
  };
}
