import type { Bot } from "../../src/bot.ts";
import type { ThemeFinder } from "../../src/digest/themes.ts";
import type { Chat, Clock, DrawPicture, FindLink, Log, Reader } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";
import { type Acts, createActs } from "./acts.ts";
import { linkTo, teamLane } from "./address.ts";
import { type Answers, createAnswers } from "./answers.ts";
import type { DiscordApi } from "./api.ts";
import { introduce } from "./application.ts";
import { createCatchUp } from "./catch-up.ts";
import { createDiscordChat } from "./chat.ts";
import { commandsOf } from "./commands.ts";
import { createConnection } from "./connection.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createDrawMessage, type DrawMessage } from "./draw-message.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createHandlers } from "./handlers.ts";
import { createHearing } from "./hearing.ts";
import { createPlaces, type Places } from "./places.ts";
import { registerCommands } from "./registration.ts";
import { createRest } from "./rest.ts";
import { createRouter } from "./router.ts";
import type { Shards } from "./shards.ts";
import { createThreads, type Threads } from "./threads.ts";

export interface DiscordConfig {
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined is Discord's own. */
  readonly apiUrl?: string | undefined;
  readonly shards: Shards;
  readonly store: Reader;
  readonly bot: Bot;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly themes: ThemeFinder;
  readonly findLink: FindLink;
  readonly drawPicture: DrawPicture;
  readonly clock: Clock;
  readonly log: Log;
  /** Time between two readings of what may have been missed, milliseconds. */
  readonly catchUpEveryMs?: number;
  /** Wait before what failed is tried again, milliseconds; for a connection it doubles up to five minutes. */
  readonly waitMs?: number;
  /** How long a start waits for the connection before it goes on without, milliseconds. */
  readonly patienceMs?: number;
}

/** What every part of the adapter works with. */
export interface DiscordParts extends Omit<DiscordConfig, "token" | "apiUrl" | "shards"> {
  readonly api: DiscordApi;
  readonly directory: Directory;
  readonly places: Places;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly acts: Acts;
  readonly answers: Answers;
  /** Our own user id; null until Discord has told it. */
  self(): string | null;
  /** What stands for words that Discord withholds from us; null where it gives us all. */
  unreadable(): string | null;
}

/** Discord as the program runs it. */
export interface DiscordAdapter {
  readonly chat: Chat;
  /** Where a conversation can be read; null for one that is not in a channel or thread on Discord. */
  linkTo(conversation: string): string | null;
  /** Connects. Rejects with the remedy where Discord refuses for good; where it is out of reach it goes on trying. */
  start(): Promise<void>;
  /** Accepts nothing more and returns when everything accepted is saved. */
  stop(): Promise<void>;
  /** Returns when everything taken so far is saved. */
  quiet(): Promise<void>;
  /** The connection, for measuring; null while there is none. */
  readonly gateway: Gateway | null;
}

const CATCH_UP_EVERY_MS = 60 * 60_000;

/** Discord, over one gateway connection for each shard and REST calls for everything that is said. */
export function createDiscordAdapter(config: DiscordConfig): DiscordAdapter {
  const { token, apiUrl, store, clock, log, settings, wording } = config;
  let self: string | null = null;
  let isReadable = false;
  const api = createRest({ token, apiUrl, clock, log });
  const acts = createActs(clock);
  const threads = createThreads({ api, store, log });
  const linkText = wording.say(wording.choose(settings.desk.locale), "team.readConversation");
  const draw = createDrawMessage({ ...config, linkText });
  const parts: DiscordParts = {
    ...config,
    ...{ api, acts, threads, draw, answers: createAnswers({ api, threads, draw, log }) },
    directory: createDirectory({ api, roles: settings.roles, store, clock }),
    places: createPlaces(api, settings.discord),
    self: () => self,
    unreadable: () => (isReadable ? null : wording.say(wording.choose(settings.desk.locale), "transcript.unreadable")),
  };
  const hearing = createHearing(parts);
  const catchUp = createCatchUp(parts, hearing);
  const router = createRouter({ parts, hearing, handlers: createHandlers(parts), catchUp });
  const prepare = async (onEnded: (remedy: string) => void): Promise<Gateway> => {
    const { application, user, hasContent } = await introduce(api);
    self = user;
    isReadable = hasContent;
    const registered = await registerCommands(api, application, commandsOf(settings, wording));
    if (registered.kind !== "ok") log.warn("The commands could not be registered on Discord", { registered });
    const { onDispatch } = router;
    return createGateway({ token, apiUrl, shards: config.shards, withContent: hasContent, log, onDispatch, onEnded });
  };
  const connection = createConnection({ prepare, log, waitMs: config.waitMs, patienceMs: config.patienceMs });
  let timer: NodeJS.Timeout | undefined;

  return {
    chat: createDiscordChat({ ...parts, teamLane: teamLane(settings.discord) }),
    linkTo,
    get gateway() {
      return connection.gateway;
    },
    quiet: router.quiet,
    async start() {
      await connection.start();
      timer = setInterval(() => void catchUp.run(), config.catchUpEveryMs ?? CATCH_UP_EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
      await connection.stop();
      await router.stop();
      await catchUp.stop();
    },
  };
}
