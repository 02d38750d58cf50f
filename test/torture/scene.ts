import { createLocalDiscord, type LocalDiscord } from "../servers/discord.ts";
import { createLocalSlack, type LocalSlack } from "../servers/slack/slack.ts";

/** Two platforms with people in them, and what the program has to know of both. */
export interface Scene {
  readonly slack: LocalSlack;
  readonly discord: LocalDiscord;
  /** Where customers write on Discord. */
  readonly discordSupport: { readonly id: string };
  /** The teams' channels, as addresses. */
  readonly teamLanes: readonly string[];
  readonly settings: object;
  /** When the digest is due, milliseconds since 1970. */
  readonly digestAt: number;
  readonly variables: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const AGENT = "UAGENT";
export const DISCORD_AGENT = "agent";
export const SUPPORT = ["C1", "C2", "C3", "C4"] as const;
export const TEAM = "C9";
/** More customers than can write in the time. */
export const PEOPLE = Array.from({ length: 2_000 }, (_, index) => `U${1_000 + index}`);
const MINUTE = 60_000;

/** Slack gives an event up sooner than the real one, so that some are given up; and lets a program that is killed every few seconds connect as often. */
const SLACK_LIMITS = {
  retryDelaysMs: [0, 2_000, 6_000],
  methods: { "apps.connections.open": { perMinute: 600, burst: 600 } },
};

async function openSlack(): Promise<LocalSlack> {
  const people = [{ id: AGENT, name: "agent ash" }, ...PEOPLE.map((id) => ({ id, name: `customer ${id}` }))];
  const support = SUPPORT.map((id) => ({ id, name: `support-${id}`, members: [AGENT, ...PEOPLE] }));
  const slack = createLocalSlack({
    limits: SLACK_LIMITS,
    workspaces: [
      {
        id: "T1",
        people,
        channels: [...support, { id: TEAM, name: "team", members: [AGENT] }],
        userGroups: [{ id: "S1", handle: "support-team", members: [AGENT] }],
      },
    ],
  });
  await slack.start();
  return slack;
}

async function openDiscord() {
  const discord = createLocalDiscord({ portal: { messageContent: true }, clocks: { identify: 0 } });
  await discord.start();
  const guild = discord.addGuild("Acme", { bot: ["ManageThreads", "ManageChannels", "ManageRoles"] });
  const agents = discord.addRole(guild, "agents", ["ManageThreads", "ManageChannels", "ManageRoles"]);
  for (const id of PEOPLE) discord.join(guild, discord.addUser(id));
  discord.join(guild, discord.addUser(DISCORD_AGENT), [agents]);
  const [support, team] = [discord.addChannel(guild, "support"), discord.addChannel(guild, "team")];
  return { discord, guild, support, team, agents: `discord:${guild.id}:${agents.id}` };
}

/** `Sun 14:05` for the moment, as settings say it. */
function weekly(at: number): string {
  const [, day, time] = /^(\w{3}), .* (\d\d:\d\d):/.exec(new Date(at).toUTCString()) ?? [];
  return `${day} ${time}`;
}

/** Everything is open; the week's digest is due so many milliseconds from now. */
export async function openScene(digestIn: number): Promise<Scene> {
  const slack = await openSlack();
  const { discord, guild, support, team, agents } = await openDiscord();
  const digestAt = Math.ceil((Date.now() + digestIn) / MINUTE) * MINUTE;
  return {
    ...{ slack, discord, discordSupport: support },
    digestAt,
    teamLanes: [`slack:T1:${TEAM}`, `discord:${guild.id}:${team.id}:channel`],
    settings: {
      desk: { zone: "UTC" },
      ask: { delay: "1s", quietHours: "", minCustomerMessages: 0, minAgentMessages: 0 },
      recovery: { cordDetractors: 10_000 },
      digest: { post: weekly(digestAt) },
      roles: { agents: ["slack:T1:S1", agents] },
      slack: { teamChannel: TEAM, supportChannels: SUPPORT },
      discord: { teamChannel: team.id, supportChannels: [support.id] },
    },
    variables: {
      SLACK_BOT_TOKEN: slack.world.workspaces.map(({ token }) => token).join(","),
      SLACK_APP_TOKEN: slack.world.app.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    },
    async stop() {
      await slack.stop();
      await discord.stop();
    },
  };
}
