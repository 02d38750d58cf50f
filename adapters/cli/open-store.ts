import { existsSync } from "node:fs";
import { systemClock } from "../../src/clock.ts";
import { openStore } from "../compose.ts";
import type { Config } from "../config.ts";
import type { SqliteStore } from "../database/sqlite.ts";
import { Failure } from "./failure.ts";

/** Does something with the database of the configuration as it is, and closes it. Throws a sentence where there is none yet. */
export async function withStore<R>({ database }: Config, work: (store: SqliteStore) => Promise<R>): Promise<R> {
  if (!existsSync(database))
    throw new Failure([`There is no database ${database} yet; run emptychair start, which makes it.`]);
  const store = await openStore(database, { clock: systemClock, migrate: false });
  return work(store).finally(() => store.close());
}
