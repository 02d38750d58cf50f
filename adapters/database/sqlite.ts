import { type Stats, statfsSync, statSync } from "node:fs";
import type { Clock, Store } from "../../src/ports.ts";
import { copyDatabase } from "./backup.ts";
import type { CopyContents, DatabaseCheck, OpenedStore } from "./database.ts";
import { refuseForeign, rememberOurs } from "./look-at-file.ts";
import { type Loss, lossOf } from "./loss.ts";
import { noteKept } from "./marker.ts";
import { migrateConnection, schemaState } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { createFigureReader } from "./read-figures.ts";
import { damageOf } from "./read-pages.ts";
import { sealedStore } from "./sealed-tallies.ts";
import { createSealedWeeks, type SealKeeping, type TallyCounter } from "./sealed-weeks.ts";
import { unsoundness } from "./soundness.ts";
import { createSqlStore } from "./sql-store.ts";
import { applyPragmas, type Connection, connect, wrongModes, wrongPragmas } from "./sqlite-connection.ts";
import { createSqliteEngine, type SqliteEngine } from "./sqlite-engine.ts";
import { explained } from "./sqlite-errors.ts";
import { createTallyThread } from "./tally-thread.ts";

export interface SqliteStoreConfig {
  /** The database file; it and its folder are created where they are missing. */
  readonly path: string;
  /** Folder of the numbered migrations. */
  readonly migrations: string;
  readonly clock: Clock;
  /** Whether to bring an older file up to date (the default) or to refuse it. */
  readonly migrate?: boolean;
  /** False only for a file that is thrown away unless it is completed: it is not synchronised with the disk. */
  readonly durable?: boolean;
  /** What counts the weeks that are sealed, where that is to be no thread of its own. */
  readonly counter?: (store: Store) => TallyCounter;
}

/** The store in one SQLite file. */
export interface SqliteStore extends OpenedStore {
  /** Copies the database, while it is used, to a new file. Throws where the file exists. */
  backup(file: string, signal?: AbortSignal): Promise<CopyContents>;
  /** Reads the whole file: seconds where it is large. */
  check(): DatabaseCheck;
  /** Why it cannot be read and written now, a sentence; null where it can. Writes what changes nothing. */
  ailment(): string | null;
  /** Writes everything into the file itself and empties the log beside it, so that what was removed is in neither; false where another program reads and it is to be tried again. */
  scrub(): boolean;
  readPages(): Promise<void>;
  readonly seals: SealKeeping;
}

function check(path: string, connection: Connection): DatabaseCheck {
  return {
    version: Number(connection.pragma("user_version", { simple: true })),
    bytes: statSync(path).size,
    problems: [...wrongPragmas(connection), ...wrongModes(path), ...unsoundness(connection)],
    desks: connection.prepare("SELECT DISTINCT desk_id FROM interaction ORDER BY desk_id").pluck().all() as string[],
  };
}

/** Time between two notes of until when the database is kept, milliseconds. */
const NOTED_EVERY = 30_000;
/** Free space under which nothing more can be counted on to be kept, bytes. */
const LEAST_SPACE = 1024 * 1024;

/** What is wrong with where the file is: its place, and its disk. */
function outwardAilment(path: string, opened: Stats): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.ino !== opened.ino || file.dev !== opened.dev) {
    return `${path} is not the file any more that the program works on; stop the program, put the file back and start again.`;
  }
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  if (free >= LEAST_SPACE) return null;
  return `The disk of ${path} is full (${Math.floor(free / 1024)} KiB free), so nothing more can be kept; make room.`;
}

/** Notes beside the database until when it was kept, from time to time, and with the first note what was found to be gone. */
function createNoting(path: string, loss: Loss | null): (until: number) => void {
  let notedAt = Number.NEGATIVE_INFINITY;
  let gone = loss?.isTold === false ? loss : null;
  return (until) => {
    if (until - notedAt < NOTED_EVERY) return;
    notedAt = until;
    noteKept(path, until, gone);
    gone = null;
  };
}

