import pg from "pg";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { OpenedStore } from "../../adapters/database/database.ts";
import { openPostgresStore, type PostgresStoreConfig } from "../../adapters/database/postgres.ts";
import type { Store } from "../../src/ports.ts";
import type { PostgresServer } from "../servers/postgres.ts";
import { ownDatabases, type PostgresDatabases, sharedDatabases } from "../servers/postgres-databases.ts";
import { CLOCK, MIGRATIONS } from "./open-store.ts";

/** Takes every row out of every table, as one who need not keep to the rules. */
const EMPTY = `DO $$ DECLARE name TEXT; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' LOOP
      EXECUTE format('DELETE FROM %I', name);
    END LOOP;
  END $$`;

/** Stores in Postgres for the tests of a file. */
export interface PostgresStores {
  /** The URL of a new database with the newest schema. */
  database(): Promise<string>;
  /** The URL of a new database with nothing in it. */
  bare(): Promise<string>;
  /** A store in a new database, or in that of the URL; it is closed after the test. */
  open(url?: string, more?: Partial<PostgresStoreConfig>): Promise<OpenedStore>;
  /** A store that is empty; the same database for all that ask for it, one after the other. */
  empty(): Promise<Store>;
}

function openAt(url: string, more: Partial<PostgresStoreConfig> = {}): Promise<OpenedStore> {
  return openPostgresStore({ url, migrations: MIGRATIONS, clock: CLOCK, ...more });
}

function storesIn({ bare, like }: PostgresDatabases, template: () => Promise<string>): PostgresStores {
  let shared: { readonly store: Store; readonly cleaner: pg.Client } | undefined;
  afterAll(async () => {
    await shared?.store.close();
    await shared?.cleaner.end();
  });
  const database = async () => like(await template());
  return {
    database,
    bare,
    open: async (url, more) => {
      const store = await openAt(url ?? (await database()), more);
      onTestFinished(() => store.close());
      return store;
    },
    empty: async () => {
      if (shared === undefined) {
        const url = await database();
        const cleaner = new pg.Client({ connectionString: url, options: "-c session_replication_role=replica" });
        await cleaner.connect();
        shared = { store: await openAt(url), cleaner };
      }
      await shared.cleaner.query(EMPTY);
      return { ...shared.store, close: async () => {} };
    },
  };
}

/** Stores on the server that all test files share. */
export function postgresStores(): PostgresStores {
  const databases = sharedDatabases();
  return storesIn(databases, databases.template);
}

/** Stores on a server of the file's own, which its tests may stop, or hold transactions open on. */
export function ownPostgresStores(): PostgresStores & { server(): PostgresServer } {
  const databases = ownDatabases();
  let template: string;
  beforeAll(async () => {
    template = await databases.bare();
    await (await openAt(template)).close();
  });
  return { ...storesIn(databases, async () => template), server: databases.server };
}
