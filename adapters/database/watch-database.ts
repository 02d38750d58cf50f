import type { Health } from "../health.ts";
import type { OpenedStore } from "./database.ts";

/** Looks after the database while the program runs: whether it can be written, and whether its pages are sound. */
export interface DatabaseWatch {
  /** Finds out how it is now, and tells. */
  look(): Promise<void>;
  start(): void;
  /** Returns when nothing is looked at any more. */
  stop(): Promise<void>;
}

export interface DatabaseWatchConfig {
  readonly store: Pick<OpenedStore, "ailment" | "readPages">;
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
const ITSELF = "itself";

export function createDatabaseWatch(config: DatabaseWatchConfig): DatabaseWatch {
  const { store, health, everyMs = EVERY_MS, pagesEveryMs = PAGES_EVERY_MS } = config;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let pages: NodeJS.Timeout | undefined;
  let reading = Promise.resolve();
  let looking = Promise.resolve();
  let isStopped = false;

  const lookAnew = async (): Promise<void> => {
    lookedAt = performance.now();
    const ailment = await store.ailment();
    if (isStopped) return;
    if (ailment === null) health.healed(ITSELF);
    else health.broken(ITSELF, ailment);
  };

  const look = (): Promise<void> => {
    if (!isStopped && performance.now() - lookedAt >= SAME_LOOK_MS) looking = lookAnew();
    return looking;
  };

  const readPages = async (read: () => Promise<void>): Promise<void> => {
    const begun = performance.now();
    const isRead = await read().then(
      () => true,
      () => false,
    );
    if (isStopped) return;
    if (isRead) {
      lookedAt = Number.NEGATIVE_INFINITY;
      await look();
    }
    readLater(Math.max(pagesEveryMs, REST * (performance.now() - begun)));
  };

  function readLater(ms: number): void {
    const read = store.readPages;
    if (read === null) return;
    pages = setTimeout(() => {
      reading = readPages(read);
    }, ms).unref();
  }

  return {
    look,
    start() {
      void look();
      timer = setInterval(() => void look(), everyMs).unref();
      readLater(Math.min(pagesEveryMs, SAME_LOOK_MS));
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      clearTimeout(pages);
      health.stop();
      await Promise.all([reading, looking]);
    },
  };
}
