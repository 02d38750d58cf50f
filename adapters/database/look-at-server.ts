import type { SchemaState } from "./database.ts";
import { halfMovedFrom } from "./half-moved.ts";
import { readPostgresMigrations } from "./migration-files.ts";
import type { Connections } from "./postgres-connection.ts";
import { postgresState } from "./postgres-migrate.ts";
import { refuseOldServer } from "./postgres-version.ts";

/** How far the database has come; `shown` is how people know it. Throws where its server is too old, and where it holds but half of a desk. */
export async function lookAtServer(connections: Connections, shown: string, migrations: string): Promise<SchemaState> {
  await refuseOldServer(connections, shown);
  const state = await postgresState(connections, readPostgresMigrations(migrations));
  const begun = await halfMovedFrom(connections);
  if (begun === null) return state;
  throw new Error(
    `${shown} holds but half of a desk; go on with emptychair migrate --from ${begun}, or name another database in DATABASE_URL.`,
  );
}
