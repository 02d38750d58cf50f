import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "../adapters/config.ts";
import { faultLine } from "../adapters/fault.ts";
import { createIds } from "../adapters/ids.ts";
import { type Running, startProgram } from "../adapters/main.ts";
import { PLATFORMS } from "../adapters/platforms.ts";
import { systemClock } from "../src/clock.ts";
import { putEmpty } from "./database/open-store.ts";
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from "./servers/slack/slack.ts";
import { rememberingLog } from "./world.ts";

export type Mode = "socket" | "http";
export const MODES = ["socket", "http"] as const;
export const SUPPORT = "C1";
export const TEAM_CHANNEL = "C9";

/** A customer and an agent; a support channel and the team's. */
export const WORKSPACE = {
  id: "T1",
  people: [
    { id: "U1", name: "customer one" },
    { id: "U2", name: "agent ash" },
  ],
  channels: [
    { id: SUPPORT, name: "support", members: ["U1", "U2"] },
    { id: TEAM_CHANNEL, name: "team", members: ["U2"] },
  ],
  userGroups: [{ id: "S1", handle: "support-team", members: ["U2"] }],
};

/** A desk that asks a second after the resolution, at any hour. */
export const SETTINGS = [
  'ask: { delay: 1s, quietHours: "" }',
  'roles: { agents: ["slack:T1:S1"] }',
  `slack: { teamChannel: ${TEAM_CHANNEL}, supportChannels: [${SUPPORT}] }`,
  "",
].join("\n");

/** A local Slack that is open, on real time. */
export async function openSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = createLocalSlack({ workspaces: [WORKSPACE], oracles: "../shared/oracles", ...options });
  await slack.start();
  return slack;
}

/** The variables that connect a program to the local Slack. */
export function variablesFor(slack: LocalSlack, mode: Mode): Record<string, string> {
  const { appToken, signingSecret } = slack.world.app;
  return {
    SLACK_BOT_TOKEN: slack.world.workspaces.map(({ token }) => token).join(","),
    SLACK_API_URL: slack.apiUrl,
    ...(mode === "socket" ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
  };
}

/** The whole program on a folder of its own. */
export interface SlackProgram extends Running {
  readonly log: ReturnType<typeof rememberingLog>;
  readonly origin: string;
  /** Stops it and removes the folder. */
  end(): Promise<void>;
}

/** Reads the configuration as a start would; throws its faults. */
export function configIn(folder: string, variables: Readonly<Record<string, string>>): Config {
  const environment = { EMPTYCHAIR_DATA: folder, PORT: "0", ...variables };
  const result = readConfig({ environment, folder, onTerminal: false, platforms: PLATFORMS });
  if ("faults" in result) throw new Error(result.faults.map(faultLine).join("\n"));
  return result.config;
}

/** Starts the program on real time, and has the local Slack deliver to it. */
export async function startOnSlack(slack: LocalSlack, mode: Mode, settings = SETTINGS): Promise<SlackProgram> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-slack-"));
  writeFileSync(join(folder, "settings.yaml"), settings);
  await putEmpty(join(folder, "emptychair.db"));
  const log = rememberingLog();
  const surroundings = { log, ids: createIds(), clock: systemClock };
  const running = await startProgram(configIn(folder, variablesFor(slack, mode)), surroundings);
  const { origin } = new URL(running.url);
  if (mode === "http") await slack.deliversTo(`${origin}/slack/events`);
  return {
    ...{ ...running, log, origin },
    async end() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Changes a setting on the page, with the desk's key; gives the answer's status. */
export function createSettingsPost({ url, origin }: SlackProgram): (path: string, value: string) => Promise<number> {
  const { port, searchParams } = new URL(url);
  const headers = { Cookie: `emptychair-${port}=${searchParams.get("key")}`, Origin: origin };
  return async (path, value) => {
    const body = new URLSearchParams({ path, value, act: "save" });
    const answer = await fetch(`${origin}/settings/change`, { method: "POST", redirect: "manual", headers, body });
    return answer.status;
  };
}
