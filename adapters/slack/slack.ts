import type { RequestListener } from "node:http";
import type { Person } from "../../src/interaction/customer.ts";
import type { Chat } from "../../src/ports.ts";
import { classOf, remedyOf } from "./api.ts";
import { createBoltApp } from "./bolt-app.ts";
import { createCatchUp } from "./catch-up.ts";
import { createSlackChat } from "./chat.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createHandlers } from "./handlers.ts";
import type { ParseRules } from "./parse.ts";
import type { SlackConfig, SlackParts } from "./parts.ts";
import type { SlackSection } from "./section.ts";
import { atMost } from "./waits.ts";
import { createWorkspaces, type Workspaces } from "./web-client.ts";

/** Slack as the program runs it. */
export interface SlackAdapter {
  readonly chat: Chat;
  /** To be mounted at `/slack/events`; null in Socket Mode. */
  readonly requestListener: RequestListener | null;
  /** Where a conversation can be read; null for one that is not on Slack, or while Slack has not told our workspace. */
  linkTo(conversation: string): string | null;
  /** Begins to connect and returns at once; Slack may be out of reach for as long as it likes. */
  start(): Promise<void>;
  /** Accepts nothing more and returns when everything accepted is saved. */
  stop(): Promise<void>;
}

const CATCH_UP_EVERY_MS = 60 * 60_000;
const AGAIN_MS = 30_000;
/** How long a start waits for Slack to say who we are before it goes on without. */
const PATIENCE_MS = 3_000;

/** What parsing needs to know of us. */
function createRules(section: SlackSection, workspaces: Workspaces, directory: Directory): ParseRules {
  return {
    supportChannels: section.supportChannels,
    resolveReaction: section.resolveReaction,
    person: directory.person,
    isOwn: (id) => workspaces.identities().some(({ botId, userId }) => id === botId || id === userId),
    ours(teams) {
      const known = workspaces.identities().map(({ team }) => team);
      const [only] = known.length === 1 ? known : [];
      return teams.find((team) => known.includes(team)) ?? only ?? teams[0] ?? "";
    },
  };
}

/** Slack, in Socket Mode or by signed requests; the rest of the program does not know which. */
export function createSlackAdapter(config: SlackConfig): SlackAdapter {
  const { tokens, transport, apiUrl, log, clock, bot, settings, wording, againMs = AGAIN_MS } = config;
  const linkText = wording.say(wording.choose(settings.desk.locale), "team.readConversation");
  const workspaces = createWorkspaces({ tokens, apiUrl, log });
  let timers: NodeJS.Timeout[] = [];
  let isStopped = false;

  const onDescribed = (person: Person): void => {
    if (isStopped) return;
    bot
      .handle({ kind: "person-described", id: null, at: clock.now(), person })
      .catch((error) => log.warn("What Slack says of a person could not be kept", { error: String(error) }));
  };
  const directory = createDirectory({ api: workspaces, roles: settings.roles, clock, log, onDescribed });
  const rules = createRules(config.section, workspaces, directory);
  const parts: SlackParts = { ...config, api: workspaces, workspaces, directory, rules, againMs, linkText };
  const catchUp = createCatchUp(parts);
  const onConnected = () => void catchUp.run();
  const handlers = createHandlers(parts);
  const app = createBoltApp({ transport, apiUrl, log, workspaces, handlers, onConnected, socket: config.socket ?? {} });

  /** Learns who we are in each workspace, tries again where that failed, and reads what was written meanwhile. */
  const introduce = async (): Promise<void> => {
    const faults = await workspaces.identify();
    if (isStopped) return;
    for (const fault of faults) {
      if (classOf(fault) === "stop") log.fault(remedyOf(fault, null));
      else log.warn("Slack does not say who we are; it will be asked again", { fault });
    }
    const home = workspaces.home();
    const unnamed = (error: unknown) => log.warn("The team's workspace could not be kept", { error: String(error) });
    if (home !== null) await config.homeFound(home).catch(unnamed);
    await Promise.all(workspaces.identities().map(({ team }) => directory.refreshRoles(team)));
    if (faults.length > 0) timers.push(setTimeout(() => void introduce(), againMs));
    onConnected();
  };

  return {
    chat: createSlackChat({ ...config, api: workspaces, linkText }),
    linkTo: workspaces.linkTo,
    requestListener: app.requestListener,
    async start() {
      await atMost(PATIENCE_MS, introduce());
      await app.start();
      timers.push(setInterval(onConnected, config.catchUpEveryMs ?? CATCH_UP_EVERY_MS));
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      await app.stop();
      await catchUp.stop();
      isStopped = true;
    },
  };
}
