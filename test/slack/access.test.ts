import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Config, readConfig } from "../../adapters/config.ts";
import { faultLine } from "../../adapters/fault.ts";
import { PLATFORMS } from "../../adapters/platforms.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-slack-access-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

/** What a start would read, with the text as its settings file. */
function read(environment: Variables, settings = "") {
  const path = join(folder, "settings.yaml");
  writeFileSync(path, settings);
  const given = { environment: { ...environment, EMPTYCHAIR_SETTINGS: path }, folder, onTerminal: false };
  return readConfig({ ...given, platforms: PLATFORMS });
}

function config(environment: Variables): Config {
  const result = read(environment);
  if ("faults" in result) throw new Error(result.faults.map(faultLine).join("\n"));
  return result.config;
}

function faults(environment: Variables, settings = ""): string[] {
  const result = read(environment, settings);
  return "faults" in result ? result.faults.map(faultLine) : [];
}

function warnings(environment: Variables, settings = ""): readonly string[] {
  const result = read(environment, settings);
  return "faults" in result ? [] : result.warnings;
}

describe("Slack's variables", () => {
  const bot = { SLACK_BOT_TOKEN: "xoxb-1" };
  const app = { SLACK_APP_TOKEN: "xapp-1" };
  const secret = { SLACK_SIGNING_SECRET: "signed" };

  it("connect by Socket Mode with an app token, by HTTP with a signing secret", () => {
    expect(config({ ...bot, ...app }).access.slack).toEqual({
      tokens: ["xoxb-1"],
      transport: { kind: "socket", appToken: "xapp-1" },
      apiUrl: null,
    });
    expect(config({ ...bot, ...secret, SLACK_API_URL: "http://127.0.0.1:9/api/" }).access.slack).toEqual({
      tokens: ["xoxb-1"],
      transport: { kind: "http", signingSecret: "signed" },
      apiUrl: "http://127.0.0.1:9/api",
    });
  });

  it("take a token for each workspace, each once", () => {
    expect(config({ ...app, SLACK_BOT_TOKEN: "xoxb-1, xoxb-2,xoxb-1" }).access.slack).toMatchObject({
      tokens: ["xoxb-1", "xoxb-2"],
    });
  });

  it.each<[string, Variables, RegExp]>([
    [
      "both ways at once",
      { ...bot, ...app, ...secret },
      /^SLACK_APP_TOKEN: found SLACK_SIGNING_SECRET .+; allowed is one of the two\. Keep .+ and unset/,
    ],
    [
      "a bot token alone",
      bot,
      /^SLACK_BOT_TOKEN: found neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET .+\. Set one of them/,
    ],
    [
      "an app token alone",
      app,
      /^SLACK_APP_TOKEN: found no SLACK_BOT_TOKEN .+\. Set SLACK_BOT_TOKEN, or unset SLACK_APP_TOKEN/,
    ],
    [
      "a signing secret alone",
      secret,
      /^SLACK_SIGNING_SECRET: found no SLACK_BOT_TOKEN .+\. Set SLACK_BOT_TOKEN, or unset/,
    ],
  ])("are refused with the remedy where there is %s", (_, environment, line) => {
    expect(faults(environment)).toEqual([expect.stringMatching(line)]);
  });

  it("are refused together with the faults of the settings file", () => {
    expect(faults(bot, "ask: { delay: soon }\n")).toHaveLength(2);
  });

  it("bring a warning for each setting without which they are of no use", () => {
    expect(warnings({ ...bot, ...app })).toEqual([
      expect.stringContaining("slack.supportChannels"),
      expect.stringContaining("slack.teamChannel"),
      expect.stringContaining("roles.agents"),
    ]);
    const whole = 'slack: { teamChannel: C9, supportChannels: [C1] }\nroles: { agents: ["slack:T1:U2"] }\n';
    expect(warnings({ ...bot, ...app }, whole)).toEqual([]);
  });
});
