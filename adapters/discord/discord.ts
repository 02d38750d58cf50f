import type { Role } from "../../src/interaction/customer.ts";
import type { Chat } from "../../src/ports.ts";
import { createHealth, type Health } from "../health.ts";
import { guildOf, linkTo, placeOf } from "./address.ts";
import { introduce } from "./application.ts";
import { byDesk, catchUpOfAll, chatBetween, handlersBetween, hearingBetween } from "./between-desks.ts";
import { createCatchUp } from "./catch-up.ts";
import { createChannelCache } from "./channel-cache.ts";
import { createChannelDesks } from "./channel-desks.ts";
import { createDiscordChat } from "./chat.ts";
import { commandsOf } from "./commands.ts";
import { createConnection } from "./connection.ts";
import { partsAt } from "./desk-parts.ts";
import { createFindDesk } from "./find-desk.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createGreetGuild } from "./greet-guild.ts";
import { createHandlers } from "./handlers.ts";
import { allShards, createHeldShards, type HeldShards } from "./held-shards.ts";
import { createMembers } from "./members.ts";
import { createHearing } from "./message-events.ts";
import type { DiscordConfig, SharedParts } from "./parts.ts";
import { createPatientApi } from "./patient-api.ts";
import { createFindPersonDesk } from "./person-desk.ts";
import { createActs } from "./recent-uses.ts";
import { registerCommands } from "./registration.ts";
import { createRest } from "./rest.ts";
import { createRouter } from "./router.ts";
import type { Shards } from "./shards.ts";
import { createTheirTime } from "./their-time.ts";

/** Discord as the program runs it. */
export interface DiscordAdapter {
  readonly chat: Chat;
  readonly health: Health;
  /** Where a conversation can be read; null for one that is not in a channel or thread on Discord. */
  linkTo(conversation: string): string | null;
  /** The role that somebody has at the desk now; null where Discord does not say, or it is nobody of Discord's. Never rejects. */
  roleOf(desk: string, address: string): Promise<Role | null>;
  /** Registers the commands and reads what is to be read, by the settings as they are now. Never rejects. */
  renew(): Promise<void>;
  /** Connects. Rejects with the remedy where Discord refuses for good; where it is out of reach it goes on trying. */
  start(): Promise<void>;
  /** Accepts nothing more and returns when everything accepted is saved. */
  stop(): Promise<void>;
  /** Returns when everything taken so far is saved. */
  quiet(): Promise<void>;
  /** What this process serves of Discord's servers. */
  readonly shards: Pick<HeldShards, "look" | "connections">;
  /** The first connection, for measuring; null while there is none. */
  readonly gateway: Gateway | null;
}

const CATCH_UP_EVERY_MS = 60 * 60_000;

/** What Discord tells us only once we are connected. */
interface Introduced {
  self: string | null;
  isReadable: boolean;
  application: string | null;
}

/** What all desks have in common: the calls, what is known of channels and people, and what people did last. */
function createShared(
  { desks, finder, token, apiUrl }: DiscordConfig,
  introduced: Introduced,
  health: Health,
): SharedParts {
  const [{ clock, log, wording }] = desks;
  const theirTime = createTheirTime(clock);
  const api = createRest({ token, apiUrl, clock, log, health, theirTime });
  const patient = createPatientApi(api);
  const channelDesks = createChannelDesks({ desks, finder });
  return {
    ...{ finder, clock, log, wording, api, patient, theirTime, channelDesks },
    channels: createChannelCache(patient, channelDesks.note),
    members: createMembers(patient, clock),
    acts: createActs(clock),
    self: () => introduced.self,
    isReadable: () => introduced.isReadable,
  };
}

