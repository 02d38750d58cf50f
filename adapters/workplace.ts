import { createBot } from "../src/bot.ts";
import { botConfig, type Surroundings } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Claim, OpenedStore } from "./database/database.ts";
import { createDatabaseWatch } from "./database/watch-database.ts";
import { createHealth } from "./health.ts";
import { holdDesks } from "./held-desks.ts";
import { readHomes } from "./homes.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { packageVersion } from "./package-root.ts";
import { PLATFORMS } from "./platforms.ts";
import { createThresholds } from "./thresholds.ts";
import { openTracing } from "./tracing/tracing.ts";

/** The database that this process works on. */
export interface OwnDatabase {
  readonly store: OpenedStore;
  readonly claim: Pick<Claim, "isAlone">;
}

/** The bot on the open store, and what is counted, traced and watched of it. Nothing of it is started yet. */
export async function openWorkplace(begun: Config, { store, claim }: OwnDatabase, surroundings: Surroundings) {
  const { log, ids } = surroundings;
  const held = holdDesks(begun.desks);
  const config: Config = { ...begun, desks: held.desks };
  const homes = await readHomes(store, config.desks, PLATFORMS);
  const thresholds = createThresholds();
  const tracing = await openTracing(packageVersion());
  const composed = botConfig(config, tracing.store(store), { ...surroundings, thresholds }, homes);
  const metrics = createMetrics(
    packageVersion(),
    PLATFORMS.map(({ name }) => name),
  );
  const bot = tracing.bot(metrics.count(createBot(composed)));
  const health = createHealth("The database", log);
  const watch = createDatabaseWatch({ store, health });
  const own = { config, held, homes, store, isAlone: claim.isAlone, owner: ids.next() };
  return { ...surroundings, ...own, thresholds, tracing, composed, metrics, bot, health, watch };
}

/** Where everything of this process works. */
export type Workplace = Awaited<ReturnType<typeof openWorkplace>>;
