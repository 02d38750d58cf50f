import { databaseOf, type Surroundings } from "./compose.ts";
import type { Config } from "./config.ts";
import { loopText } from "./crash-loop.ts";
import type { OpenedStore } from "./database/database.ts";
import { lossText } from "./database/loss.ts";
import { reasonOf } from "./finding.ts";
import type { FirstAdmin } from "./first-admins.ts";
import { loopOf, noteEnd, noteStart, startsFileOf } from "./kept-starts.ts";
import { secretsOf, withoutSecrets } from "./log.ts";
import { inTime, stopInTurn } from "./start-and-stop.ts";
import { startWork } from "./start-work.ts";

/** The program at work. */
export interface Running {
  /** The address to open, with its key. */
  readonly url: string;
  /** Links that make a first admin, once each, of the desks that have none: by the desk's name. */
  readonly firstAdmins: readonly FirstAdmin[];
  /** Where everything is kept, for people: without a password. */
  readonly database: string;
  /** Accepts nothing new, finishes what was accepted within ten seconds, closes the store. Rejects where the time ran out. */
  stop(): Promise<void>;
}

/** Starts everything on the configured database. Rejects with a sentence, and holds nothing, where it cannot. */
export async function startProgram(config: Config, surroundings: Surroundings): Promise<Running> {
  const { clock, log } = surroundings;
  const database = await databaseOf(config.database);
  const claim = await database.claim(clock.now());
  const starts = startsFileOf(config.database, config.dataFolder);
  noteStart(starts, clock.now());
  const loop = loopOf(starts, clock.now(), !claim.isAlone);
  if (loop) log.fault(loopText(loop));
  let store: OpenedStore | undefined;
  const letGo = async () => {
    await store?.close();
    claim.release();
  };
  const stopped = async () => {
    await letGo();
    noteEnd(starts, null);
  };
  try {
    store = await database.open({ clock });
    claim.remember();
    if (store.loss?.isTold === false) log.fault(lossText(database.shown, store.loss));
    const { url, firstAdmins, toStop } = await startWork(config, { store, claim }, surroundings);
    if (claim.isNew)
      log.info(`Began with a new database: nothing was at ${database.shown}, and no sign that anything had been`);
    return { url, firstAdmins, database: database.shown, stop: () => inTime(stopInTurn(toStop)).finally(stopped) };
  } catch (error) {
    await letGo();
    noteEnd(starts, withoutSecrets(reasonOf(error), secretsOf(config)));
    throw error;
  }
}
