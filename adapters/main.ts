import { hostname } from "node:os";
import { createBot } from "../src/bot.ts";
import { createTicker } from "../src/clock.ts";
import type { Digest } from "../src/digest/document.ts";
import { createDispatcher } from "../src/outbox/dispatcher.ts";
import type { Store } from "../src/ports.ts";
import { digestSvg } from "./chart/digest-svg.ts";
import { createDrawPicture } from "./chart/draw-picture.ts";
import { decidingOver, openStore, type Surroundings } from "./compose.ts";
import type { Config } from "./config.ts";
import { acquireLock } from "./database/lock.ts";
import type { DiscordAdapter } from "./discord/discord.ts";
import type { DiscordConfig } from "./discord/parts.ts";
import { readShards } from "./discord/shards.ts";
import { createFindLink } from "./find-link.ts";
import type { SlackConfig } from "./slack/parts.ts";
import type { SlackAdapter } from "./slack/slack.ts";
import { rawRoute } from "./web/raw-route.ts";
import { createWebPlatform, type WebConfig } from "./web/web.ts";

/** The program at work. */
export interface Running {
  /** The address to open, with its key. */
  readonly url: string;
  /** The database file. */
  readonly database: string;
  /** Accepts nothing new, finishes what was accepted within ten seconds, closes the store. Rejects where the time ran out. */
  stop(): Promise<void>;
}

/** Longest time that finishing may take, milliseconds. */
const LONGEST_DRAIN = 10_000;

interface Stoppable {
  stop(): Promise<void>;
}

function inTime(work: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = `Not everything was finished within ${LONGEST_DRAIN / 1000} s; the rest is kept and goes on at the next start.`;
    const timer = setTimeout(() => reject(new Error(late)), LONGEST_DRAIN);
    work.then(() => resolve(), reject).finally(() => clearTimeout(timer));
  });
}

async function stopInTurn(parts: readonly Stoppable[]): Promise<void> {
  for (const part of parts) await part.stop();
}

/** Slack, and how its signed requests reach it on our own web server; loaded only where it is configured. */
interface SlackPart {
  readonly adapter: SlackAdapter;
  readonly mount: Pick<WebConfig, "extraRoutes">;
}

async function loadSlack(
  { slack }: Config,
  parts: Omit<SlackConfig, "tokens" | "transport" | "apiUrl">,
): Promise<SlackPart | null> {
  if (slack === null) return null;
  const { createSlackAdapter } = await import("./slack/slack.ts");
  const { EVENTS_PATH } = await import("./slack/bolt-app.ts");
  const adapter = createSlackAdapter({ ...parts, ...slack, apiUrl: slack.apiUrl ?? undefined });
  const { requestListener } = adapter;
  return { adapter, mount: requestListener === null ? {} : { extraRoutes: rawRoute(EVENTS_PATH, requestListener) } };
}

/** Discord, where its token is set; its library is loaded only then. */
async function loadDiscord(
  { discord }: Config,
  parts: Omit<DiscordConfig, "token" | "apiUrl" | "shards">,
): Promise<DiscordAdapter | null> {
  const { token, apiUrl, shards } = discord;
  if (token === null) return null;
  const { createDiscordAdapter } = await import("./discord/discord.ts");
  return createDiscordAdapter({ ...parts, token, apiUrl: apiUrl ?? undefined, shards: readShards(shards) });
}

/** Everything that works on the open store, started; gives the address to open and what to stop, in this order. */
async function startWork(config: Config, store: Store, surroundings: Surroundings) {
  const { log, ids, clock } = surroundings;
  const { settings, host, port, publicUrl, apiKeys } = config;
  const deciding = decidingOver(config, store, surroundings);
  const bot = createBot(deciding);
  const deskKey = config.deskKey ?? ids.secret();
  const ready = async () => {
    await store.heads(0, 1);
    return { ok: true, checks: { database: true } };
  };
  const desk = { ...deciding, bot };
  const linkTo = (conversation: string): string | null =>
    platforms.map((platform) => platform.linkTo(conversation)).find((link) => link !== null) ?? null;
  const findLink = createFindLink({ store, linkTo, publicUrl });
  const parts = { ...desk, findLink, drawPicture: createDrawPicture(store) };
  const slack = await loadSlack(config, parts);
  const discord = await loadDiscord(config, parts);
  const platforms = [slack?.adapter, discord].filter((platform) => platform != null);
  const drawDigest = (digest: Digest) => digestSvg(digest, { theme: "page" });
  const shown = { ...desk, drawDigest, host, port, publicUrl, apiKeys, deskKey, ready };
  const web = createWebPlatform({ ...shown, ...slack?.mount });
  const chats = [web, ...platforms].map(({ chat }) => chat);
  const dispatcher = createDispatcher({ store, bot, chats, clock, log });
  const ticker = createTicker({ store, bot, clock, settings, log });
  bot.onSaved((changes) => {
    if (changes.some(({ table }) => table === "post")) dispatcher.wake();
  });
  const { url } = await web.start();
  dispatcher.start();
  ticker.start();
  const toStop = [...platforms, web, ticker, dispatcher];
  try {
    for (const platform of platforms) await platform.start();
  } catch (error) {
    await stopInTurn(toStop);
    throw error;
  }
  return { url, toStop };
}

/** Starts everything on the configured database. Rejects with a sentence, and holds nothing, where it cannot. */
export async function startProgram(config: Config, surroundings: Surroundings): Promise<Running> {
  const { database } = config;
  const { clock } = surroundings;
  const lock = acquireLock(database, { pid: process.pid, host: hostname(), now: clock.now() });
  let store: Store | undefined;
  const letGo = async () => {
    await store?.close();
    lock.release();
  };
  try {
    store = await openStore(database, { clock });
    const { url, toStop } = await startWork(config, store, surroundings);
    return { url, database, stop: () => inTime(stopInTurn(toStop)).finally(letGo) };
  } catch (error) {
    await letGo();
    throw error;
  }
}
