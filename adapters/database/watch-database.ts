import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Health } from "../health.ts";
import { packageFile } from "../package-root.ts";
import type { SqliteStore } from "./sqlite.ts";

/** Looks after the database while the program runs: whether it can be written, and whether its pages are sound. */
export interface DatabaseWatch {
  /** Tells how it is now. */
  look(): void;
  start(): void;
  /** Returns when nothing is looked at any more. */
  stop(): Promise<void>;
}

export interface DatabaseWatchConfig {
  readonly path: string;
  readonly store: Pick<SqliteStore, "ailment" | "looked">;
  readonly health: Health;
  /** How often it is tried, milliseconds. */
  readonly everyMs?: number;
  /** Shortest time between two readings of every page, milliseconds. */
  readonly pagesEveryMs?: number;
}

const EVERY_MS = 10_000;
const PAGES_EVERY_MS = 30_000;
/** Looks that were asked for sooner than this after another are that one, milliseconds. */
const SAME_LOOK_MS = 1_000;
/** A reading of every page that took so long comes again only after this many times that. */
const REST = 100;
const FILE = "file";

/** Reads every page in a thread of its own. What is wrong with them, or null. */
async function inspected(path: string): Promise<string | null> {
  const worker = new Worker(packageFile("build", "adapters", "database", "inspect-pages.js"), { workerData: path });
  const [found] = (await once(worker, "message")) as [string | null];
  await worker.terminate();
  return found;
}

export function createDatabaseWatch(config: DatabaseWatchConfig): DatabaseWatch {
  const { path, store, health, everyMs = EVERY_MS, pagesEveryMs = PAGES_EVERY_MS } = config;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let pages: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  let isStopped = false;

  const look = (): void => {
    const now = performance.now();
    if (isStopped || now - lookedAt < SAME_LOOK_MS) return;
    lookedAt = now;
    const ailment = store.ailment();
    if (ailment === null) health.healed(FILE);
    else health.broken(FILE, ailment);
  };

  const readPages = async (): Promise<void> => {
    const begun = performance.now();
    const found = await inspected(path).catch((): undefined => undefined);
    if (isStopped) return;
    if (found !== undefined) {
      store.looked(found === null ? null : `its pages are damaged, SQLITE_CORRUPT: ${found}`);
      lookedAt = Number.NEGATIVE_INFINITY;
      look();
    }
    readLater(Math.max(pagesEveryMs, REST * (performance.now() - begun)));
  };

  function readLater(ms: number): void {
    pages = setTimeout(() => {
      reading = readPages();
    }, ms).unref();
  }

  return {
    look,
    start() {
      look();
      timer = setInterval(look, everyMs).unref();
      readLater(Math.min(pagesEveryMs, SAME_LOOK_MS));
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      clearTimeout(pages);
      health.stop();
      await reading;
    },
  };
}
