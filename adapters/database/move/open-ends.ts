import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { type DatabasePlace, type ServerPlace, shownPlace } from "../../database-place.ts";
import { halfMovedFrom } from "../half-moved.ts";
import { readPostgresMigrations } from "../migration-files.ts";
import { type Connections, connectPostgres } from "../postgres-connection.ts";
import { migrateConnections, postgresState } from "../postgres-migrate.ts";
import { unreachable } from "../postgres-place.ts";
import { refuseOldServer } from "../postgres-version.ts";
import { openFileSource } from "./file-source.ts";
import { postgresSide } from "./postgres-side.ts";
import { postgresTarget } from "./postgres-target.ts";
import type { MoveSide, MoveTarget } from "./side.ts";

/** How often it is looked whether a program that was there has gone, and from one look to the next, milliseconds. */
const LOOKS = 10;
const PAUSE_MS = 100;

const OTHERS = {
  text: `SELECT count(*) AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'emptychair' AND pid <> pg_backend_pid()`,
  values: [],
};

/** Said where there is no database that a desk could be moved from. */
export function nothingToMove(shown: string): string {
  return `There is no database ${shown}, so there is nothing to move.`;
}

/** Throws where a program is connected to the database, one that ends just now aside. */
async function refuseUsed(connections: Connections, shown: string): Promise<void> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const [others] = (await connections.ask(OTHERS)).rows;
    if (others?.count === 0) return;
    await setTimeout(PAUSE_MS);
  }
  throw new Error(`${shown} is in use by another Empty Chair; stop whatever runs on it first.`);
}

/** Connects to the server and prepares an end there; a fault is told with the server's name. */
async function connected<T>(place: ServerPlace, prepare: (connections: Connections) => Promise<T>): Promise<T> {
  const shown = shownPlace(place);
  const connections = connectPostgres(place.url);
  try {
    await refuseOldServer(connections, shown);
    return await prepare(connections);
  } catch (error) {
    await connections.close();
    throw unreachable(shown, error);
  }
}

/** Opens the database that a desk is moved from. It is not changed. Throws a sentence where there is none, or one that is not up to date. */
export async function openSource(place: DatabasePlace, migrations: string): Promise<MoveSide> {
  const shown = shownPlace(place);
  if (place.engine === "sqlite") {
    if (!existsSync(place.path)) throw new Error(nothingToMove(shown));
    return openFileSource(place.path, migrations);
  }
  return connected(place, async (connections) => {
    const { version, pending } = await postgresState(connections, readPostgresMigrations(migrations));
    if (version === 0) throw new Error(`${shown} is empty, so there is nothing to move.`);
    if (pending.length > 0)
      throw new Error(`${shown} has an older schema (${version}); bring it up to date with emptychair migrate first.`);
    const begun = await halfMovedFrom(connections);
    if (begun !== null) throw new Error(`${shown} holds but half of a desk that is moved there from ${begun}.`);
    await refuseUsed(connections, shown);
    return postgresSide(connections);
  });
}

/** Opens the database that a desk is moved to, with the newest schema where nothing was in it. Throws a sentence where it cannot be. */
export function openTarget(place: ServerPlace, migrations: string, now: number): Promise<MoveTarget> {
  const shown = shownPlace(place);
  return connected(place, async (connections) => {
    const { version, pending } = await postgresState(connections, readPostgresMigrations(migrations));
    if (version > 0 && pending.length > 0)
      throw new Error(`${shown} is not empty, and has an older schema (${version}); name an empty database.`);
    await migrateConnections(connections, { migrations, now });
    return postgresTarget(connections, shown);
  });
}
