import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { connectedOf, desksOn } from "../../adapters/config.ts";
import type { Finding } from "../../adapters/finding.ts";
import type { Platform } from "../../adapters/platform.ts";
import { checkBlocks } from "../../adapters/slack/check.ts";
import { checkChannels } from "../../adapters/slack/check-channels.ts";
import { manifestScopes } from "../../adapters/slack/check-setup.ts";
import { slack as platform } from "../../adapters/slack/platform.ts";
import { slackSection } from "../../adapters/slack/section.ts";
import { sampleMessages } from "../../adapters/work/checks/sample-messages.ts";
import { systemClock } from "../../src/clock.ts";
import type { Settings } from "../../src/settings.ts";
import { WORDING } from "../catalogues.ts";
import { eachInFolder } from "../cli/folder.ts";
import { run } from "../cli/program.ts";
import type { LocalSlack, LocalSlackOptions } from "../servers/slack/slack.ts";
import { configIn, type Mode, openSlack, SETTINGS, variablesFor, WORKSPACE } from "../slack-program.ts";

const MINUTE = 60_000;
const folder = eachInFolder();
const open: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.stop();
});

/** A local Slack that has granted what the manifest asks for. */
async function localSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const workspaces = [{ ...WORKSPACE, scopes: manifestScopes() }];
  const slack = await openSlack({ workspaces, ...options });
  open.push(slack);
  return slack;
}

interface Asked {
  readonly mode?: Mode;
  readonly settings?: string;
  readonly clock?: { now(): number };
  readonly variables?: Readonly<Record<string, string>>;
}

async function asked(slack: LocalSlack, given: Asked = {}): Promise<Finding[]> {
  const { mode = "socket", settings = SETTINGS, clock = systemClock, variables = {} } = given;
  writeFileSync(join(folder.path, "settings.yaml"), settings);
  const config = configIn(folder.path, { ...variablesFor(slack, mode), ...variables });
  const [reached] = connectedOf(config, [platform as Platform]);
  const samples = (desk: Settings) => sampleMessages(desk, clock.now());
  const parts = { clock, wording: WORDING, samples };
  return reached ? reached.platform.check(reached.access, desksOn(config, platform), parts) : [];
}

function bad(findings: readonly Finding[]): string[] {
  return findings.filter(({ level }) => level !== "ok").map(({ level, found }) => `${level}: ${found}`);
}

