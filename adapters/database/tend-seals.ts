import type { Log } from "../../src/ports.ts";
import type { TallyWindow } from "./sealed-queries.ts";
import type { SealKeeping } from "./sealed-weeks.ts";

/** Seals weeks that are over, and counts sealed ones anew, a little at a time. */
export interface SealTender {
  start(): void;
  /** Returns when nothing is counted any more. */
  stop(): Promise<void>;
}

export interface SealTenderConfig {
  readonly seals: SealKeeping;
  readonly log: Log;
  /** How often it is looked for what there is to count, milliseconds. */
  readonly everyMs?: number;
}

const EVERY_MS = 20_000;
/** Tallies that are sealed, or counted anew, at a time. */
const SEALED_AT_A_TIME = 128;
const RECOUNTED_AT_A_TIME = 8;
/** A tally is counted anew no sooner than this after it was counted, milliseconds. */
const REST_MS = 24 * 60 * 60 * 1000;

/** The sealed tally in words for logs and findings, e.g. `scores of desk, 2026-11-09T00:00:00.000Z to 2026-11-16T00:00:00.000Z`. */
export function shownSeal({ desk, what, from, to }: TallyWindow): string {
  return `${what} of ${desk}, ${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
}

/** A tender that rests between two countings; what fails is told and tried again at the next. */
export function createSealTender({ seals, log, everyMs = EVERY_MS }: SealTenderConfig): SealTender {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  const tend = async (): Promise<void> => {
    if ((await seals.seal(SEALED_AT_A_TIME)) > 0) return;
    await seals.recount(RECOUNTED_AT_A_TIME, REST_MS, (found) =>
      log.fault("A sealed week differed from its rows and is counted anew; tell the makers of the program", {
        sealed: shownSeal(found),
      }),
    );
  };
  const tendOnce = (): void => {
    working ??= tend()
      .catch((error: unknown) => log.warn("Sealed weeks could not be looked after", { error: String(error) }))
      .finally(() => {
        working = null;
      });
  };
  return {
    start() {
      timer = setInterval(tendOnce, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
