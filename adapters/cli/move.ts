import { systemClock } from "../../src/clock.ts";
import { databaseOf } from "../compose.ts";
import { type MoveReport, MoveStopped, moveDesk } from "../database/move/move-desk.ts";
import { nothingToMove, openSource, openTarget } from "../database/move/open-ends.ts";
import { type DatabasePlace, placeAt, type ServerPlace, secretsOfPlace, shownPlace } from "../database-place.ts";
import { packageFile } from "../package-root.ts";
import { agreed } from "./agreed.ts";
import { Failure } from "./failure.ts";
import { loadConfig } from "./load-config.ts";
import { createProgress } from "./progress.ts";
import { untilInterrupted } from "./until-interrupted.ts";

export interface MoveOptions {
  /** Addresses as in DATABASE_URL, which stands for the one that is missing. */
  readonly from?: string;
  readonly to?: string;
  readonly yes?: true;
}

interface Ends {
  readonly from: DatabasePlace;
  readonly to: ServerPlace;
}

/** Both ends. Throws wrong usage. */
function endsOf({ from, to }: MoveOptions): Ends {
  const place = (address: string | undefined) =>
    address === undefined ? loadConfig().config.database : placeAt(address, process.cwd());
  const [source, target] = [place(from), place(to)];
  if (target.engine !== "postgres")
    throw new Failure([`A desk is moved to a Postgres database; name one with --to, as postgres://...`], 2);
  if (source.engine === "postgres" && source.url === target.url)
    throw new Failure([`--from and --to name the same database, ${shownPlace(target)}.`], 2);
  return { from: source, to: target };
}

/** A list of processes shows what each was started with: a password there is written over at once. */
function hidePasswords(places: readonly DatabasePlace[]): void {
  if (places.some((place) => secretsOfPlace(place).length > 0)) process.title = "emptychair migrate";
}

async function moved({ from, to }: Ends, signal: AbortSignal): Promise<MoveReport> {
  const migrations = packageFile("data", "migrations");
  const source = await openSource(from, migrations);
  const progress = createProgress("Moving");
  try {
    const target = await openTarget(to, migrations, systemClock.now());
    const work = moveDesk({ source, from: shownPlace(from), target, onProgress: progress.show, signal });
    return await work.finally(() => target.close());
  } finally {
    progress.end();
    await source.close();
  }
}

function told({ from, to }: Ends, { rows, tables, mended, isResumed }: MoveReport): string {
  const [left, here] = [shownPlace(from), shownPlace(to)];
  return [
    ...(isResumed ? ["Went on with the move that was stopped."] : []),
    ...(mended > 0 ? [`${mended} rows that had changed since were brought over again.`] : []),
    `Done: ${rows} rows of ${tables} tables are in ${here}, each compared with the one it came from.`,
    `Now set DATABASE_URL to ${here}, with its password, and run emptychair start. ${left} is as it was; keep it until all is well.`,
  ].join("\n");
}

/** The database that a desk is moved from, kept from anybody else meanwhile; throws where it is in use. */
async function claimed(place: DatabasePlace) {
  const database = await databaseOf(place);
  if (!(await database.isThere())) throw new Failure([nothingToMove(database.shown)]);
  return database.claim(systemClock.now());
}

/** `emptychair migrate --from --to`: moves everything in a database to another one, after asking; begun anew it goes on where it was stopped. */
export async function move(options: MoveOptions): Promise<void> {
  const ends = endsOf(options);
  const places = [ends.from, ends.to];
  hidePasswords(places);
  const [left, here] = places.map(shownPlace);
  process.stdout.write(
    `Everything in ${left} is copied to ${here} and compared there row by row; ${left} is not changed.\n`,
  );
  if (!options.yes && !(await agreed("migrate"))) throw new Failure(["Nothing was changed."]);
  const claim = await claimed(ends.from);
  try {
    process.stdout.write(`${told(ends, await untilInterrupted((signal) => moved(ends, signal)))}\n`);
  } catch (error) {
    if (!(error instanceof MoveStopped)) throw error;
    throw new Failure(["Stopped. What was brought over stays; give the same command again to go on."]);
  } finally {
    claim.release();
  }
}
