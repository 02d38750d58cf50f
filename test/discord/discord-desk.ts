import { randomUUID } from "node:crypto";
import { afterEach, expect } from "vitest";
import { createDrawPicture } from "../../adapters/chart/draw-picture.ts";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { teamLane } from "../../adapters/discord/address.ts";
import { createDiscordAdapter, type DiscordAdapter } from "../../adapters/discord/discord.ts";
import { type DiscordSection, discordSection } from "../../adapters/discord/section.ts";
import type { Shards } from "../../adapters/discord/shards.ts";
import { createFindLink } from "../../adapters/find-link.ts";
import { readThemes } from "../../adapters/themes.ts";
import { type Bot, createBot } from "../../src/bot.ts";
import { createTicker } from "../../src/clock.ts";
import { createDesks, DEFAULT_DESK, type Desk } from "../../src/desk.ts";
import { createDispatcher, type Dispatcher } from "../../src/outbox/dispatcher.ts";
import type { Chat, DrawPicture, Reader, Store } from "../../src/ports.ts";
import { withoutWords } from "../../src/privacy/hold-words.ts";
import type { SettingsKeeper } from "../../src/settings/settings-keeper.ts";
import type { Settings } from "../../src/settings.ts";
import { WORDING } from "../catalogues.ts";
import { OPENAPI } from "../servers/discord/desk.ts";
import type { PermissionName } from "../servers/discord/setup.ts";
import { type ManualTime, manualTime } from "../servers/discord/time.ts";
import { createLocalDiscord, type LocalDiscordOptions } from "../servers/discord.ts";
import { countingIds, MINUTE, MONDAY_TEN, rememberingLog, SECOND, settingsOf } from "../world.ts";

const ENTER_AT = (secret: string) => `https://desk.example/enter/${secret}`;
const THEMES = readThemes();

const RIGHTS: readonly PermissionName[] = ["ManageThreads"];

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A guild with a support channel, a forum, tickets, a team channel, two customers, an agent, a lead and a ticket bot. */
export async function furnishedDiscord(time: ManualTime, options: LocalDiscordOptions = {}, rights = RIGHTS) {
  const discord = createLocalDiscord({
    portal: { messageContent: true },
    limits: { routes: {} },
    ...(OPENAPI ? { openapi: OPENAPI } : {}),
    ...options,
    time,
    clocks: { identify: 0, ...options.clocks },
  });
  await discord.start();
  toStop.push(() => discord.stop());
  const guild = discord.addGuild("Acme", { bot: rights });
  const agents = discord.addRole(guild, "agents", ["ManageThreads", "ManageChannels", "ManageRoles"]);
  for (const name of ["customer", "other"]) discord.join(guild, discord.addUser(name));
  discord.join(guild, discord.addUser("agent"), [agents]);
  discord.join(guild, discord.addUser("tickets", { bot: true }), [agents]);
  const leads = discord.addRole(guild, "leads", ["ManageThreads"]);
  discord.join(guild, discord.addUser("lead"), [leads]);
  const tickets = discord.addChannel(guild, "tickets", { type: 4 });
  const done = discord.addChannel(guild, "done", { type: 4 });
  const support = discord.addChannel(guild, "support");
  const forum = discord.addChannel(guild, "questions", { type: 15 });
  const team = discord.addChannel(guild, "team");
  return { discord, guild, agents, leads, tickets, done, support, forum, team };
}
export type Furnished = Awaited<ReturnType<typeof furnishedDiscord>>;

/** Settings that fit the furniture. */
export function discordSettings(
  { guild, agents, leads }: Furnished,
  { roles = {}, ...more }: Record<string, unknown> = {},
) {
  const named = { agents: [`discord:${guild.id}:${agents.id}`], leads: [`discord:${guild.id}:${leads.id}`] };
  return settingsOf({ recovery: { agentsSeeOwnScores: true }, ...more, roles: { ...named, ...(roles as object) } });
}

/** Discord's own section that fits it. */
export function sectionFor({ tickets, support, forum, team }: Furnished, own = {}): DiscordSection {
  const furnished = { teamChannel: team.id, supportChannels: [support.id, forum.id], ticketCategories: [tickets.id] };
  return discordSection.parse({ ...furnished, ...own });
}

/** A desk with what it has set for Discord. */
export interface SetDesk {
  readonly id: string;
  readonly settings: Settings;
  readonly section: DiscordSection;
}

