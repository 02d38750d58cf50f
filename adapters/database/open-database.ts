import type { DatabasePlace } from "../database-place.ts";
import type { Database } from "./database.ts";

/** The database at a place; an engine is loaded only where it is needed. `migrations`: the folder of the numbered files. */
export async function databaseAt(place: DatabasePlace, migrations: string): Promise<Database> {
  if (place.engine === "sqlite") return (await import("./on-sqlite.ts")).onSqlite(place, migrations);
  return (await import("./on-postgres.ts")).onPostgres(place, migrations);
}
