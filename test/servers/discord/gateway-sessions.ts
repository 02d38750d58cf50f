import { GatewayIntentBits } from "discord.js";
import type { WebSocket } from "ws";
import type { Guild, Json } from "./entities.ts";
import type { GatewayOptions } from "./gateway.ts";
import { guildCreatePayload, memberPayload, userPayload } from "./payloads.ts";
import { sees } from "./permissions.ts";
import { type Announcement, applicationFlags, type World } from "./world.ts";

/** What a client has identified for; it outlives a lost connection. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Which shard of how many. */
  readonly shard: readonly [number, number];
  /** What was sent, for a resume; the place in the list plus one is the sequence number. */
  readonly sent: { readonly t: string; readonly d: Json }[];
  webSocket: WebSocket | null;
  lostAt: number;
}

export interface Sessions {
  all(): Session[];
  identifies(): number;
  resumes(): number;
  dispatch(announcement: Announcement): void;
  /** A session, a close code, or null for op 9. */
  identify(wanted: Json, webSocket: WebSocket): Session | number | null;
  resume(wanted: Json, webSocket: WebSocket): Session | number | null;
  sendMembers(session: Session, wanted: Json): void;
  leave(session: Session, webSocket: WebSocket, code: number): void;
  forgetAll(): void;
}

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>((sum, bit) => sum | Number(bit), 0);

export function createSessions(options: GatewayOptions): Sessions {
  const { world, tokenIsValid } = options;
  let sessions: Session[] = [];
  let resumes = 0;
  const starts: { readonly at: number; readonly key: number }[] = [];

  const alive = () => {
    const oldest = world.time.now() - world.clocks.session;
    sessions = sessions.filter(({ webSocket, lostAt }) => webSocket !== null || lostAt >= oldest);
    return sessions;
  };

  const tooSoon = (key: number) => {
    const since = Date.now() - world.clocks.identify;
    return starts.filter((start) => start.key === key && start.at > since).length > 1;
  };

  return {
    all: alive,
    identifies: () => starts.length,
    resumes: () => resumes,
    dispatch: (announcement) => {
      for (const session of alive()) if (hears(world, session, announcement)) deliver(world, session, announcement);
    },
    identify: (wanted, webSocket) => {
      const [shard, count] = (wanted.shard ?? [0, 1]) as [number, number];
      const refusal = refusalOf(options, Number(wanted.intents), shard, count, String(wanted.token));
      if (refusal !== null) return refusal;
      const key = shard % options.maxConcurrency;
      starts.push({ at: Date.now(), key });
      if (starts.length > 1_000) return 4004;
      if (tooSoon(key)) return null;
      const id = `${world.newId()}s`;
      const session: Session = {
        id,
        intents: Number(wanted.intents),
        shard: [shard, count],
        sent: [],
        webSocket,
        lostAt: 0,
      };
      sessions = [...alive(), session];
      begin(options, session);
      return session;
    },
    resume: ({ token, session_id, seq }, webSocket) => {
      if (!tokenIsValid(String(token))) return 4004;
      const session = alive().find(({ id }) => id === session_id);
      if (!session) return null;
      if (Number(seq) > session.sent.length) return 4007;
      session.webSocket?.terminate();
      session.webSocket = webSocket;
      resumes += 1;
      for (const [index, event] of session.sent.entries()) if (index >= Number(seq)) put(session, event, index + 1);
      push(session, "RESUMED", {});
      return session;
    },
    sendMembers: (session, wanted) => sendMembers(world, session, wanted),
    leave: (session, webSocket, code) => {
      if (session.webSocket !== webSocket) return;
      session.webSocket = null;
      session.lostAt = world.time.now();
      if (code === 1000 || code === 1001) sessions = sessions.filter((each) => each !== session);
    },
    forgetAll: () => {
      sessions = [];
    },
  };
}

/** The close code for an IDENTIFY that is not accepted, or null. */
function refusalOf(
  options: GatewayOptions,
  intents: number,
  shard: number,
  count: number,
  token: string,
): number | null {
  const { guildMembers, messageContent, presences } = options.world.portal;
  if (!options.tokenIsValid(token)) return 4004;
  if (!(shard >= 0 && shard < count)) return 4010;
  if (count < options.fewestShards) return 4011;
  if (!Number.isInteger(intents) || intents & ~ALL_INTENTS) return 4013;
  const asked = (bit: number, granted: boolean) => (intents & bit) !== 0 && !granted;
  const disallowed =
    asked(GatewayIntentBits.GuildMembers, guildMembers) ||
    asked(GatewayIntentBits.MessageContent, messageContent) ||
    asked(GatewayIntentBits.GuildPresences, presences);
  return disallowed ? 4014 : null;
}

/** READY, then a GUILD_CREATE for each guild of the shard that is up. */
function begin({ world, url }: GatewayOptions, session: Session): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.bot.id) && isOfShard(session, guild.id),
  );
  push(session, "READY", {
    v: 10,
    user: { ...userPayload(world.bot), verified: true, email: null, mfa_enabled: false },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    shard: session.shard,
    application: { id: world.bot.id, flags: applicationFlags(world.portal) },
  });
  if (!(session.intents & GatewayIntentBits.Guilds)) return;
  for (const guild of guilds) if (guild.available) push(session, "GUILD_CREATE", guildFor(world, session, guild));
}

const guildFor = (world: World, session: Session, guild: Guild): Json =>
  guildCreatePayload(world, guild, (session.intents & GatewayIntentBits.GuildMembers) !== 0);

/** Guilds are spread over the shards by id; what belongs to none goes to the first. */
function isOfShard({ shard: [shard, count] }: Session, guildId: string | null): boolean {
  return guildId === null ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;
}

function hears(world: World, session: Session, { intents, guildId, within }: Announcement): boolean {
  if (!isOfShard(session, guildId)) return false;
  if (intents !== 0 && (session.intents & intents) === 0) return false;
  return within === null || sees(world, within, world.bot.id);
}

function deliver(world: World, session: Session, { event, guildId, body }: Announcement): void {
  const guild = guildId === null ? undefined : world.guilds.get(guildId);
  const open = world.portal.messageContent && (session.intents & GatewayIntentBits.MessageContent) !== 0;
  push(session, event, event === "GUILD_CREATE" && guild ? guildFor(world, session, guild) : body(open));
}

function push(session: Session, t: string, d: Json): void {
  const event = { t, d: structuredClone(d) };
  session.sent.push(event);
  put(session, event, session.sent.length);
}

function put({ webSocket }: Session, { t, d }: { t: string; d: Json }, s: number): void {
  if (webSocket?.readyState === webSocket?.OPEN) webSocket?.send(JSON.stringify({ op: 0, t, s, d }));
}

function sendMembers(world: World, session: Session, wanted: Json): void {
  const { guild_id, user_ids, query, nonce } = wanted as {
    guild_id: string;
    user_ids?: string | string[];
    query?: string;
    nonce?: string;
  };
  const guild = world.guilds.get(guild_id);
  if (!guild) return;
  const ids = user_ids === undefined ? undefined : [user_ids].flat();
  const all = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
  const members = [...guild.members.values()].filter(({ userId }) =>
    ids ? ids.includes(userId) : (all || query !== "") && world.users.get(userId)?.username.startsWith(query ?? ""),
  );
  push(session, "GUILD_MEMBERS_CHUNK", {
    guild_id,
    members: members.map((member) => memberPayload(world, member)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids?.filter((id) => !guild.members.has(id)) ?? [],
    ...(nonce === undefined ? {} : { nonce }),
  });
}