export interface DiscordDeskOptions {
  readonly furnished?: Furnished;
  readonly time?: ManualTime;
  /** So far our clock is ahead of Discord's, milliseconds. */
  readonly aheadMs?: number;
  readonly store?: Store;
  readonly local?: LocalDiscordOptions;
  readonly rights?: readonly PermissionName[];
  /** Settings beside those of Discord, and Discord's own. */
  readonly settings?: Record<string, unknown>;
  readonly discord?: Record<string, unknown>;
  /** The server in which the team's channel is, where that is known from earlier. */
  readonly home?: string;
  /** Lanes of the team on other platforms. */
  readonly otherLanes?: readonly string[];
  /** Further desks that are served beside the one on the furniture. */
  readonly others?: readonly SetDesk[];
  /** Where the settings are kept; absent where they cannot be changed. */
  readonly keeper?: (bot: Bot) => SettingsKeeper;
  /** The first desk in place of one with the settings above. */
  readonly held?: SetDesk;
  /** Stands between what is decided and what is kept, to fail or to be killed there. */
  readonly between?: (bot: Bot) => Bot;
  /** The same for what is posted. */
  readonly betweenChat?: (chat: Chat) => Chat;
  /** Draws pictures in another way. */
  readonly drawPicture?: DrawPicture;
  readonly ids?: ReturnType<typeof countingIds>;
  readonly catchUpEveryMs?: number;
  /** How long the connection may be lost before it counts as broken, milliseconds. */
  readonly graceMs?: number;
  /** How long heartbeats may stay unanswered before the connection counts as lost, milliseconds. */
  readonly silentMs?: number;
  readonly shards?: Shards;
  /** Who holds shards, where others are at work on the same store. */
  readonly owner?: string;
}