/** Looks whether the log beside the file, which is there once something was written, is still the one that is written to. */
function createLogLook(path: string): () => string | null {
  const log = `${path}-wal`;
  const now = () => statSync(log, { bigint: true, throwIfNoEntry: false })?.ino;
  let first: bigint | undefined;
  return () => {
    first ??= now();
    if (first === undefined || now() === first) return null;
    return `${log} was taken away while the program works. Stop the program in good order now, with Ctrl-C or SIGTERM, by which nothing is lost, and start it again; killed, it loses what was kept last.`;
  };
}

interface Watched {
  readonly path: string;
  /** The file as it was opened. */
  readonly opened: Stats;
  readonly engine: SqliteEngine;
  readonly clock: Clock;
  /** Is told until when the database is kept. */
  readonly onKept: (until: number) => void;
  /** What is wrong with the log beside it. */
  readonly lookAtLog: () => string | null;
}

function ailmentOf({ path, opened, engine, clock, onKept, lookAtLog }: Watched): string | null {
  try {
    const outward = outwardAilment(path, opened);
    if (outward !== null) return outward;
    const until = engine.tryWriting(clock.now());
    if (until !== null) {
      onKept(until);
      const log = lookAtLog();
      if (log !== null) return log;
    }
  } catch (error) {
    return `${path} cannot be looked at: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const { fault } = engine;
  return fault === null ? null : `${path} cannot be used: ${fault}. ${remedyOf(fault)}.`;
}

function remedyOf(fault: string): string {
  if (/FULL/.test(fault)) return "Make room on its disk";
  if (/CORRUPT|NOTADB/.test(fault))
    return "Stop the program and put the newest sound backup in its place, with emptychair restore";
  return "Look after its disk, and start again";
}

function scrubbed(connection: Connection): boolean {
  try {
    const [state] = connection.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
    return state?.busy === 0;
  } catch {
    return false;
  }
}

async function prepare(connection: Connection, config: SqliteStoreConfig): Promise<void> {
  const { path, migrations, clock } = config;
  const { version, pending } = schemaState(path, connection, readMigrations(migrations));
  if (config.migrate === false && pending.length > 0) {
    throw new Error(`${path} has an older schema (${version}); run emptychair migrate first.`);
  }
  await migrateConnection(connection, { path, migrations, now: clock.now() });
  applyPragmas(connection);
  if (config.durable === false) connection.pragma("synchronous = OFF");
}

/** Opens the store; throws a sentence where the file is newer, foreign, damaged or cannot be made durable. */
export async function openSqliteStore(config: SqliteStoreConfig): Promise<SqliteStore> {
  const { path } = config;
  refuseForeign(path);
  const connection = connect(path);
  try {
    await prepare(connection, config);
    rememberOurs(path);
  } catch (error) {
    connection.close();
    throw explained(path, error);
  }
  const engine = createSqliteEngine(path, connection);
  const loss = lossOf(path, connection, config.clock.now());
  const { clock } = config;
  const watched = {
    path,
    opened: statSync(path),
    engine,
    clock,
    onKept: createNoting(path, loss),
    lookAtLog: createLogLook(path),
  };
  const atRest = (): Connection => {
    engine.rest();
    return connection;
  };
  const store = createSqlStore(engine);
  const seals = createSealedWeeks(engine, config.clock, config.counter?.(store) ?? createTallyThread(path));
  return {
    ...sealedStore(store, seals),
    seals,
    figures: createFigureReader(engine),
    ailment: () => ailmentOf(watched),
    loss,
    scrub: () => scrubbed(atRest()),
    readPages: async () => engine.looked(await damageOf(path)),
    backup: (file, signal) => {
      engine.rest();
      return copyDatabase(path, file, { signal });
    },
    check: () => check(path, atRest()),
  };
}
