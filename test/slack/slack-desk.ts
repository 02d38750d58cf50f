import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { createDrawPicture } from "../../adapters/chart/draw-picture.ts";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { createFindLink } from "../../adapters/find-link.ts";
import { channelAddress } from "../../adapters/slack/address.ts";
import { type SlackSection, slackSection } from "../../adapters/slack/section.ts";
import { createSlackAdapter, type SlackAdapter } from "../../adapters/slack/slack.ts";
import type { SocketWatch } from "../../adapters/slack/socket-receiver.ts";
import { readThemes } from "../../adapters/themes.ts";
import { type Bot, createBot, type DeskBot } from "../../src/bot.ts";
import { createTicker } from "../../src/clock.ts";
import { createDesks, DEFAULT_DESK, type Desk } from "../../src/desk.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import type { Chat, DrawPicture, Ids, Reader, Store } from "../../src/ports.ts";
import { withoutWords } from "../../src/privacy/hold-words.ts";
import type { SettingsKeeper } from "../../src/settings/settings-keeper.ts";
import type { Settings } from "../../src/settings.ts";
import { HOME } from "../../src/team/home.ts";
import { WORDING } from "../catalogues.ts";
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from "../servers/slack/slack.ts";
import { createHandTime, type HandTime } from "../servers/slack/time.ts";
import { countingIds, MINUTE, MONDAY_TEN, rememberingLog, settingsOf } from "../world.ts";

const ENTER_AT = (secret: string) => `https://desk.example/enter/${secret}`;
const THEMES = readThemes();

export type Mode = "socket" | "http";
export const MODES = ["socket", "http"] as const;
export const SUPPORT = "C1";
export const TEAM_CHANNEL = "C9";
/** A support channel shared through Slack Connect. */
export const SHARED = "C2";

/** Two customers, two agents in the user group, a guest of another organisation; support channels and the team's. */
export const WORKSPACE = {
  id: "T1",
  people: [
    { id: "U1", name: "customer one" },
    { id: "U2", name: "agent ash" },
    { id: "U3", name: "customer two" },
    { id: "U4", name: "agent birch" },
    { id: "U7", name: "guest one", teamId: "T9" },
  ],
  channels: [
    { id: SUPPORT, name: "support", members: ["U1", "U2", "U3", "U4"] },
    { id: SHARED, name: "shared", members: ["U2", "U7"], shared: true },
    { id: TEAM_CHANNEL, name: "team", members: ["U2", "U3", "U4"] },
  ],
  userGroups: [{ id: "S1", handle: "support-team", members: ["U2", "U4"] }],
};

export const SLACK_SETTINGS = {
  roles: { agents: ["slack:T1:S1"] },
  recovery: { agentsSeeOwnScores: true },
};
const SECTION = slackSection.parse({ teamChannel: TEAM_CHANNEL, supportChannels: [SUPPORT, SHARED] });

/** One of several desks on one Slack. */
export interface DeskOnSlack {
  readonly id: string;
  readonly settings: Settings;
  readonly section: SlackSection;
}

export interface SlackDeskOptions {
  readonly mode?: Mode;
  readonly settings?: Settings;
  /** Several desks, in place of the one with `settings`. */
  readonly desks?: readonly [DeskOnSlack, ...DeskOnSlack[]];
  readonly store?: Store;
  readonly slack?: LocalSlack;
  readonly time?: HandTime;
  readonly local?: LocalSlackOptions;
  /** Further people in the workspace, members of the support channel. */
  readonly more?: readonly { readonly id: string; readonly name: string; readonly isBot?: boolean }[];
  /** How the socket is watched. */
  readonly socket?: SocketWatch;
  /** How often it is looked whether Slack is within reach, milliseconds. */
  readonly lookEveryMs?: number;
  /** Lanes of the team on other platforms. */
  readonly otherLanes?: readonly string[];
  readonly ids?: Ids;
  /** Where the settings are kept; absent where they cannot be changed. */
  readonly keeper?: (bot: Bot) => SettingsKeeper;
  /** Draws pictures in another way. */
  readonly drawPicture?: DrawPicture;
  /** Stands around every post. */
  readonly around?: (chat: Chat) => Chat;
  /** Stands between what is decided and what is kept, to fail or to be killed there. */
  readonly between?: (bot: Bot) => Bot;
}

