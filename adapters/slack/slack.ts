import type { RequestListener } from "node:http";
import type { Role } from "../../src/interaction/customer.ts";
import type { Chat } from "../../src/ports.ts";
import { holdParts } from "../../src/settings/held-settings.ts";
import type { SayWords } from "../../src/wording.ts";
import { createHealth, type Health, shortly } from "../health.ts";
import type { ServedDesk } from "../platform.ts";
import { placeOf } from "./address.ts";
import { createBoltApp } from "./bolt-app.ts";
import { createCatchUp } from "./catch-up.ts";
import { createSlackChat } from "./chat.ts";
import { createDeskRouter } from "./desk-router.ts";
import { createDirectory, type Directory, type DirectoryConfig } from "./directory.ts";
import { createFindDesk } from "./find-desk.ts";
import type { ParseRules } from "./parse-rules.ts";
import type { SlackConfig, SlackDesks, SlackParts } from "./parts.ts";
import type { SlackSection } from "./section.ts";
import { atMost } from "./waits.ts";
import { createReachWatch, type ReachWatch } from "./watch-reach.ts";
import { createWorkspaces, type Workspaces } from "./web-client.ts";

/** Slack as the program runs it. */
export interface SlackAdapter {
  readonly chat: Chat;
  readonly health: Health;
  /** To be mounted at `/slack/events`; null in Socket Mode. */
  readonly requestListener: RequestListener | null;
  /** Where a conversation can be read; null for one that is not on Slack, or while Slack has not told our workspace. */
  linkTo(conversation: string): string | null;
  /** The role that somebody has at the desk now; null where Slack does not say, or it is nobody of Slack's. Never rejects. */
  roleOf(desk: string, address: string): Promise<Role | null>;
  /** Asks anew who has a role and reads what is to be read, by the settings as they are now. Never rejects. */
  renew(): Promise<void>;
  /** Begins to connect and returns at once; Slack may be out of reach for as long as it likes. */
  start(): Promise<void>;
  /** Accepts nothing more and returns when everything accepted is saved. */
  stop(): Promise<void>;
}

const CATCH_UP_EVERY_MS = 60 * 60_000;
const AGAIN_MS = 30_000;
/** How long a start waits for Slack to say who we are before it goes on without. */
const PATIENCE_MS = 3_000;

type OnSlack = ServedDesk<SlackSection>;

/** What parsing needs to know of us. */
function createRules(
  { section, settings, wording }: OnSlack,
  workspaces: Workspaces,
  directory: Directory,
): ParseRules {
  return {
    get supportChannels() {
      return section.supportChannels;
    },
    get resolveReaction() {
      return section.resolveReaction;
    },
    get cordReaction() {
      return section.cordReaction;
    },
    get unreadable() {
      return wording.say(wording.choose(settings.desk.locale), "transcript.unreadable");
    },
    person: (team, user) => directory.person(settings.roles, team, user),
    isOwn: (id) => workspaces.identities().some(({ botId, userId }) => id === botId || id === userId),
    ours(teams) {
      const [first, ...others] = workspaces.identities();
      const isOurs = (named: string) => first?.team === named || others.some(({ team }) => team === named);
      const only = others.length === 0 ? first?.team : undefined;
      return teams.find(isOurs) ?? only ?? teams[0] ?? "";
    },
  };
}

/** What every desk works with: the connection and who people are once for all, roles and rules by desk. */
function createParts(
  { desks, tokens, apiUrl }: SlackConfig,
  onDescribed: DirectoryConfig["onDescribed"],
  onDoubt: () => void,
): SlackDesks {
  const [{ log, clock }] = desks;
  const workspaces = createWorkspaces({ tokens, apiUrl, log, onDoubt });
  const roles = desks.map(({ settings }) => holdParts(() => settings.roles));
  const directory = createDirectory({ api: workspaces, roles, clock, log, onDescribed });
  const at = (desk: OnSlack): SlackParts => {
    const say: SayWords = (key, values) =>
      desk.wording.say(desk.wording.choose(desk.settings.desk.locale), key, values);
    const moreText = (count: number) => say("home.more", { count });
    const belowText = (titles: readonly string[]) => say("digest.below", { titles: titles.join(" · ") });
    const rules = createRules(desk, workspaces, directory);
    return {
      ...{ ...desk, api: workspaces, workspaces, directory, rules, moreText, belowText },
      get linkText() {
        return say("team.readConversation");
      },
    };
  };
  const [first, ...others] = desks;
  return [at(first), ...others.map(at)];
}

