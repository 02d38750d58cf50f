import { systemClock } from "../../src/clock.ts";
import { type ServerPlace, shownPlace } from "../database-place.ts";
import { fault, reasonOf, warning } from "../finding.ts";
import type { Claim, Database, OutsideLook } from "./database.ts";
import { lookAtServer } from "./look-at-server.ts";
import { openPostgresStore } from "./postgres.ts";
import { migrateConnections, onConnections } from "./postgres-migrate.ts";
import { unreachable } from "./postgres-place.ts";

/** Any number of processes work on it at once, and nothing of it lies on this machine that could vanish. */
const SHARED: Claim = { isAlone: false, isNew: false, remember: () => {}, release: () => {} };

/** A database that a Postgres server keeps. */
export function onPostgres(place: ServerPlace, migrations: string): Database {
  const { url } = place;
  const shown = shownPlace(place);
  const telling = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unreachable(shown, error);
    }
  };
  const state = () => telling(() => onConnections(url, (connections) => lookAtServer(connections, shown, migrations)));
  const look = async (): Promise<OutsideLook> => {
    const closed = { canOpen: false, isRunning: false, lock: null };
    try {
      const { version, pending } = await state();
      if (version === 0) {
        const none = warning("database", `nothing is in ${shown} yet`, "Run emptychair start, which makes it.");
        return { findings: [none], ...closed };
      }
      if (pending.length > 0) {
        const older = warning("database", `${shown} has the older schema ${version}`, "Run emptychair migrate.");
        return { findings: [older], ...closed };
      }
      return { findings: [], canOpen: true, isRunning: false, lock: null };
    } catch (error) {
      return { findings: [fault("database", reasonOf(error), "Do as it says, and run doctor again.")], ...closed };
    }
  };
  return {
    shown,
    caution: "no backup is taken here; take one with the server's own tools first",
    isThere: async () => (await state()).version > 0,
    claim: async () => SHARED,
    open: ({ clock = systemClock, migrate = true } = {}) => openPostgresStore({ url, migrations, clock, migrate }),
    state,
    migrate: (now) =>
      telling(() =>
        onConnections(url, async (connections) => {
          await lookAtServer(connections, shown, migrations);
          return migrateConnections(connections, { migrations, now });
        }),
      ),
    copies: () => [],
    file: null,
    look,
  };
}
