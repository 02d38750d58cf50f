import { type Actor, createActor } from "./actor.ts";
import { createDispatch } from "./dispatch.ts";
import { createEvents, type Events, SUBSCRIPTIONS } from "./events.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createFrontDoor } from "./front-door.ts";
import { createHappenings, type Happenings } from "./happenings.ts";
import { createInteractions } from "./interactions.ts";
import { type Limits, REAL_LIMITS } from "./limits.ts";
import type { Message } from "./messages.ts";
import type { Backstage, Methods } from "./method.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { fileMethods } from "./methods/files.ts";
import { historyMethods } from "./methods/history.ts";
import { peopleMethods } from "./methods/people.ts";
import { reactionMethods } from "./methods/reactions.ts";
import { viewMethods } from "./methods/views.ts";
import { createModals } from "./modals.ts";
import { openOracle } from "./oracle.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createSocketMode, type SocketMode } from "./socket-mode.ts";
import { createRealTime, type TimeSource } from "./time.ts";
import type { DeliveryRecord } from "./transport.ts";
import { createTriggers } from "./triggers.ts";
import { createViews } from "./views.ts";
import { type ApiCall, createWebApi } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";
import type { WorkspaceSpec } from "./workspace-spec.ts";
import { type AppIdentity, createWorld, type World } from "./world.ts";

/** What kind of Slack to stand up; everything has a default. */
export interface LocalSlackOptions {
  /** One workspace with nobody in it but the bot, if none is given. */
  readonly workspaces?: readonly WorkspaceSpec[];
  readonly app?: Partial<AppIdentity>;
  /** Changes to Slack's real limits and clocks. */
  readonly limits?: Partial<Limits>;
  /** Real time if not given. */
  readonly time?: TimeSource;
  /** Bot events the app is subscribed to; all of SUBSCRIPTIONS if not given. */
  readonly subscribed?: readonly string[];
  /** Folder of schemas from elsewhere that calls and blocks are held to; ignored if it does not exist. */
  readonly oracles?: string;
  /** Chooses the socket for the next envelope out of this many; they take turns if not given. */
  readonly pickSocket?: (count: number) => number;
  /** Any free port if not given. */
  readonly port?: number;
}

/** A Slack of our own on loopback, which a real Bolt app can be pointed at. */
export interface LocalSlack {
  /** Opens the port; after a stop, the same one with everything as it was. */
  start(): Promise<void>;
  /** Closes the port and cuts every connection, as an outage does. */
  stop(): Promise<void>;
  /** The Web API's base, for `slackApiUrl`. */
  readonly apiUrl: string;
  readonly world: World;
  /** The workspace with this id, or the first; its scopes and tokenError may be changed. */
  workspace(id?: string): Workspace;
  /** The person with this id. */
  user(id: string): Actor;
  /** Every message standing in a channel, replies and ephemeral ones included, oldest first. */
  messages(channel: string): readonly Message[];
  /** Calls of the Web API, or of one method of it. */
  calls(method?: string): readonly ApiCall[];
  /** What was brought to the app, and how it went. */
  readonly deliveries: readonly DeliveryRecord[];
  /** What the app did that no correct app does. A test ends by expecting none. */
  readonly complaints: readonly string[];
  readonly events: Events;
  readonly socketMode: SocketMode;
  readonly faults: Faults;
  readonly happenings: Happenings;
  /** From now on brings everything to this request URL instead of a socket, after Slack's url_verification. */
  deliversTo(url: string): Promise<void>;
}

const DEFAULT_APP: AppIdentity = {
  id: "A0LOCAL",
  appToken: "xapp-local",
  signingSecret: "local-signing-secret",
  verificationToken: "local-verification-token",
  homeTab: true,
};

/** Builds a local Slack; `start` opens it. */
export function createLocalSlack(options: LocalSlackOptions = {}): LocalSlack {
  const limits = { ...REAL_LIMITS, ...options.limits };
  const time = options.time ?? createRealTime();
  const app = { ...DEFAULT_APP, ...options.app };
  const complaints: string[] = [];
  const complain = (text: string) => void complaints.push(text);
  const oracle = options.oracles === undefined ? undefined : openOracle(options.oracles);
  const address = () => door.address();

  const world = createWorld(app, options.workspaces ?? [{}], time);
  const faults = createFaults();
  const socketMode = createSocketMode({
    appId: app.id,
    limits,
    time,
    complain,
    ...(options.pickSocket && { pickSocket: options.pickSocket }),
  });
  const dispatch = createDispatch({ app, limits, time, socketMode });
  const subscribed = new Set(options.subscribed ?? Object.keys(SUBSCRIPTIONS));
  const events = createEvents({ app, limits, time, transport: dispatch, subscribed });
  const happenings = createHappenings(world, events);
  const views = createViews(world, limits, time);
  const triggers = createTriggers(limits, time);
  const backstage: Backstage = { world, limits, time, happenings, views, triggers, oracle, address, complain };
  const webApi = createWebApi(backstage, { ...METHODS, ...connectionMethods(socketMode, app.id) }, faults);
  const responseUrls = createResponseUrls({ world, happenings, oracle, limits, time, address, complain });
  const interactions = createInteractions({ world, transport: dispatch, triggers, responseUrls, views, complain });
  const modals = createModals({ world, transport: dispatch, triggers, views, oracle, complain });
  const port = options.port ?? 0;
  const door = createFrontDoor({ port, world, webApi, socketMode, responseUrls, faults, time, complain });

  return {
    start: () => door.open(),
    stop: () => door.close(),
    get apiUrl() {
      return `${address()}/api/`;
    },
    world,
    workspace(id) {
      const found = world.workspaces.find((workspace) => id === undefined || workspace.id === id);
      if (!found) throw new Error(`There is no workspace ${id}; name it in \`workspaces\` of createLocalSlack.`);
      return found;
    },
    user: (id) => createActor(id, { world, happenings, interactions, modals, views }),
    messages: (channel) => world.messages.in(world.ofChannel(channel).channel.id),
    calls: (method) => webApi.calls.filter((call) => method === undefined || call.method === method),
    deliveries: dispatch.records,
    complaints,
    events,
    socketMode,
    faults,
    happenings,
    deliversTo: (url) => dispatch.useHttp(url),
  };
}

const METHODS: Methods = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...historyMethods,
  ...peopleMethods,
  ...reactionMethods,
  ...viewMethods,
};

function connectionMethods(socketMode: SocketMode, appId: string): Methods {
  return {
    "apps.connections.open": {
      tier: 1,
      token: "app",
      args: "",
      run({ backstage }) {
        const base = backstage.address().replace(/^http/, "ws");
        return { url: `${base}/link/?ticket=${socketMode.ticket()}&app_id=${appId}` };
      },
    },
  };
}