/** Slack, in Socket Mode or by signed requests; the rest of the program does not know which. */
export function createSlackAdapter(config: SlackConfig): SlackAdapter {
  const { transport, apiUrl, store, againMs = AGAIN_MS } = config;
  let timers: NodeJS.Timeout[] = [];
  let isStopped = false;
  /** Whether Slack has said who we are in each workspace. */
  let isKnown = false;
  let isIntroducing = false;

  /** A person has a role of their own at each desk. */
  const onDescribed = (team: string, user: string): void => {
    if (isStopped) return;
    for (const { bot, clock, log, rules } of desks) {
      bot
        .handle({ kind: "person-described", id: null, at: clock.now(), person: rules.person(team, user) })
        .catch((error) => log.warn("What Slack says of a person could not be kept", { error: String(error) }));
    }
  };
  const health = createHealth("Slack", config.desks[0].log);
  const watch: ReachWatch = createReachWatch(health, () => workspaces, config.lookEveryMs);
  const desks = createParts(config, onDescribed, watch.doubt);
  const [first] = desks;
  const { log, workspaces, directory } = first;
  const findDesk = createFindDesk(desks, store);
  const catchUp = createCatchUp(desks, findDesk, againMs);
  const onConnected = (): void => {
    catchUp.lag();
    void (isKnown ? catchUp.run() : introduce());
  };
  const handlers = createDeskRouter(desks, findDesk, catchUp.before);
  const app = createBoltApp({
    transport,
    apiUrl,
    log,
    workspaces,
    handlers,
    onConnected,
    health,
    socket: config.socket ?? {},
  });

  /** Learns who we are in each workspace, tries again where that failed, and reads what was written meanwhile. */
  const introduce = async (): Promise<void> => {
    if (isIntroducing) return;
    isIntroducing = true;
    const faults = await workspaces.identify().finally(() => {
      isIntroducing = false;
    });
    if (isStopped) return;
    isKnown = faults.length === 0;
    watch.tell(faults.map(shortly));
    const home = workspaces.home();
    const unnamed = (error: unknown) => log.warn("The team's workspace could not be kept", { error: String(error) });
    if (home !== null) await Promise.all(desks.map((desk) => desk.homeFound(home).catch(unnamed)));
    await Promise.all(workspaces.identities().map(({ team }) => directory.refreshRoles(team)));
    if (!isKnown) timers.push(setTimeout(() => void introduce(), againMs));
    void catchUp.run();
  };

  return {
    chat: createSlackChat({ ...first, apiUrl: config.apiUrl }),
    linkTo: workspaces.linkTo,
    async roleOf(desk, address) {
      const [place, at] = [placeOf(address), desks.find(({ deskId }) => deskId === desk)];
      return place?.isDirect && at ? directory.roleNow(at.settings.roles, place.team, place.channel) : null;
    },
    requestListener: app.requestListener,
    health,
    async start() {
      await atMost(PATIENCE_MS, introduce());
      await app.start();
      watch.start();
      timers.push(setInterval(() => void catchUp.run(), config.catchUpEveryMs ?? CATCH_UP_EVERY_MS));
    },
    async renew() {
      await Promise.all(workspaces.identities().map(({ team }) => directory.refreshRoles(team)));
      if (isKnown && !isStopped) await catchUp.run();
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      watch.stop();
      await app.stop();
      await catchUp.stop();
      isStopped = true;
    },
  };
}
