import { createBot } from "../src/bot.ts";
import type { PlatformDesk } from "../src/chat/platform-desk.ts";
import { createTicker } from "../src/clock.ts";
import type { Desk } from "../src/desk.ts";
import type { Digest } from "../src/digest/document.ts";
import { createSpeaker } from "../src/digest/say-figures.ts";
import { createDispatcher } from "../src/outbox/dispatcher.ts";
import type { Change } from "../src/outcome.ts";
import type { Store } from "../src/ports.ts";
import { withoutWords } from "../src/privacy/hold-words.ts";
import { digestSvg } from "./chart/digest-svg.ts";
import { createDrawPicture } from "./chart/draw-picture.ts";
import { createDrawSpan } from "./chart/draw-span.ts";
import { botConfig, contextAt, databaseOf, type Surroundings } from "./compose.ts";
import { type Config, connectedOf, desksOn } from "./config.ts";
import { loopText } from "./crash-loop.ts";
import type { Claim, OpenedStore } from "./database/database.ts";
import { lossText } from "./database/loss.ts";
import { createSealTender } from "./database/tend-seals.ts";
import { keepTombstones } from "./database/tombstones.ts";
import { createDatabaseWatch } from "./database/watch-database.ts";
import { forgottenFileOf } from "./database-place.ts";
import { createFindLink } from "./find-link.ts";
import { reasonOf } from "./finding.ts";
import { type FirstAdmin, offerFirstAdmins } from "./first-admins.ts";
import { createFirstRun } from "./first-run.ts";
import { createHealth } from "./health.ts";
import { holdDesks } from "./held-desks.ts";
import { type Homes, keepHome, readHomes } from "./homes.ts";
import { loopOf, noteEnd, noteStart, startsFileOf } from "./kept-starts.ts";
import { secretsOf, withoutSecrets } from "./log.ts";
import { CONTENT_TYPE } from "./metrics/exposition.ts";
import { createMetrics } from "./metrics/metrics.ts";
import { packageVersion } from "./package-root.ts";
import { PLATFORMS } from "./platforms.ts";
import { readinessOf } from "./readiness.ts";
import { createReplicaNews } from "./replica-news.ts";
import { settingShapes } from "./setting-shapes.ts";
import { createSettingsKeeper } from "./settings-keeper.ts";
import type { ShownConfiguration } from "./shown-configuration.ts";
import { inTime, startTogether, stopInTurn } from "./start-and-stop.ts";
import { createThresholds } from "./thresholds.ts";
import { openTracing } from "./tracing/tracing.ts";
import { watchTeamPosts } from "./watch-team-posts.ts";
import { topicsOf } from "./web/live.ts";
import { createWebPlatform } from "./web/web.ts";
import { createWebhookChat } from "./webhooks/chat.ts";
import { createDeskWorks } from "./work/desk-works.ts";

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

/** What every platform works with, by desk; there is at least one. */
type Served = readonly [Omit<PlatformDesk, "homeFound">, ...Omit<PlatformDesk, "homeFound">[]];

/** Every platform that is to be connected, at every desk; the library of one that is not is never loaded. */
function createPlatforms(config: Config, [first, ...others]: Served, store: Store, homes: Homes, owner?: string) {
  return Promise.all(
    connectedOf(config, PLATFORMS).map(({ platform, access }) => {
      const on = (desk: Served[0]) => {
        const { section } = desksOn(config, platform).find(({ id }) => id === desk.deskId) ?? { section: undefined };
        const homeFound = (space: string) => keepHome(homes, desk, platform.name, space);
        return { ...desk, homeFound, section };
      };
      return platform.create(access, [on(first), ...others.map(on)], store, owner);
    }),
  );
}

/** Whether the change puts something into the outbox, or takes something out of the way there; what the dispatcher does it knows. */
function isForOutbox({ table, row }: Change): boolean {
  return table === "post" && (row.state === "pending" || row.state === "withdrawn");
}

/** Tables of which no page shows anything, and the other processes have to hear. */
const HEARD_OF = ["tombstone", "key"];

/** Where the settings of a configuration are kept. */
function keptIn({ settingsFile, withoutFile, channelIds }: Config) {
  return { file: settingsFile, withoutFile, channelIds, platforms: PLATFORMS };
}

/** What pages show of a configuration. */
function shownOf({ settingsFile, variables = [] }: Config): ShownConfiguration {
  return { file: settingsFile, shapes: settingShapes(PLATFORMS), variables };
}

/** The database that this process works on. */
interface OwnDatabase {
  readonly store: OpenedStore;
  readonly claim: Pick<Claim, "isAlone">;
}

