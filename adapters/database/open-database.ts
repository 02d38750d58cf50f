import type { DatabasePlace } from "../database-place.ts";
import type { Database } from "./database.ts";

/** The database at a place; an engine is loaded only where it is needed. Throws a sentence where there is none for it. `migrations`: the folder of the numbered files. */
export async function databaseAt(place: DatabasePlace, migrations: string): Promise<Database> {
  if (place.engine === "sqlite") return (await import("./on-sqlite.ts")).onSqlite(place, migrations);
  throw new Error("Postgres is not supported yet; name a SQLite file in DATABASE_URL.");
}
