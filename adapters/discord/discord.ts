import type { Chat } from "../../src/ports.ts";
import { linkTo, teamLane } from "./address.ts";
import { createAnswers } from "./answers.ts";
import { introduce } from "./application.ts";
import { createCatchUp } from "./catch-up.ts";
import { createPlaces } from "./channel-cache.ts";
import { createDiscordChat } from "./chat.ts";
import { commandsOf } from "./commands.ts";
import { createConnection } from "./connection.ts";
import { createDirectory } from "./directory.ts";
import { createDrawMessage } from "./draw-message.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createHandlers } from "./handlers.ts";
import { createHearing } from "./message-events.ts";
import type { DiscordConfig, DiscordParts } from "./parts.ts";
import { createActs } from "./recent-uses.ts";
import { registerCommands } from "./registration.ts";
import { createRest } from "./rest.ts";
import { createRouter } from "./router.ts";
import { createThreads } from "./threads.ts";

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
  const { token, apiUrl, store, clock, log, settings, section, wording } = config;
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
    places: createPlaces(api, section),
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
    chat: createDiscordChat({ ...parts, teamLane: teamLane(section) }),
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
