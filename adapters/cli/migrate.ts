import { systemClock } from "../../src/clock.ts";
import { databaseOf } from "../compose.ts";
import type { Database, SchemaState } from "../database/database.ts";
import { agreed } from "./agreed.ts";
import { Failure } from "./failure.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";

function plan({ shown, caution }: Database, { version, pending }: SchemaState): string {
  const steps = pending.map(({ name }) => `  ${name}\n`).join("");
  const first = version === 0 ? "nothing is in it yet" : caution;
  return `${shown} has schema ${version}. To be applied (${first}):\n${steps}`;
}

/** `emptychair migrate`: brings the database to this version's schema, after asking and, where it is a file, after a backup. */
export async function migrate(options: PlaceChoice & { readonly yes?: true }): Promise<void> {
  const database = await databaseOf(loadConfig(options).config.database);
  const now = systemClock.now();
  const state = await database.state();
  if (state.pending.length === 0) {
    process.stdout.write(`${database.shown} has schema ${state.version}, the newest. Nothing to do.\n`);
    return;
  }
  process.stdout.write(plan(database, state));
  if (!options.yes && !(await agreed("migrate"))) throw new Failure(["Nothing was changed."]);
  const claim = await database.claim(now);
  try {
    const { to, backup } = await database.migrate(now);
    claim.remember();
    process.stdout.write(`Done: schema ${to}.${backup === null ? "" : ` The backup is ${backup}.`}\n`);
  } finally {
    claim.release();
  }
}
