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
import type { Change } from "../../src/outcome.ts";
import type { Clock, Store } from "../../src/ports.ts";
import { MONDAY_TEN } from "../world.ts";
import type { Options } from "./options.ts";
import { createRandom, type Random } from "./random.ts";
import { TEARS, type Tear, torn, wholeUntil } from "./torn-log.ts";
import type { Planted } from "./year.ts";

type Save = Readonly<Parameters<Store["save"]>>;

/** What a power cut did, and every row of which more is missing than it may take. */
export interface PowerCut {
  readonly tear: Tear;
  readonly lost: readonly string[];
}

/** A real file of SQLite on a machine whose power may be cut. */
export interface Disk {
  /** The rows as they stand, whichever file they are in by now. */
  readonly store: Store;
  /** Cuts the power in the midst of the save, or with none under way: what was not synchronised is torn, and the file is opened again. */
  cut(save?: Save): Promise<PowerCut>;
  close(): Promise<void>;
}

const MIGRATIONS = packageFile("data", "migrations");

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

function nameOf(desk: string, { table, row }: Change): string {
  return `${table} ${row.id} at ${desk}`;
}

/** The version at which the change has left its row; null where it is gone. */
function versionAfter({ row, remove }: Change): number | null {
  return remove ? null : row.version + 1;
}

/** Whether the row stands there earlier than the change has left it: what was under way beside it may have got there as well. */
function isLost(change: Change, found: number | null): boolean {
  const kept = versionAfter(change);
  return kept === null ? found !== null : found === null || found < kept;
}

/** What was acknowledged since the power was cut last: each row's version by its name. */
function createKept() {
  const kept = new Map<string, { readonly desk: string; readonly change: Change }>();
  const standsAt = async (store: Store, desk: string, { table, row }: Change): Promise<number | null> =>
    (await store.at(desk).get(table, row.id))?.version ?? null;
  return {
    keep: (desk: string, changes: readonly Change[]) => {
      for (const change of changes) kept.set(nameOf(desk, change), { desk, change });
    },
    /** Gives what of it is not there, and forgets it all; the save that was under way is there as a whole or not at all. */
    async missing(store: Store, underWay?: Save): Promise<string[]> {
      const lost: string[] = [];
      const [desk = "", , changes = []] = underWay ?? [];
      const places = await Promise.all(changes.map((change) => standsAt(store, desk, change)));
      const applied = changes.filter((change, index) => places[index] === versionAfter(change));
      const isThere = applied.length > 0 && applied.length === changes.length;
      if (applied.length > 0 && !isThere)
        lost.push(`a save was kept in part: ${applied.map((one) => nameOf(desk, one))}`);
      if (isThere) for (const change of changes) kept.set(nameOf(desk, change), { desk, change });
      for (const [name, { desk: of, change }] of kept)
        if (isLost(change, await standsAt(store, of, change))) lost.push(`${name} was acknowledged and is lost`);
      kept.clear();
      return lost;
    },
  };
}

/** Makes a file in the folder. What is synchronised is known from its log, so the disk underneath need not be waited for. */
export async function openDisk(folder: string, clock: Clock, random: Random, syncedUntil = wholeUntil): Promise<Disk> {
  let turn = 0;
  mkdirSync(join(folder, "0"));
  const path = () => join(folder, String(turn), "desk.db");
  const open = (): Promise<SqliteStore> =>
    openSqliteStore({ path: path(), migrations: MIGRATIONS, clock, durable: false });
  let current = await open();
  let isDown = false;
  const kept = createKept();
  const store: Store = {
    ...storeOver(() => current),
    async save(desk, event, changes) {
      const saved = await current.save(desk, event, changes);
      if (saved === "saved" && !isDown) kept.keep(desk, changes);
      return saved;
    },
  };
  /** The next file: this one as it is, with its log torn. */
  const tearFrom = (synced: number): Tear => {
    const [from, tear] = [path(), random.pick(TEARS)];
    const log = torn(logOf(from), synced, tear, random);
    turn += 1;
    mkdirSync(dirname(path()));
    copyFileSync(from, path());
    writeFileSync(`${path()}-wal`, log);
    return tear;
  };
  return {
    store,
    async cut(save) {
      isDown = true;
      const [before, touched] = [syncedUntil(logOf(path())), touchedAt(path())];
      if (save) await current.save(...save).catch(() => {});
      // Before the log is written into the file all of it is synchronised.
      const synced = touchedAt(path()) === touched ? before : syncedUntil(logOf(path()));
      const [gone, old] = [dirname(path()), current];
      const tear = tearFrom(synced);
      await old.close();
      rmSync(gone, { recursive: true });
      current = await open();
      const lost = await kept.missing(current, save);
      const unsound = current.check().problems.filter((problem) => !problem.includes("synchronous"));
      isDown = false;
      return { tear, lost: [...lost, ...unsound] };
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
