import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openSqliteStore, type SqliteStore } from "../../adapters/database/sqlite.ts";
import { packageFile } from "../../adapters/package-root.ts";
import type { Clock, Store } from "../../src/ports.ts";
import { MONDAY_TEN } from "../world.ts";
import { createAcknowledged, type Save } from "./acknowledged-rows.ts";
import { allRows, differences } from "./all-rows.ts";
import { makeEarlier } from "./earlier-schema.ts";
import type { Options } from "./options.ts";
import { createRandom, type Random } from "./random.ts";
import { TEARS, type Tear, torn, wholeUntil } from "./torn-log.ts";
import type { Planted } from "./year.ts";

/** What a power cut did, and every row of which more is missing than it may take. */
export interface PowerCut {
  /** Null where the process was stopped in good order instead, and the file was whole. */
  readonly tear: Tear | null;
  /** The schema that the program had until then, where the next one was newer; and whether the power went again while it brought the file up to date. */
  readonly upgrade: { readonly from: number; readonly isCut: boolean } | null;
  readonly lost: readonly string[];
}

/** A real file of SQLite on a machine whose power may be cut. */
export interface Disk {
  /** The rows as they stand, whichever file they are in by now. */
  readonly store: Store;
  /**
   * Cuts the power in the midst of the save, or with none under way: what was not synchronised is torn, and the file is opened again. Now and
   * then the next program is a newer one, and the file becomes one of an earlier schema before that opens it.
   */
  cut(save?: Save): Promise<PowerCut>;
  close(): Promise<void>;
}

export interface DiskOptions {
  /** How much of a log is on the disk, bytes: what is synchronised is known from it, so the disk underneath need not be waited for. */
  readonly syncedUntil?: (log: Buffer) => number;
  readonly migrations?: string;
  /** How likely a newer program starts after a process has ended. */
  readonly upgrades?: number;
}

const MIGRATIONS = packageFile("data", "migrations");
const UPGRADES = 0.5;
/** How likely a process was stopped in good order for that. */
const IN_ORDER = 0.5;
/** How likely the power goes while the newer program brings the file up to date. */
const CUT_MEANWHILE = 0.5;

function logOf(path: string): Buffer {
  return existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
}

function touchedAt(path: string): bigint {
  return statSync(path, { bigint: true }).mtimeNs;
}

/** The store that asks whichever one is open at the time. */
function storeOver(current: () => Store): Store {
  return {
    at: (desk) => current().at(desk),
    save: (...asked) => current().save(...asked),
    heads: (...asked) => current().heads(...asked),
    due: (...asked) => current().due(...asked),
    desksWith: (...asked) => current().desksWith(...asked),
    close: () => current().close(),
  };
}

/** The files of the disk, one after the other: each begins as the one before ended. */
function createFiles(folder: string) {
  let turn = 0;
  const path = () => join(folder, String(turn), "desk.db");
  mkdirSync(dirname(path()));
  return {
    path,
    /** The next file is this one as it is, with that log; gives what has this one go away. */
    next: (log: Buffer): (() => void) => {
      const from = path();
      turn += 1;
      mkdirSync(dirname(path()));
      copyFileSync(from, path());
      if (log.length > 0) writeFileSync(`${path()}-wal`, log);
      return () => rmSync(dirname(from), { recursive: true });
    },
  };
}

/** Makes a file in the folder. */
export async function openDisk(
  folder: string,
  clock: Clock,
  random: Random,
  { syncedUntil = wholeUntil, migrations = MIGRATIONS, upgrades = UPGRADES }: DiskOptions = {},
): Promise<Disk> {
  const { path, next } = createFiles(folder);
  const open = (): Promise<SqliteStore> => openSqliteStore({ path: path(), migrations, clock, durable: false });
  let current = await open();
  let isDown = false;
  const kept = createAcknowledged();
  const store: Store = {
    ...storeOver(() => current),
    async save(desk, event, changes) {
      const saved = await current.save(desk, event, changes);
      if (saved === "saved" && !isDown) kept.keep(desk, changes);
      return saved;
    },
  };
  const saveUnderWay = (save?: Save) => (save ? current.save(...save).catch(() => {}) : undefined);
  const tearAway = async (save?: Save): Promise<Tear> => {
    const [before, touched] = [syncedUntil(logOf(path())), touchedAt(path())];
    await saveUnderWay(save);
    // Before the log is written into the file all of it is synchronised.
    const synced = touchedAt(path()) === touched ? before : syncedUntil(logOf(path()));
    const tear = random.pick(TEARS);
    const removeOld = next(torn(logOf(path()), synced, tear, random));
    await current.close();
    removeOld();
    return tear;
  };
  const stop = async (save?: Save): Promise<null> => {
    await saveUnderWay(save);
    await current.close();
    next(Buffer.alloc(0))();
    return null;
  };
  /** The start of a newer program is cut off at any place of what it has written; false where the file itself was written by then. */
  const cutStart = async (): Promise<boolean> => {
    const touched = touchedAt(path());
    const starting = await open();
    const log = logOf(path());
    const isCut = touchedAt(path()) === touched;
    const removeOld = isCut ? next(torn(log, random.below(log.length + 1), random.pick(TEARS), random)) : () => {};
    await starting.close();
    removeOld();
    return isCut;
  };
  /** Starts the next program on the file; gives what a newer one has made of the rows that it should not have. */
  const start = async (isNewer: boolean): Promise<Pick<PowerCut, "upgrade" | "lost">> => {
    const before = isNewer ? allRows(path()) : null;
    const from = isNewer ? await makeEarlier(path(), migrations, random) : null;
    const isCut = from !== null && random.chance(CUT_MEANWHILE) && (await cutStart());
    current = await open();
    if (from === null || before === null) return { upgrade: null, lost: [] };
    const lost = differences(before, allRows(path())).map((one) => `upgrade from ${from}: ${one}`);
    return { upgrade: { from, isCut }, lost };
  };
  return {
    store,
    async cut(save) {
      isDown = true;
      const isNewer = random.chance(upgrades);
      const tear = await (isNewer && random.chance(IN_ORDER) ? stop : tearAway)(save);
      const { upgrade, lost } = await start(isNewer);
      const missing = await kept.missing(current, save);
      const unsound = current.check().problems.filter((problem) => !problem.includes("synchronous"));
      isDown = false;
      return { tear, upgrade, lost: [...lost, ...missing, ...unsound] };
    },
    async close() {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Has the year pass on a disk of its own, in the folder for temporary files, that is gone afterwards. */
export async function onDisk<T>(
  { seed }: Pick<Options, "seed">,
  pass: (disk: Disk, planted: Planted) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-"));
  const disk = await openDisk(folder, { now: () => MONDAY_TEN }, createRandom(`disk/${seed}`));
  try {
    return await pass(disk, { process: (parts) => ({ ...parts, cutPower: disk.cut }) });
  } finally {
    await disk.close();
  }
}
