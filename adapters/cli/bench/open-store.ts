import { systemClock } from "../../../src/clock.ts";
import { openSqliteStore, type SqliteStore, type SqliteStoreConfig } from "../../database/sqlite.ts";
import { packageFile } from "../../package-root.ts";

/** Opens the store as the program does, without loading the rest of it. Rejects as opening does. */
export function openStore(path: string, how: Partial<SqliteStoreConfig> = {}): Promise<SqliteStore> {
  return openSqliteStore({ path, migrations: packageFile("data", "migrations"), clock: systemClock, ...how });
}
