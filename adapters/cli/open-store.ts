import { databaseOf } from "../compose.ts";
import type { Config } from "../config.ts";
import type { OpenedStore } from "../database/database.ts";
import { Failure } from "./failure.ts";

/** Does something with the database of the configuration as it is, and closes it. Throws a sentence where there is none yet. */
export async function withStore<R>({ database: place }: Config, work: (store: OpenedStore) => Promise<R>): Promise<R> {
  const database = await databaseOf(place);
  if (!(await database.isThere()))
    throw new Failure([`There is no database ${database.shown} yet; run emptychair start, which makes it.`]);
  const store = await database.open({ migrate: false });
  return work(store).finally(() => store.close());
}