/** The program on a local Discord, on a clock that both share. */
export interface DiscordDesk extends Furnished {
  readonly time: ManualTime;
  /** The rows of the first desk. */
  readonly store: Reader;
  /** The store they are in. */
  readonly allDesks: Store;
  readonly bot: Bot;
  readonly adapter: DiscordAdapter;
  readonly dispatcher: Dispatcher;
  readonly log: ReturnType<typeof rememberingLog>;
  readonly settings: Settings;
  /** Waits until everything that Discord has told is saved. */
  heard(): Promise<void>;
  /** Does what is due and posts what is to be posted, until nothing is left at this moment. */
  settle(): Promise<void>;
  /** Lets time pass, settling at every step. */
  pass(ms: number, step?: number): Promise<void>;
  start(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** A desk on Discord, started; everything is stopped after the test. */
export async function discordDesk(options: DiscordDeskOptions = {}): Promise<DiscordDesk> {
  const desk = await unstartedDesk(options);
  await desk.start();
  return desk;
}

export async function unstartedDesk(options: DiscordDeskOptions = {}): Promise<DiscordDesk> {
  const time = options.time ?? manualTime(MONDAY_TEN);
  const furnished = options.furnished ?? (await furnishedDiscord(time, options.local, options.rights));
  const { discord } = furnished;
  const { store: allDesks = createMemoryStore(), ids = countingIds(), aheadMs = 0 } = options;
  const store = allDesks.at(DEFAULT_DESK);
  const settings = discordSettings(furnished, options.settings);
  const section = sectionFor(furnished, options.discord);
  const clock = { now: () => time.now() + aheadMs };
  const log = rememberingLog();
  const wording = WORDING;
  const first: SetDesk = options.held ?? { id: DEFAULT_DESK, settings, section };
  const deskOf = ({ id, settings, section }: SetDesk): Desk => {
    const lane = teamLane(section, options.home);
    return {
      id,
      settings,
      themes: THEMES,
      teamLanes: () => [...(lane === null ? [] : [lane]), ...(options.otherLanes ?? [])],
    };
  };
  const { others = [] } = options;
  const desks = createDesks(deskOf(first), ...others.map(deskOf));
  const decided = createBot({ store: allDesks, desks, wording, ids, clock, log });
  const bot = options.between?.(decided) ?? decided;
  const { token, apiUrl } = discord;
  const findLink = createFindLink({
    store: allDesks,
    desks: desks.all.map(({ id }) => id),
    linkTo: (place) => adapter.linkTo(place),
    publicUrl: null,
  });
  const drawPicture =
    options.drawPicture ??
    createDrawPicture(allDesks, { wording, settingsOf: (id) => desks.get(id)?.settings ?? null });
  const keeper = options.keeper?.(bot);
  const served = ({ id, settings, section }: SetDesk) => ({
    ...(keeper ? { keeper } : {}),
    ...{
      deskId: id,
      settings,
      section,
      store: withoutWords(allDesks.at(id)),
      bot: others.length === 0 ? bot : bot.at(id),
    },
    ...{ wording, clock, log, themes: THEMES, findLink, drawPicture, homeFound: async () => {} },
    enterAt: ENTER_AT,
  });
  const adapter: DiscordAdapter = createDiscordAdapter({
    ...{ token, apiUrl, shards: options.shards ?? "auto" },
    ...{ desks: [served(first), ...others.map(served)], finder: allDesks },
    ...{
      waitMs: 20,
      patienceMs: 3_000,
      catchUpEveryMs: options.catchUpEveryMs ?? 3_600_000,
      graceMs: options.graceMs ?? 30_000,
      silentMs: options.silentMs ?? 60_000,
    },
    ...(options.owner === undefined ? {} : { owner: options.owner, shardsEveryMs: 3_600_000 }),
  });
  const chat = options.betweenChat?.(adapter.chat) ?? adapter.chat;
  const owner = randomUUID();
  await bot.handle({ kind: "holders-gone", id: null, at: clock.now() });
  const dispatcher = createDispatcher({ store: allDesks, bot, chats: [chat], clock, log, owner, random: () => 0.5 });
  const ticker = createTicker({ store: allDesks, bot, clock, log, owner });

  const desk: DiscordDesk = {
    ...furnished,
    ...{ time, store, allDesks, bot, adapter, dispatcher, log, settings },
    async heard() {
      await expect
        .poll(
          () => {
            const session = discord.gateway.sessions.findLast(({ webSocket }) => webSocket !== null);
            return session !== undefined && adapter.gateway?.sequence === session.sent.length;
          },
          { timeout: 60_000, interval: 2 },
        )
        .toBe(true);
      await adapter.quiet();
    },
    async settle() {
      await desk.heard();
      await ticker.tick();
      await dispatcher.drain();
      await desk.heard();
    },
    async pass(ms, step = MINUTE) {
      for (let left = ms; left > 0; left -= step) {
        time.advance(Math.min(step, left));
        await desk.settle();
      }
    },
    async start() {
      await adapter.start();
      await expect.poll(() => adapter.gateway?.isReady, { timeout: 60_000, interval: 5 }).toBe(true);
      await desk.heard();
    },
    async stop() {
      await adapter.stop();
      await dispatcher.stop();
    },
  };
  toStop.push(() => desk.stop());
  return desk;
}

/** A customer opened a thread and an agent answered in it. */
export async function talkedOnDiscord(options: DiscordDeskOptions = {}) {
  const desk = await discordDesk(options);
  const customer = desk.discord.user("customer");
  const agent = desk.discord.user("agent");
  const thread = customer.createsThread(desk.support, "Invoice", { text: "My invoice is wrong." });
  agent.writes(thread, "I have corrected it.");
  await desk.settle();
  return { desk, customer, agent, thread };
}

/** The same, then the thread was archived and five minutes have passed. */
export async function askedOnDiscord(options: DiscordDeskOptions & { readonly isLocked?: boolean } = {}) {
  const talked = await talkedOnDiscord(options);
  const { desk, customer, agent, thread } = talked;
  agent.archives(thread, { lock: options.isLocked ?? false });
  await desk.settle();
  await desk.pass(5 * MINUTE);
  await desk.pass(5 * SECOND, SECOND);
  const question = customer.sees(thread).at(-1);
  if (!question) throw new Error("Nothing stands in the thread");
  return { ...talked, question };
}

/** The id of a button by its beginning. */
export function buttonOf(message: { readonly components?: unknown }, start: string): string {
  const found = JSON.stringify(message.components ?? []).match(new RegExp(`"custom_id":"(${start}[^"]*)"`));
  if (!found?.[1]) throw new Error(`The message has no button ${start}`);
  return found[1];
}

/** What somebody sees in a place, as texts. */
export function saidTo(
  person: { sees(place: { id: string }): { content: string }[] },
  place: { id: string },
): string[] {
  return person.sees(place).map(({ content }) => content);
}

/** Whether a thread is archived. */
export function isArchived(desk: Pick<DiscordDesk, "discord">, thread: { id: string }): boolean {
  return desk.discord.world.channels.get(thread.id)?.thread?.archived === true;
}