/** Everything that works on the open store, started; gives the address to open and what to stop, in this order. */
async function startWork(begun: Config, { store, claim }: OwnDatabase, surroundings: Surroundings) {
  const { log, ids, clock } = surroundings;
  const held = holdDesks(begun.desks);
  const config = { ...begun, desks: held.desks };
  const { host, port, publicUrl, apiKeys, apiPerMinute } = config;
  const homes = await readHomes(store, config.desks, PLATFORMS);
  const thresholds = createThresholds();
  const tracing = await openTracing(packageVersion());
  const composed = botConfig(config, tracing.store(store), { ...surroundings, thresholds }, homes);
  const metrics = createMetrics(
    packageVersion(),
    PLATFORMS.map(({ name }) => name),
  );
  const bot = tracing.bot(metrics.count(createBot(composed)));
  const renew = async () => void (await Promise.all(platforms.map((platform) => platform.renew())));
  const keeper = createSettingsKeeper({ ...keptIn(config), renew, held, bot, wording: composed.wording, clock, log });
  const works = createDeskWorks({ config, store, bot, clock, log });
  const deskKey = config.deskKey ?? ids.secret();
  const health = createHealth("The database", log);
  const watch = createDatabaseWatch({ store, health });
  const ready = async () => {
    await watch.look();
    return readinessOf({ database: health, ...Object.fromEntries(healthOf) });
  };
  const linkTo = (conversation: string): string | null =>
    platforms.map((platform) => platform.linkTo(conversation)).find((link) => link !== null) ?? null;
  const findLink = createFindLink({ store, desks: bot.desks.all.map(({ id }) => id), linkTo, publicUrl });
  const enterAt = (secret: string) => `${web.publicUrl}/enter/${secret}`;
  const { wording } = composed;
  const drawPicture = createDrawPicture(store, { wording, settingsOf: (id) => bot.desks.get(id)?.settings ?? null });
  const given = { log, findLink, drawPicture, enterAt, keeper, works, configuration: shownOf(config) };
  const firstRun = createFirstRun(config, PLATFORMS, clock);
  const served = (desk: Desk) => {
    const held = { store: withoutWords(store.at(desk.id)), bot: bot.at(desk.id) };
    const drawSpan = createDrawSpan({ wording, settings: desk.settings });
    const drawDigest = (digest: Digest) => {
      const speaker = createSpeaker({ wording, settings: desk.settings });
      return digestSvg(digest, { theme: "page", speaker });
    };
    return { ...contextAt(composed, desk), ...held, ...given, drawDigest, drawSpan, firstRun };
  };
  const { first, all } = bot.desks;
  const desks = [served(first), ...all.slice(1).map(served)] as const;
  const owner = ids.next();
  const platforms = await createPlatforms(config, desks, store, homes, claim.isAlone ? undefined : owner);
  const roleOf = async (desk: string, address: string) =>
    (await platforms.find(({ chat }) => address.startsWith(`${chat.platform}:`))?.roleOf(desk, address)) ?? null;
  const { widgetSecrets, vouchers = [], metricsFor: readers = [] } = config;
  const file = config.database.engine === "sqlite" ? config.database.path : null;
  const gauges = { store, desks: bot.desks, clock, ready, file, platforms: () => chats.map((chat) => chat.platform) };
  const shownMetrics = { text: () => metrics.text(gauges), contentType: CONTENT_TYPE, readers };
  const doors = { deskKey, roleOf, ready, metrics: shownMetrics };
  const reached = { host, port, publicUrl, apiKeys, apiPerMinute, widgetSecrets, vouchers, ...doors };
  const routes = platforms.flatMap((platform) => platform.routes);
  const web = createWebPlatform({ desks, finder: store, ...reached, routes });
  const webhooksOf = (desk: string) => bot.desks.get(desk)?.settings.webhooks ?? [];
  const outside = { webhooksOf, store, clock, secrets: config.webhookSecrets, publicUrl: () => web.publicUrl };
  const webhooks = createWebhookChat(outside);
  const chats = [...[web, ...platforms].map(({ chat }) => chat), webhooks].map(tracing.chat);
  const healthOf = new Map(platforms.map((one) => [one.chat.platform, one.health]));
  watchTeamPosts(bot, healthOf, () => all.flatMap((desk) => desk.teamLanes()));
  const isNews = (change: Change) =>
    topicsOf(change).length > 0 || HEARD_OF.includes(change.table) || isForOutbox(change);
  const storeAt = (desk: string) => withoutWords(store.at(desk));
  const news = claim.isAlone ? null : createReplicaNews({ storeAt, bot, clock, log, owner, isNews });
  const dispatcher = createDispatcher({ store, bot, chats, clock, log, owner, onResult: metrics.onResult });
  const ticker = createTicker({ store, bot, clock, log, owner, looksAhead: true });
  bot.onSaved((changes) => {
    if (changes.some(isForOutbox)) dispatcher.wake();
  });
  if (claim.isAlone)
    for (const { id } of all) await bot.handle({ kind: "holders-gone", id: null, desk: id, at: clock.now() });
  await keeper.start();
  await keepTombstones({ file: forgottenFileOf(config.database, config.dataFolder), store, bot, clock, log });
  const { url } = await web.start();
  const firstAdmins = await offerFirstAdmins(desks, clock, web.publicUrl);
  dispatcher.start();
  ticker.start();
  watch.start();
  works.start();
  const tender = createSealTender({ seals: store.seals, log });
  tender.start();
  news?.start();
  const toStop = [
    keeper,
    works,
    ...platforms,
    web,
    ticker,
    thresholds,
    webhooks,
    dispatcher,
    metrics,
    tender,
    watch,
    ...(news ? [news] : []),
  ];
  try {
    await startTogether(platforms);
  } catch (error) {
    await stopInTurn(toStop);
    throw error;
  }
  return { url, firstAdmins, toStop };
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