/** The program on a local Slack, on a clock that both share. */
export interface SlackDesk {
  readonly slack: LocalSlack;
  readonly time: HandTime;
  /** The rows of the desk; of several, the first one's. */
  readonly store: Reader;
  /** The store they are in. */
  readonly allDesks: Store;
  readonly bot: Bot;
  readonly adapter: SlackAdapter;
  readonly log: ReturnType<typeof rememberingLog>;
  readonly settings: Settings;
  /** Does what is due and posts what is to be posted, until nothing is left at this moment. */
  settle(): Promise<void>;
  /** Lets time pass, settling at every step. */
  pass(ms: number, step?: number): Promise<void>;
  /** Waits for the socket, where there is one: a long time on the clock has it exchanged. */
  connected(): Promise<void>;
  start(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A desk on Slack, started; everything is stopped after the test. */
export async function slackDesk(options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const desk = await unstartedDesk(options);
  await desk.start();
  return desk;
}

function withMore(more: NonNullable<SlackDeskOptions["more"]>) {
  const [support, ...channels] = WORKSPACE.channels;
  const members = [...(support?.members ?? []), ...more.map(({ id }) => id)];
  const all = support ? [{ ...support, members }, ...channels] : channels;
  return { ...WORKSPACE, people: [...WORKSPACE.people, ...more], channels: all };
}

/** A local Slack on that clock, stopped after the test. */
export async function localSlack(time: HandTime, local: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = createLocalSlack({ workspaces: [WORKSPACE], oracles: "../shared/oracles", time, ...local });
  await slack.start();
  toStop.push(() => slack.stop());
  return slack;
}

/** A desk as the bot serves it, told in its team channel. */
function servedDesk({ id, settings, section }: DeskOnSlack, otherLanes: readonly string[] = []): Desk {
  const own = section.teamChannel === undefined ? [] : [channelAddress(section.teamChannel, HOME)];
  const teamLanes = [...own, ...otherLanes];
  return { id, settings, themes: THEMES, teamLanes: () => teamLanes };
}

export async function unstartedDesk(options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const { mode = "socket", store: allDesks = createMemoryStore() } = options;
  const only = { id: DEFAULT_DESK, settings: options.settings ?? settingsOf(SLACK_SETTINGS), section: SECTION };
  const [first, ...others] = options.desks ?? [only];
  const { settings } = first;
  const store = allDesks.at(first.id);
  const { ids = countingIds(), around = (chat: Chat) => chat } = options;
  const time = options.time ?? createHandTime(MONDAY_TEN);
  const slack =
    options.slack ?? (await localSlack(time, { workspaces: [withMore(options.more ?? [])], ...options.local }));
  const clock = { now: () => time.now() };
  const log = rememberingLog();
  const wording = WORDING;
  const desks = createDesks(servedDesk(first, options.otherLanes), ...others.map((other) => servedDesk(other)));
  const findLink = createFindLink({
    store: allDesks,
    desks: desks.all.map(({ id }) => id),
    linkTo: (place) => adapter.linkTo(place),
    publicUrl: null,
  });
  const decided = createBot({ store: allDesks, desks, wording, ids, clock, log });
  const bot = options.between?.(decided) ?? decided;
  const { appToken, signingSecret } = slack.world.app;
  const transport =
    mode === "socket" ? ({ kind: "socket", appToken } as const) : ({ kind: "http", signingSecret } as const);
  const botAt = (id: string): DeskBot => ({
    ...bot.at(id),
    handle: (event) => bot.handle({ ...event, desk: id }),
  });
  const drawPicture =
    options.drawPicture ??
    createDrawPicture(allDesks, { wording, settingsOf: (id) => desks.get(id)?.settings ?? null });
  const given = {
    wording,
    clock,
    log,
    themes: THEMES,
    findLink,
    homeFound: async () => {},
    drawPicture,
    enterAt: ENTER_AT,
  };
  const keeper = options.keeper?.(bot);
  const onSlack = ({ id, ...own }: DeskOnSlack) => {
    return {
      deskId: id,
      store: withoutWords(allDesks.at(id)),
      bot: botAt(id),
      ...own,
      ...given,
      ...(keeper ? { keeper } : {}),
    };
  };
  const adapter: SlackAdapter = createSlackAdapter({
    desks: [onSlack(first), ...others.map(onSlack)],
    store: allDesks,
    tokens: slack.world.workspaces.map(({ token }) => token),
    transport,
    apiUrl: slack.apiUrl,
    socket: { waitMs: 10, longestWaitMs: 50, graceMs: 10_000, ...options.socket },
    againMs: 50,
    lookEveryMs: options.lookEveryMs ?? 30_000,
  });
  const owner = randomUUID();
  for (const { id } of desks.all) await bot.handle({ kind: "holders-gone", id: null, desk: id, at: clock.now() });
  const dispatcher = createDispatcher({
    store: allDesks,
    bot,
    chats: [around(adapter.chat)],
    clock,
    log,
    owner,
    random: () => 0.5,
  });
  const ticker = createTicker({ store: allDesks, bot, clock, log, owner });
  let server: Server | null = null;
  let isRunning = false;

  const desk: SlackDesk = {
    ...{ slack, time, store, allDesks, bot, adapter, log, settings },
    async settle() {
      await slack.events.quiet();
      await ticker.tick();
      await dispatcher.drain();
      await slack.events.quiet();
    },
    async pass(ms, step = MINUTE) {
      for (let left = ms; left > 0; left -= step) {
        await time.advance(Math.min(step, left));
        await desk.connected();
        await desk.settle();
      }
    },
    async connected() {
      if (isRunning && mode === "socket") await expect.poll(() => slack.socketMode.count).toBeGreaterThan(0);
    },
    async start() {
      isRunning = true;
      await adapter.start();
      if (mode === "http" && adapter.requestListener) {
        server = createServer(adapter.requestListener);
        await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
        await slack.deliversTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
      } else await desk.connected();
    },
    async stop() {
      isRunning = false;
      await adapter.stop();
      await dispatcher.stop();
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      server = null;
    },
  };
  toStop.push(() => desk.stop());
  return desk;
}
