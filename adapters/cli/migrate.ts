import { createInterface } from "node:readline/promises";
import { systemClock } from "../../src/clock.ts";
import { claimDatabase } from "../database/claim.ts";
import { migrate as migrateDatabase, pendingMigrations, type SchemaState } from "../database/migrate.ts";
import { packageFile } from "../package-root.ts";
import { Failure } from "./failure.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Failure(["migrate asks before it changes anything, and nobody is here to answer; add --yes to agree."]);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("Go on? [y/N] ").finally(() => terminal.close());
  return /^y(es)?$/i.test(answer.trim());
}

function plan(path: string, { version, pending }: SchemaState): string {
  const steps = pending.map(({ name }) => `  ${name}\n`).join("");
  const first = version === 0 ? "the file is new" : "a backup is taken first";
  return `${path} has schema ${version}. To be applied (${first}):\n${steps}`;
}

/** `emptychair migrate`: brings the database to this version's schema, after asking and after a backup. */
export async function migrate(options: PlaceChoice & { readonly yes?: true }): Promise<void> {
  const { database: path } = loadConfig(options).config;
  const migrations = packageFile("data", "migrations");
  const now = systemClock.now();
  const state = pendingMigrations({ path, migrations });
  if (state.pending.length === 0) {
    process.stdout.write(`${path} has schema ${state.version}, the newest. Nothing to do.\n`);
    return;
  }
  process.stdout.write(plan(path, state));
  if (!options.yes && !(await agreed())) throw new Failure(["Nothing was changed."]);
  const claim = claimDatabase(path, now);
  try {
    const { to, backup } = await migrateDatabase({ path, migrations, now });
    claim.remember();
    process.stdout.write(`Done: schema ${to}.${backup === null ? "" : ` The backup is ${backup}.`}\n`);
  } finally {
    claim.release();
  }
}
