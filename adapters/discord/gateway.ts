import type { CacheWithLimitsOptions, Client, WebSocketShard } from "discord.js";
import type { Log } from "../../src/ports.ts";
import { requirePackage } from "../require-package.ts";
import { FinalFault } from "./final-fault.ts";
import type { Shards } from "./shards.ts";

const discord = requirePackage("discord.js") as typeof import("discord.js");
const { Events, GatewayIntentBits, Options, Status } = discord;

/** Something that Discord told us: its kind and body as they came. */
export interface Dispatch {
  readonly type: string;
  readonly data: unknown;
}

export interface GatewayConfig {
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined is Discord's own. */
  readonly apiUrl: string | undefined;
  readonly shards: Shards;
  /** Whether to ask for the words of messages; Discord refuses where the portal does not allow it. */
  readonly withContent: boolean;
  readonly log: Log;
  /** After how many milliseconds without a heartbeat answered a connection is dead. */
  readonly silentMs?: number | undefined;
  readonly onDispatch: (dispatch: Dispatch) => void;
  /** Discord has ended a connection for good; the sentence says what to mend. */
  readonly onEnded: (remedy: string) => void;
}

/** The connection over which Discord tells what happens. */
export interface Gateway {
  /** Connects. Throws a FinalFault where trying again is of no use, and anything else where it may be. */
  connect(): Promise<void>;
  /** Number of the last event taken, of one shard; for measuring. */
  readonly sequence: number;
  /** Whether every shard is connected now, was told of its guilds, and has its heartbeats answered. */
  readonly isReady: boolean;
  stop(): Promise<void>;
}

const { Guilds, GuildMessages, GuildMessageReactions, DirectMessages, DirectMessageReactions, MessageContent } =
  GatewayIntentBits;
/** Everything that no switch in the portal stands in the way of. */
const INTENTS = [Guilds, GuildMessages, GuildMessageReactions, DirectMessages, DirectMessageReactions];
/** Nothing but what the library itself needs is kept in memory. */
const NO_CACHE = Object.fromEntries(
  ["MessageManager", "GuildMemberManager", "ThreadManager", "UserManager", "ReactionManager", "PresenceManager"].map(
    (manager) => [manager, 0],
  ),
) as CacheWithLimitsOptions;

const REMEDIES: Readonly<Record<number, string>> = {
  4004: "Discord refuses the token (4004): set DISCORD_TOKEN anew from the developer portal and restart",
  4010: "Discord knows no such shard (4010): set DISCORD_SHARDS to auto and restart",
  4011: "Discord wants more shards (4011): set DISCORD_SHARDS to auto and restart",
  4012: "Discord no longer speaks this version of its gateway (4012): update Empty Chair",
  4013: "Discord does not know the intents asked for (4013): update Empty Chair",
  4014: "Discord refuses an intent (4014): switch Message Content Intent on again in the developer portal under Bot, or restart without it",
};
const unknownEnd = (code: number): string =>
  `Discord has ended the connection (${code}): restart, and if it happens again update Empty Chair`;
/** What the library says of a connection that was refused for good, with Discord's code. */
const REFUSALS: readonly (readonly [RegExp, number])[] = [
  [/invalid token|authentication failed/i, 4004],
  [/disallowed intents/i, 4014],
  [/invalid intents/i, 4013],
  [/sharding is required|sharding required/i, 4011],
  [/invalid shard/i, 4010],
];

/** Discord answers a heartbeat every 41 seconds; a connection on which it has not for so many milliseconds is dead, whatever the library holds. */
const SILENT_MS = 60_000;

function finalFaultOf(error: unknown): FinalFault | null {
  const found = REFUSALS.find(([pattern]) => pattern.test(String(error)));
  return found ? new FinalFault(REMEDIES[found[1]] ?? String(error)) : null;
}

function createClient({ apiUrl, shards, withContent }: GatewayConfig): Client {
  return new discord.Client({
    intents: [...INTENTS, ...(withContent ? [MessageContent] : [])],
    makeCache: Options.cacheWithLimits(NO_CACHE),
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...(shards === "auto" ? { shards } : { shards: [...shards.own], shardCount: shards.all }),
  });
}

/** A connection that is to be made; one that has failed or ended is replaced by a new one. */
export function createGateway(config: GatewayConfig): Gateway {
  const { token, log, silentMs, onDispatch, onEnded } = config;
  const client = createClient(config);
  let sequence = 0;
  const madeAt = new Map<number, number>();
  const isAlive = ({ id, status, lastPingTimestamp }: WebSocketShard): boolean => {
    if (status !== Status.Ready) {
      madeAt.delete(id);
      return false;
    }
    const since = madeAt.get(id) ?? Date.now();
    madeAt.set(id, since);
    return Date.now() - Math.max(lastPingTimestamp, since) < (silentMs ?? SILENT_MS);
  };
  client.on(Events.Raw, (packet: { readonly t?: unknown; readonly d?: unknown; readonly s?: unknown }) => {
    if (typeof packet.t === "string") onDispatch({ type: packet.t, data: packet.d });
    if (typeof packet.s === "number") sequence = packet.s;
  });
  client.on(Events.Error, (error) => log.warn("Discord's library reports an error", { error: String(error) }));
  client.on(Events.ShardError, (error) => log.warn("The connection to Discord failed", { error: String(error) }));
  client.on(Events.ShardDisconnect, ({ code }) => onEnded(REMEDIES[code] ?? unknownEnd(code)));
  return {
    get sequence() {
      return sequence;
    },
    get isReady() {
      return client.ws.status === Status.Ready && client.ws.shards.every(isAlive);
    },
    async connect() {
      try {
        await client.login(token);
      } catch (error) {
        throw finalFaultOf(error) ?? error;
      }
    },
    stop: () => client.destroy(),
  };
}
