import type { PlatformDesk } from "../src/chat/platform-desk.ts";
import type { Desk } from "../src/desk.ts";
import type { Digest } from "../src/digest/document.ts";
import { createSpeaker } from "../src/digest/say-figures.ts";
import type { Chat } from "../src/ports.ts";
import { withoutWords } from "../src/privacy/hold-words.ts";
import { digestSvg } from "./chart/digest-svg.ts";
import { createDrawPicture } from "./chart/draw-picture.ts";
import { createDrawSpan } from "./chart/draw-span.ts";
import { contextAt } from "./compose.ts";
import { type Config, connectedOf, desksOn } from "./config.ts";
import { createFindLink } from "./find-link.ts";
import { createFirstRun } from "./first-run.ts";
import { keepHome } from "./homes.ts";
import { CONTENT_TYPE } from "./metrics/exposition.ts";
import type { ConnectedPlatform } from "./platform.ts";
import { PLATFORMS } from "./platforms.ts";
import { readinessOf } from "./readiness.ts";
import { settingShapes } from "./setting-shapes.ts";
import { createSettingsKeeper } from "./settings-keeper.ts";
import type { ShownConfiguration } from "./shown-configuration.ts";
import { createWebPlatform, type WebPlatform } from "./web/web.ts";
import { createWebhookChat } from "./webhooks/chat.ts";
import { createDeskWorks } from "./work/desk-works.ts";
import type { Workplace } from "./workplace.ts";

/** What every platform works with, by desk; there is at least one. */
type Served = readonly [Omit<PlatformDesk, "homeFound">, ...Omit<PlatformDesk, "homeFound">[]];

/** Every platform that is to be connected, at every desk; the library of one that is not is never loaded. */
function createPlatforms({ config, store, homes, isAlone, owner }: Workplace, [first, ...others]: Served) {
  return Promise.all(
    connectedOf(config, PLATFORMS).map(({ platform, access }) => {
      const on = (desk: Served[0]) => {
        const { section } = desksOn(config, platform).find(({ id }) => id === desk.deskId) ?? { section: undefined };
        const homeFound = (space: string) => keepHome(homes, desk, platform.name, space);
        return { ...desk, homeFound, section };
      };
      return platform.create(access, [on(first), ...others.map(on)], store, isAlone ? undefined : owner);
    }),
  );
}

/** Where the settings of a configuration are kept. */
function keptIn({ settingsFile, withoutFile, channelIds }: Config) {
  return { file: settingsFile, withoutFile, channelIds, platforms: PLATFORMS };
}

/** What pages show of a configuration. */
function shownOf({ settingsFile, variables = [] }: Config): ShownConfiguration {
  return { file: settingsFile, shapes: settingShapes(PLATFORMS), variables };
}

/** What is known only once everything is put together, and asked for only after that. */
interface KnownLater {
  platforms: readonly ConnectedPlatform[];
  web: WebPlatform | null;
  chats: readonly Chat[];
}

/** Every desk with what platforms and pages work with there. */
function servedDesks(place: Workplace, later: KnownLater) {
  const { config, store, held, bot, composed, clock, log } = place;
  const { wording } = composed;
  const renew = async () => void (await Promise.all(later.platforms.map((platform) => platform.renew())));
  const keeper = createSettingsKeeper({ ...keptIn(config), renew, held, bot, wording, clock, log });
  const works = createDeskWorks({ config, store, bot, clock, log });
  const linkTo = (conversation: string): string | null =>
    later.platforms.map((platform) => platform.linkTo(conversation)).find((link) => link !== null) ?? null;
  const ids = bot.desks.all.map(({ id }) => id);
  const findLink = createFindLink({ store, desks: ids, linkTo, publicUrl: config.publicUrl });
  const enterAt = (secret: string) => `${later.web?.publicUrl}/enter/${secret}`;
  const drawPicture = createDrawPicture(store, { wording, settingsOf: (id) => bot.desks.get(id)?.settings ?? null });
  const firstRun = createFirstRun(config, PLATFORMS, clock);
  const given = { log, findLink, drawPicture, enterAt, keeper, works, firstRun, configuration: shownOf(config) };
  const served = (desk: Desk) => ({ ...servedDesk(place, desk), ...given });
  const { first, all } = bot.desks;
  return { keeper, works, desks: [served(first), ...all.slice(1).map(served)] as const };
}

/** What one desk has of its own. */
function servedDesk({ composed, store, bot }: Workplace, desk: Desk) {
  const { wording } = composed;
  const { settings } = desk;
  const drawSpan = createDrawSpan({ wording, settings });
  const drawDigest = (digest: Digest) =>
    digestSvg(digest, { theme: "page", speaker: createSpeaker({ wording, settings }) });
  const rows = { store: withoutWords(store.at(desk.id)), bot: bot.at(desk.id) };
  return { ...contextAt(composed, desk), ...rows, drawDigest, drawSpan };
}

type ServedEverywhere = ReturnType<typeof servedDesks>["desks"];

/** The web server with everything behind it. */
function createWeb(place: Workplace, desks: ServedEverywhere, later: KnownLater): WebPlatform {
  const { config, store, bot, clock, ids, metrics, health, watch } = place;
  const { platforms } = later;
  const ready = async () => {
    await watch.look();
    return readinessOf({
      database: health,
      ...Object.fromEntries(platforms.map(({ chat, health }) => [chat.platform, health])),
    });
  };
  const roleOf = async (desk: string, address: string) =>
    (await platforms.find(({ chat }) => address.startsWith(`${chat.platform}:`))?.roleOf(desk, address)) ?? null;
  const {
    host,
    port,
    publicUrl,
    apiKeys,
    apiPerMinute,
    widgetSecrets,
    vouchers = [],
    metricsFor: readers = [],
  } = config;
  const file = config.database.engine === "sqlite" ? config.database.path : null;
  const chats = () => later.chats.map((chat) => chat.platform);
  const gauges = { store, desks: bot.desks, clock, ready, file, platforms: chats };
  const shownMetrics = { text: () => metrics.text(gauges), contentType: CONTENT_TYPE, readers };
  const doors = { deskKey: config.deskKey ?? ids.secret(), roleOf, ready, metrics: shownMetrics };
  const reached = { host, port, publicUrl, apiKeys, apiPerMinute, widgetSecrets, vouchers, ...doors };
  return createWebPlatform({ desks, finder: store, ...reached, routes: platforms.flatMap(({ routes }) => routes) });
}

/** Every way by which people and programs are heard and spoken to. Nothing of it is started yet. */
export async function connectPeople(place: Workplace) {
  const { config, store, bot, clock, tracing } = place;
  const later: KnownLater = { platforms: [], web: null, chats: [] };
  const { desks, keeper, works } = servedDesks(place, later);
  const platforms = await createPlatforms(place, desks);
  later.platforms = platforms;
  const web = createWeb(place, desks, later);
  later.web = web;
  const webhooksOf = (desk: string) => bot.desks.get(desk)?.settings.webhooks ?? [];
  const outside = { webhooksOf, store, clock, secrets: config.webhookSecrets, publicUrl: () => web.publicUrl };
  const webhooks = createWebhookChat(outside);
  const chats = [...[web, ...platforms].map(({ chat }) => chat), webhooks].map(tracing.chat);
  later.chats = chats;
  return { desks, keeper, works, platforms, web, webhooks, chats };
}

/** The ways by which this process hears people and programs and speaks to them. */
export type ConnectedWays = Awaited<ReturnType<typeof connectPeople>>;
