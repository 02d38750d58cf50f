import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { channelRoutes } from "./discord/channel-routes.ts";
import { type Command, createCommands } from "./discord/commands.ts";
import { createDirectMessages } from "./discord/direct-messages.ts";
import { createFaults, type Faults } from "./discord/faults.ts";
import { createGateway, type Gateway } from "./discord/gateway.ts";
import { guildRoutes } from "./discord/guild-routes.ts";
import { commandRoutes, interactionRoutes } from "./discord/interaction-routes.ts";
import { createInteractions } from "./discord/interactions.ts";
import { messageRoutes } from "./discord/message-routes.ts";
import { EVENT_SCHEMAS, type Oracle, readOracle } from "./discord/oracle.ts";
import { createPeople, type Person } from "./discord/people.ts";
import type { MessageLike } from "./discord/person-writing.ts";
import {
  createInvalidRequests,
  createRateLimits,
  type RateLimitOptions,
  realLimits,
  type Strike,
} from "./discord/rate-limits.ts";
import { createRest, type RecordedRequest } from "./discord/rest.ts";
import type { Backstage } from "./discord/routes.ts";
import { createSetup, type Setup } from "./discord/setup.ts";
import { threadRoutes } from "./discord/thread-routes.ts";
import { type Clocks, realClocks, realTime, type TimeSource } from "./discord/time.ts";
import { channelOf, createWorld, messageOf, type Portal, type World } from "./discord/world.ts";

export interface LocalDiscordOptions {
  /** The bot's token. */
  readonly token?: string;
  readonly botName?: string;
  /** Privileged intents as switched on in the portal; all off if not given. */
  readonly portal?: Partial<Portal>;
  readonly time?: TimeSource;
  readonly clocks?: Partial<Clocks>;
  readonly limits?: Partial<RateLimitOptions>;
  /** Invalid requests within their window that end in a ban. */
  readonly invalidRequestLimit?: number;
  /** New direct messages in ten minutes until 40003; an estimate, Discord gives no figure. */
  readonly directMessageLimit?: number;
  readonly shards?: number;
  readonly fewestShards?: number;
  readonly maxConcurrency?: number;
  /** A file with Discord's OpenAPI description, to hold requests and answers to. */
  readonly openapi?: string;
}

/** A Discord on this machine, for a real client library to talk to. */
export interface LocalDiscord extends Setup {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What to give a client as `rest.api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** The bot's user id, which is the application's too. */
  readonly botId: string;
  readonly portal: Portal;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly world: World;
  /** Somebody, by id or name, to act and see as. */
  user(idOrName: string): Person;
  /** Lets coming calls run into a rate limit. */
  strikesLimit(strike: Strike): void;
  /** 401 for every call from now on, 4004 at the gateway. */
  revokesToken(): void;
  /** Calls as they came. */
  readonly requests: readonly RecordedRequest[];
  /** What the client did that no client should: unknown routes and fields, malformed bodies, wrong opcodes. */
  readonly complaints: readonly string[];
  /** Invalid requests in the window that leads to a ban. */
  readonly invalidRequests: number;
  /** Who was really notified of a message: user ids, role ids, "everyone". */
  pingsOf(message: MessageLike): readonly string[];
  /** Commands as registered for a guild, or for all. */
  registeredCommands(guildId?: string): readonly Command[];
}

const NO_INTENTS: Portal = { messageContent: false, guildMembers: false, presences: false };

export function createLocalDiscord(options: LocalDiscordOptions = {}): LocalDiscord {
  const { token = "local.discord.token" } = options;
  const portal = { ...NO_INTENTS, ...options.portal };
  const clocks = { ...realClocks, ...options.clocks };
  const world = createWorld({ time: options.time ?? realTime, clocks, portal, botName: options.botName ?? "bot" });
  const complaints: string[] = [];
  let revoked = false;
  const server = createServer();
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rooms = openRooms(options, world, server, {
    address,
    tokenIsValid: (given) => given === token && !revoked,
    complain: (complaint) => void complaints.push(complaint),
  });
  const { gateway, faults, limits, invalid, requests, backstage } = rooms;
  return {
    ...createSetup(world),
    token,
    botId: world.bot.id,
    portal,
    gateway,
    faults,
    world,
    requests,
    complaints,
    user: createPeople(backstage),
    strikesLimit: limits.strike,
    registeredCommands: (guildId) => backstage.commands.list(guildId ?? null),
    pingsOf: ({ id, channel_id }) => messageOf(channelOf(world, channel_id), id).pings,
    revokesToken: () => {
      revoked = true;
    },
    get apiUrl() {
      return `http://${address()}/api`;
    },
    get invalidRequests() {
      return invalid.recent;
    },
    start: async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      world.baseUrl = `http://${address()}`;
    },
    stop: async () => {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface House {
  readonly address: () => string;
  readonly tokenIsValid: (token: string) => boolean;
  readonly complain: (complaint: string) => void;
}

/** REST and the gateway on one server, and what they share. */
function openRooms(
  options: LocalDiscordOptions,
  world: World,
  server: Server,
  { address, tokenIsValid, complain }: House,
) {
  const { shards = 1, fewestShards = 1, maxConcurrency = 1 } = options;
  const requests: RecordedRequest[] = [];
  const faults = createFaults();
  const limits = createRateLimits({ ...realLimits, ...options.limits });
  const { invalidRequests: window } = world.clocks;
  const invalid = createInvalidRequests(() => world.time.now(), window, options.invalidRequestLimit ?? 10_000);
  const oracle = options.openapi === undefined ? null : readOracle(options.openapi);
  const url = () => `ws://${address()}`;
  const gateway = createGateway({ world, server, url, tokenIsValid, shards, fewestShards, maxConcurrency, complain });
  const backstage: Backstage = {
    world,
    commands: createCommands(world),
    interactions: createInteractions(world),
    openDirect: createDirectMessages(world, options.directMessageLimit ?? 50).openForBot,
    gateway: () => ({ url: url(), shards, concurrency: maxConcurrency, startsLeft: gateway.startsLeft }),
  };
  const routes = ROUTES.flatMap((make) => make(backstage));
  if (oracle) holdEventsTo(oracle, world, complain);
  const rest = createRest({ world, routes, faults, limits, invalid, oracle, tokenIsValid, requests, complain });
  server.on("request", (request, response) => {
    rest(request, response).catch((error: unknown) => {
      complain(`The local Discord failed at ${request.method} ${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  return { gateway, faults, limits, invalid, requests, backstage };
}

const ROUTES = [guildRoutes, channelRoutes, threadRoutes, messageRoutes, interactionRoutes, commandRoutes];

function holdEventsTo(oracle: Oracle, world: World, complain: House["complain"]): void {
  world.onAnnouncement(({ event, body }) => {
    const schema = EVENT_SCHEMAS[event];
    const faults = schema === undefined ? [] : oracle.schemaFaults(schema, body(true));
    for (const each of faults) complain(`The event ${event} is wrong: ${each}`);
  });
}
