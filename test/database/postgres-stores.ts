import pg from "pg";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { OpenedStore } from "../../adapters/database/database.ts";
import { openPostgresStore, type PostgresStoreConfig } from "../../adapters/database/postgres.ts";
import type { Store } from "../../src/ports.ts";
import { type PostgresServer, startPostgres } from "../servers/postgres.ts";
import { CLOCK, MIGRATIONS } from "./open-store.ts";

/** Takes every row out of every table, as one who need not keep to the rules. */
const EMPTY = `DO $$ DECLARE name TEXT; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
  END $$`;

/** A real Postgres server for the tests of a file. */
export interface PostgresStores {
  readonly server: () => PostgresServer;
  /** The URL of a new database with the newest schema. */
  database(): Promise<string>;
  /** A store in a new database, or in that of the URL; it is closed after the test. */
  open(url?: string, more?: Partial<PostgresStoreConfig>): Promise<OpenedStore>;
  /** A store that is empty; the same database for all that ask for it, one after the other. */
  empty(): Promise<Store>;
}

/** Starts the server before the tests of the file and stops it after them. */
export function postgresStores(): PostgresStores {
  let server: PostgresServer;
  let template: string;
  let shared: { readonly store: Store; readonly cleaner: pg.Client } | undefined;
  const open = (url: string, more: Partial<PostgresStoreConfig> = {}) =>
    openPostgresStore({ url, migrations: MIGRATIONS, clock: CLOCK, ...more });
  beforeAll(async () => {
    server = await startPostgres();
    template = await server.createDatabase();
    await (await open(template)).close();
  });
  afterAll(async () => {
    await shared?.store.close();
    await shared?.cleaner.end();
    await server?.stop();
  });
  const database = () => server.createDatabase(template);
  return {
    server: () => server,
    database,
    open: async (url, more) => {
      const store = await open(url ?? (await database()), more);
      onTestFinished(() => store.close());
      return store;
    },
    empty: async () => {
      if (shared === undefined) {
        const url = await database();
        const cleaner = new pg.Client({ connectionString: url, options: "-c session_replication_role=replica" });
        await cleaner.connect();
        shared = { store: await open(url), cleaner };
      }
      await shared.cleaner.query(EMPTY);
      return { ...shared.store, close: async () => {} };
    },
  };
}
