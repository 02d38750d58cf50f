import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { databaseOf } from "../compose.ts";
import type { Config } from "../config.ts";
import { keepTombstones } from "../database/tombstones.ts";
import { fileAt, forgottenFileOf } from "../database-place.ts";
import { agreed } from "./agreed.ts";
import { Failure } from "./failure.ts";
import { eraseRows } from "./forget.ts";
import { loadConfig, type PlaceChoice } from "./load-config.ts";
import { openBot, surroundingsOf } from "./open-bot.ts";
import { contentsText, fileDatabase } from "./whole-file.ts";

export interface RestoreOptions extends PlaceChoice {
  readonly check?: true;
  readonly yes?: true;
}

/** So many people at most are forgotten before the copy takes its place; the program goes on with the others as it starts. */
const ERASED_AT_ONCE = 10_000;

/** What was done to a copy before it became the database. */
interface Prepared {
  /** Its schema before. */
  readonly from: number;
  readonly to: number;
  /** People who were forgotten since it was made. */
  readonly forgotten: number;
}

function clear(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}

/** Brings the copy to this version and forgets in it whom the file beside the database knows as forgotten. */
async function prepare(config: Config, path: string): Promise<Prepared> {
  const copied = await databaseOf(fileAt(path));
  const { from, to } = await copied.migrate(systemClock.now(), true);
  const store = await copied.open({ migrate: false });
  try {
    const bot = await openBot(config, store);
    const { log, clock } = await surroundingsOf(config);
    const file = forgottenFileOf(config.database, config.dataFolder);
    const forgotten = await keepTombstones({ file, store, bot, clock, log });
    const due = await store.due("tombstone", clock.now(), ERASED_AT_ONCE);
    for (const { desk, id } of due) if (bot.desks.get(desk)) await eraseRows(bot, store, desk, id);
    await store.scrub();
    return { from, to, forgotten };
  } finally {
    await store.close();
  }
}

function told({ from, to, forgotten }: Prepared, kept: string | null): string {
  return [
    "Restored.",
    ...(from === to ? [] : [`It was brought from schema ${from} to ${to}.`]),
    ...(forgotten === 0 ? [] : [`People forgotten since it was made, and forgotten again: ${forgotten}.`]),
    ...(kept === null ? [] : [`What was there is kept beside it as ${kept}; remove that once all is well.`]),
    "The program knows nothing of what came after the backup: it may ask or say again what it had by then. Run emptychair start.",
  ].join("\n");
}

async function restoreInto(config: Config, path: string): Promise<string> {
  const { file } = await fileDatabase(config);
  const claim = file.claim(systemClock.now());
  let beside: string | null = null;
  try {
    beside = await file.bringBeside(path);
    const prepared = await prepare(config, beside);
    const kept = file.replaceBy(beside, systemClock.now());
    claim.remember();
    return told(prepared, kept);
  } finally {
    if (beside !== null) clear(beside);
    claim.release();
  }
}

/** `emptychair restore`: puts a checked backup in the database's place, in which nobody who was forgotten comes back; or only checks it. */
export async function restore(name: string, options: RestoreOptions): Promise<void> {
  const { config } = loadConfig(options);
  const { file, shown } = await fileDatabase(config);
  const path = resolve(name);
  const contents = await file.inspect(path).catch((error: Error) => {
    throw new Failure([error.message]);
  });
  process.stdout.write(`${path}: ${contentsText(contents)}. Sound.\n`);
  if (options.check) return;
  file.claim(systemClock.now()).release();
  process.stdout.write(`It takes the place of ${shown}; what is there is kept beside it.\n`);
  if (!options.yes && !(await agreed("restore"))) throw new Failure(["Nothing was changed."]);
  process.stdout.write(`${await restoreInto(config, path)}\n`);
}
