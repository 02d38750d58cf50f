import type { Log } from "../../src/ports.ts";
import type { SealedWeeks } from "./sealed-weeks.ts";

/** Seals weeks that are over, and counts sealed ones anew, a little at a time. */
export interface SealTender {
  start(): void;
  /** Returns when nothing is counted any more. */
  stop(): Promise<void>;
}

export interface SealTenderConfig {
  /** Undefined where no weeks are sealed: then nothing is done. */
  readonly seals: Pick<SealedWeeks, "seal" | "recount"> | undefined;
  readonly log: Log;
  /** How often it is looked for what there is to count, milliseconds. */
  readonly everyMs?: number;
}

const EVERY_MS = 20_000;
/** Weeks that are sealed at a time. */
const AT_A_TIME = 2;
/** A week is counted anew no sooner than this after it was counted, milliseconds. */
const REST_MS = 24 * 60 * 60 * 1000;

/** A tender that rests between two countings; what fails is told and tried again at the next. */
export function createSealTender({ seals, log, everyMs = EVERY_MS }: SealTenderConfig): SealTender {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const tend = async (): Promise<void> => {
    if (seals === undefined || (await seals.seal(AT_A_TIME)) > 0) return;
    await seals.recount(REST_MS, ({ desk, from, to, parts }) =>
      log.fault("A sealed week differed from its rows and is counted anew; tell the makers of the program", {
        ...{ desk, from: new Date(from).toISOString(), to: new Date(to).toISOString(), parts },
      }),
    );
  };
  const tendOnce = (): void => {
    working = working.then(tend).catch((error: unknown) => {
      log.warn("Sealed weeks could not be looked after", { error: String(error) });
    });
  };
  return {
    start() {
      if (seals !== undefined) timer = setInterval(tendOnce, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