/** Every desk at its work, and the ways by which what happens comes to one of them. */
function createWork({ desks, waitMs }: DiscordConfig, shared: SharedParts) {
  const { finder, clock } = shared;
  const { all } = byDesk(desks, (desk) => partsAt(desk, shared));
  const { all: ids } = byDesk(desks, ({ deskId }) => deskId);
  const find = createFindDesk({ ...shared, desks: ids, personDesk: createFindPersonDesk(all) });
  const hearing = hearingBetween(byDesk(all, createHearing), find, clock);
  const handlers = handlersBetween(byDesk(all, createHandlers), find, clock);
  const catchUp = catchUpOfAll(all.map((parts) => createCatchUp(parts, hearing, waitMs)));
  const greetGuild = createGreetGuild({ ...shared, desks });
  const router = createRouter({ shared, desks, hearing, handlers, catchUp, greetGuild, waitMs });
  const roleOf: DiscordAdapter["roleOf"] = async (desk, address) => {
    const [place, at] = [placeOf(address), all.find(({ deskId }) => deskId === desk)];
    if (place?.kind !== "person" || !at) return null;
    const person = await at.directory.lookUp(place.guild, place.user).catch(() => null);
    return person?.role ?? null;
  };
  return { catchUp, router, roleOf, chat: chatBetween(byDesk(all, createDiscordChat), ids, finder) };
}

/** What this process serves: everything, or what it has taken up before others where several are at work. */
function createHeld(config: DiscordConfig, health: Health, prepare: PrepareShards) {
  const { desks, shards, owner, waitMs, patienceMs, graceMs } = config;
  const [{ bot, clock, log }] = desks;
  const connectAs = (own: Shards, part?: string) =>
    createConnection({ prepare: (onEnded) => prepare(own, onEnded), health, part, waitMs, patienceMs, graceMs });
  if (owner === undefined) return allShards(connectAs(shards));
  const connect = (own: Shards) => connectAs(own, `connection of ${own === "auto" ? own : `shards ${own.own.join()}`}`);
  return createHeldShards({ shards, owner, bot, clock, log, connect, everyMs: config.shardsEveryMs });
}

/** Makes a gateway for shards that are ours; it calls back when Discord ends it for good. */
type PrepareShards = (own: Shards, onEnded: (remedy: string) => void) => Promise<Gateway>;

/**
 * Discord, over one gateway connection for each shard and REST calls for everything that is said; every desk is served over the same.
 * What is said to a server is posted by the process that serves its shard: it alone knows who has just done what there.
 */
export function createDiscordAdapter(config: DiscordConfig): DiscordAdapter {
  const { desks, token, apiUrl } = config;
  const introduced: Introduced = { self: null, isReadable: false, application: null };
  const health = createHealth("Discord", desks[0].log);
  const shared = createShared(config, introduced, health);
  const { api, log, wording } = shared;
  const { catchUp, router, roleOf, chat } = createWork(config, shared);
  const settings = desks.map((desk) => desk.settings);
  const register = async (application: string): Promise<void> => {
    const registered = await registerCommands(api, application, commandsOf(settings, wording));
    if (registered.kind !== "ok") log.warn("The commands could not be registered on Discord", { registered });
  };
  const prepare: PrepareShards = async (shards, onEnded) => {
    const { application, user, hasContent } = await introduce(api);
    Object.assign(introduced, { self: user, isReadable: hasContent, application });
    await register(application);
    const { onDispatch } = router;
    const { silentMs } = config;
    return createGateway({ token, apiUrl, shards, withContent: hasContent, log, silentMs, onDispatch, onEnded });
  };
  const held = createHeld(config, health, prepare);
  let timer: NodeJS.Timeout | undefined;

  return {
    chat: { ...chat, serves: (lane) => held.serves(guildOf(lane)) },
    health,
    linkTo,
    roleOf,
    shards: held,
    get gateway() {
      return held.connections[0]?.gateway ?? null;
    },
    quiet: router.quiet,
    async start() {
      await held.start();
      const catchUpOnOurs = () => void (held.connections.length > 0 && catchUp.run());
      timer = setInterval(catchUpOnOurs, config.catchUpEveryMs ?? CATCH_UP_EVERY_MS);
    },
    async renew() {
      if (introduced.application === null) return;
      await register(introduced.application);
      await catchUp.run();
    },
    async stop() {
      clearInterval(timer);
      shared.patient.stop();
      await held.stop();
      await Promise.all([catchUp.stop(), router.stop()]);
    },
  };
}