describe("doctor on Slack", () => {
  it.each<[Mode, string]>([
    ["socket", "SLACK_APP_TOKEN opens a socket"],
    ["http", "SLACK_SIGNING_SECRET is set; only Slack itself can tell whether it is right"],
  ])("finds nothing wrong where all is set up for %s, and leaves nothing behind", async (mode, transport) => {
    const slack = await localSlack();
    const findings = await asked(slack, { mode });
    expect(bad(findings)).toEqual([]);
    expect(findings.map(({ found }) => found)).toEqual([
      "a token is accepted for the workspace T1",
      expect.stringMatching(/^the machine's clock is [0-2] s from Slack's$/),
      transport,
      "T1 granted every scope that is needed",
      "slack.supportChannels: C1 is there and can be read",
      "slack.teamChannel: C9 is there and can be read",
      "user group S1 of T1 can be read, members: 1",
      "question: Slack accepts the blocks",
      "thanks: Slack accepts the blocks",
      "alert: Slack accepts the blocks",
      "digest: Slack accepts the blocks",
    ]);
    expect(slack.messages("C1").concat(slack.messages("C9"))).toEqual([]);
    expect(slack.complaints).toEqual([]);
  });

  it("finds a token that is not accepted, and asks nothing more with it", async () => {
    const slack = await localSlack();
    slack.workspace().tokenError = "token_revoked";
    const findings = await asked(slack);
    expect(bad(findings)).toEqual(["fault: a token of SLACK_BOT_TOKEN is not accepted: token_revoked"]);
    expect(findings[0]?.remedy).toMatch(/check SLACK_BOT_TOKEN.+\.$/);
    expect(slack.calls("conversations.history")).toEqual([]);
  });

  it("finds an app token that is none", async () => {
    const slack = await localSlack();
    const findings = await asked(slack, { variables: { SLACK_APP_TOKEN: "xoxb-local" } });
    expect(bad(findings)).toEqual(["fault: SLACK_APP_TOKEN: Slack says not_allowed_token_type"]);
  });

  it("finds that Slack is out of reach", async () => {
    const slack = await localSlack();
    await slack.stop();
    const [first, second] = bad(await asked(slack));
    expect(first).toMatch(/^fault: Slack could not be asked: /);
    expect(second).toMatch(/^warning: SLACK_APP_TOKEN could not be looked at: /);
  });

  it("finds that nobody on Slack is named who helps, though others are", async () => {
    const slack = await localSlack();
    const told = "warning: roles.agents names nobody on Slack: nobody there can resolve, and no answer there counts as";
    const roles = (text: string) => SETTINGS.replace(/^roles:.*$/m, `roles: ${text}`);
    for (const named of ["{}", '{ executives: ["slack:T1:U2"] }', '{ agents: ["discord:G1:R5"] }'])
      expect(bad(await asked(slack, { settings: roles(named) }))).toEqual([expect.stringContaining(told)]);
    expect(bad(await asked(slack, { settings: roles('{ leads: ["slack:T1:U2"] }') }))).toEqual([]);
  });

  it("finds scopes that are missing and scopes that are too many", async () => {
    const scopes = [...manifestScopes().filter((scope) => scope !== "im:read"), "files:read"];
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, scopes }] });
    expect(bad(await asked(slack))).toEqual([
      "fault: T1 has not granted im:read",
      "warning: T1 granted more than is needed: files:read",
    ]);
  });

  it("warns of the one scope that can be done without", async () => {
    const scopes = manifestScopes().filter((scope) => scope !== "files:write");
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, scopes }] });
    expect(bad(await asked(slack))).toEqual([
      "warning: T1 has not granted files:write: the digest comes without its picture",
    ]);
  });

  it("names the scope that a look-up would need", async () => {
    const scopes = manifestScopes().filter((scope) => scope !== "channels:history" && scope !== "usergroups:read");
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, scopes }] });
    const findings = await asked(slack);
    expect(bad(findings)).toContain("fault: slack.supportChannels: C1: Slack says missing_scope");
    expect(bad(findings)).toContain("fault: user group S1 of T1: Slack says missing_scope");
    expect(findings.find(({ found }) => found.includes("S1"))?.remedy).toContain("usergroups:read");
  });

  it("finds channels that are not there, without the bot, archived, or no channel at all", async () => {
    const channels = [
      { id: "C1", bot: false },
      { id: "C2", archived: true },
      { id: "C9", kind: "private" as const, bot: false },
    ];
    const scopes = [...manifestScopes(), "channels:read"];
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, channels, scopes }] });
    const settings = `${SETTINGS.replace("[C1]", '[C1, C2, C3, "help"]')}`;
    const findings = bad(await asked(slack, { settings })).filter((line) => line.startsWith("fault"));
    expect(findings).toEqual([
      "fault: slack.supportChannels: the bot is not in C1",
      "fault: slack.supportChannels: C2 is archived",
      "fault: slack.supportChannels: C3 is not there, or is private without the bot",
      'fault: slack.supportChannels names "help", which is no channel id',
      "fault: slack.teamChannel: C9 is not there, or is private without the bot",
    ]);
  });

  it("finds a channel without the bot by its history alone", async () => {
    const channels = [{ id: "C1", bot: false }, { id: "C9" }];
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, channels, scopes: manifestScopes() }] });
    expect(bad(await asked(slack))).toEqual(["fault: slack.supportChannels: the bot is not in C1"]);
  });

  it("takes the note that a channel was archived for its state", async () => {
    const latest = { type: "message", subtype: "channel_archive", ts: "1.0" };
    const api = { call: async () => ({ kind: "ok", data: { messages: [latest] } }) as const };
    const [{ settings }] = configIn(folder.path, {}).desks;
    const section = slackSection.parse({ supportChannels: ["C1"] });
    const config = { api, teams: ["T1"], settings, section, samples: [] };
    expect(await checkChannels(config)).toMatchObject([{ level: "fault", found: expect.stringContaining("archived") }]);
  });

  it("finds user groups that are not there or empty, and workspaces without a token", async () => {
    const userGroups = [{ id: "S1", handle: "support-team", members: [] }];
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, userGroups, scopes: manifestScopes() }] });
    const settings = `${SETTINGS.replace('"slack:T1:S1"', '"slack:T1:S1", "slack:T1:S2", "slack:T2:S3"')}`;
    expect(bad(await asked(slack, { settings }))).toEqual([
      "warning: user group S1 of T1 has no members",
      "fault: user group S2 of T1: Slack says no_such_subteam",
      "fault: roles name the workspace T2, which no token is for",
    ]);
  });

  it("looks at the channels of every workspace whose token it has", async () => {
    const second = { id: "T2", token: "xoxb-second", channels: [{ id: "C5" }], scopes: manifestScopes() };
    const slack = await localSlack({ workspaces: [{ ...WORKSPACE, scopes: manifestScopes() }, second] });
    const settings = SETTINGS.replace("[C1]", "[C1, C5]").replace("teamChannel: C9", 'teamChannel: "T2:C5"');
    const findings = await asked(slack, { settings });
    expect(bad(findings)).toEqual([]);
    expect(findings.map(({ found }) => found)).toContain("slack.teamChannel: C5 is there and can be read");
    expect(bad(await asked(slack, { settings: settings.replace("T2:", "T3:") }))).toEqual([
      "fault: slack.teamChannel names the workspace T3",
    ]);
  });

  it.each([
    [2 * MINUTE, "warning"],
    [6 * MINUTE, "fault"],
  ])("finds a clock that is %d ms ahead of Slack's", async (ahead, level) => {
    const slack = await localSlack();
    const [line] = bad(await asked(slack, { clock: { now: () => Date.now() + ahead } }));
    expect(line).toMatch(new RegExp(`^${level}: the machine's clock is (1[12]\\d|3[56]\\d) s from Slack's`));
  });

  it("finds blocks that Slack would refuse, and passes over a Slack that cannot be asked about them", async () => {
    const slack = await localSlack();
    const [{ settings }] = configIn(folder.path, {}).desks;
    const message = { kind: "notice", text: "Words", actions: [] } as const;
    const config = {
      teams: ["T1"],
      settings,
      section: slackSection.parse({}),
      samples: [{ name: "question", message }],
    };
    const answering = (code: string) => ({ call: async () => ({ kind: "error", code, needed: null }) as const });
    expect(await checkBlocks({ ...config, api: answering("invalid_blocks") })).toMatchObject([
      { level: "fault", found: "question, its blocks: Slack says invalid_blocks" },
    ]);
    expect(await checkBlocks({ ...config, api: answering("unknown_method") })).toMatchObject([
      { level: "ok", found: expect.stringContaining("does not know blocks.validate") },
    ]);
    expect(slack.complaints).toEqual([]);
  });

  it("prints what it finds on Slack with the rest, and ends with 1 on a fault", async () => {
    const slack = await localSlack();
    writeFileSync(join(folder.path, "settings.yaml"), SETTINGS.replace("[C1]", "[C3]"));
    const { code, out } = await run(["doctor"], { EMPTYCHAIR_DATA: folder.path, ...variablesFor(slack, "socket") });
    expect(code).toBe(1);
    expect(out).toMatch(/^fault {4}slack {10}slack\.supportChannels: C3 is not there.+\n {24}In Slack, write/m);
    expect(out).toMatch(/^ok {7}slack {10}question: Slack accepts the blocks$/m);
    expect(out).not.toContain("xoxb-");
  });
});
