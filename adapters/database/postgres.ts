import type { Clock } from "../../src/ports.ts";
import { shownPlace } from "../database-place.ts";
import { createServerCounter } from "./count-on-server.ts";
import type { OpenedStore } from "./database.ts";
import { lookAtServer } from "./look-at-server.ts";
import { type Connections, connectPostgres } from "./postgres-connection.ts";
import { createPostgresEngine, patiently } from "./postgres-engine.ts";
import { ailmentOf, checkOf } from "./postgres-health.ts";
import { migrateConnections } from "./postgres-migrate.ts";
import { unreachable } from "./postgres-place.ts";
import { createFigureReader } from "./read-figures.ts";
import { sealedStore } from "./sealed-tallies.ts";
import { createSealedWeeks } from "./sealed-weeks.ts";
import { createSqlStore } from "./sql-store.ts";

export interface PostgresStoreConfig {
  /** `postgres://user:password@host:port/database`, with `?pooler=transaction` behind a pooler that hands out connections by transaction. */
  readonly url: string;
  /** Folder of the numbered migrations. */
  readonly migrations: string;
  readonly clock: Clock;
  /** Whether to bring an older database up to date (the default) or to refuse it. */
  readonly migrate?: boolean;
  /** How long what is asked for is tried again while the server cannot be reached; 5 seconds unless said. Milliseconds. */
  readonly patienceMs?: number;
}

async function prepare(connections: Connections, shown: string, { migrations, clock, migrate }: PostgresStoreConfig) {
  const { version, pending } = await lookAtServer(connections, shown, migrations);
  if (pending.length === 0) return;
  if (migrate === false) throw new Error(`${shown} has an older schema (${version}); run emptychair migrate first.`);
  await migrateConnections(connections, { migrations, now: clock.now() });
}

/** Opens the store in a Postgres database; throws a sentence where it cannot be reached, is newer, is another program's, or holds but half of a desk. */
export async function openPostgresStore(config: PostgresStoreConfig): Promise<OpenedStore> {
  const { url } = config;
  const shown = shownPlace({ engine: "postgres", url });
  const connections = connectPostgres(url);
  try {
    await patiently(() => prepare(connections, shown, config));
  } catch (error) {
    await connections.close();
    throw unreachable(shown, error);
  }
  const engine = createPostgresEngine(connections, config.patienceMs);
  const store = createSqlStore(engine);
  const seals = createSealedWeeks(engine, config.clock, createServerCounter(engine, connections));
  return {
    ...sealedStore(store, seals),
    seals,
    figures: createFigureReader(engine),
    check: () => checkOf(connections),
    ailment: () => ailmentOf(connections),
    // A server keeps its own log, and says so itself where that is lost.
    loss: null,
    scrub: () => true,
    backup: null,
    readPages: null,
  };
}
