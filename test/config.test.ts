import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Config, type ConfigResult, readConfig } from "../adapters/config.ts";
import { fileAt } from "../adapters/database-place.ts";
import { defaultOf, variablesOf } from "../adapters/environment.ts";
import { faultLine } from "../adapters/fault.ts";
import { PLATFORMS } from "../adapters/platforms.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const VARIABLES = variablesOf(PLATFORMS);
const NAMES = Object.keys(VARIABLES);

type Variables = Readonly<Record<string, string>>;

function read(environment: Variables = {}): ConfigResult {
  return readConfig({ environment, folder, onTerminal: false, platforms: PLATFORMS });
}

function config(environment: Variables = {}): Config {
  const result = read(environment);
  if ("faults" in result) throw new Error(result.faults.map(faultLine).join("\n"));
  return result.config;
}

/** Those of the only desk. */
function settings(environment: Variables = {}) {
  return config(environment).desks[0].settings;
}

function warnings(environment: Variables): readonly string[] {
  const result = read(environment);
  return "faults" in result ? [] : result.warnings;
}

function faults(environment: Variables): string[] {
  const result = read(environment);
  return "faults" in result ? result.faults.map(faultLine) : [];
}

/** Writes a file into the test's folder and gives its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("The configuration without any environment", () => {
  it("has the contract's defaults", () => {
    expect(config()).toMatchObject({
      dataFolder: join(folder, "data/local"),
      database: fileAt(join(folder, "data/local/emptychair.db")),
      settingsFile: join(folder, "data/local/settings.yaml"),
      host: "127.0.0.1",
      port: 3000,
      publicUrl: null,
      apiKeys: [],
      deskKey: null,
      logLevel: "info",
      logFormat: "json",
      access: {},
      secrets: [],
      desks: [{ id: "default" }],
    });
    expect(settings().ask.delay).toBe(300_000);
  });

  it("states in words what each unset variable means", () => {
    const meanings = Object.fromEntries(
      Object.entries(VARIABLES).map(([name, variable]) => [name, defaultOf(variable)]),
    );
    const { DATABASE_URL, PORT, DISCORD_TOKEN } = meanings;
    expect([DATABASE_URL, PORT, DISCORD_TOKEN]).toEqual(["file:$EMPTYCHAIR_DATA/emptychair.db", "3000", null]);
  });

  it("takes an empty variable for an unset one", () => {
    expect(config(Object.fromEntries(NAMES.map((variable) => [variable, ""])))).toEqual(config());
  });
});

describe("The environment", () => {
  it.each<[Variables, Partial<Config>]>([
    [{ PORT: "0" }, { port: 0 }],
    [{ HOST: "::1" }, { host: "::1" }],
    [{ EMPTYCHAIR_METRICS: "10.0.0.0/8, ::1" }, { metricsFor: ["10.0.0.0/8", "::1"] }],
    [{ PUBLIC_URL: "https://desk.example/" }, { publicUrl: "https://desk.example" }],
    [
      { EMPTYCHAIR_API_KEY: "old-key-old-key-1, new-key-new-key-2" },
      { apiKeys: ["old-key-old-key-1", "new-key-new-key-2"] },
    ],
    [{ DATABASE_URL: "file:/srv/chair.db" }, { database: fileAt("/srv/chair.db") }],
    [{ DATABASE_URL: "file:///srv/chair.db" }, { database: fileAt("/srv/chair.db") }],
    [
      { LOG_FORMAT: "pretty", LOG_LEVEL: "debug" },
      { logFormat: "pretty", logLevel: "debug" },
    ],
  ])("reads %o", (environment, expected) => {
    expect(config(environment)).toMatchObject(expected);
  });

  it("resolves a relative database from the folder the program was started in", () => {
    expect(config({ DATABASE_URL: "file:chair.db" }).database).toEqual(fileAt(join(folder, "chair.db")));
  });

  it("writes the log prettily on a terminal unless told otherwise", () => {
    const onTerminal = readConfig({ environment: {}, folder, onTerminal: true, platforms: PLATFORMS });
    expect(onTerminal).toMatchObject({ config: { logFormat: "pretty" } });
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "3000.5"],
    ["PORT", " 80"],
    ["HOST", "two words"],
    ["PUBLIC_URL", "desk.example"],
    ["PUBLIC_URL", "https://desk.example/bot/"],
    ["PUBLIC_URL", "ftp://desk.example"],
    ["PUBLIC_URL", "https://desk.example/?key=1"],
    ["DISCORD_SHARDS", "3-0/16"],
    ["DISCORD_SHARDS", "0-16/16"],
    ["LOG_LEVEL", "loud"],
    ["LOG_FORMAT", "xml"],
    ["SLACK_API_URL", "slack"],
  ])("refuses %s=%s, saying what was found, what is allowed and what to do", (variable, value) => {
    const [line, ...rest] = faults({ [variable]: value });
    expect(rest).toEqual([]);
    expect(line).toMatch(new RegExp(`^${variable}: found .+; allowed is .+\\. Set ${variable} anew, or unset it\\.$`));
    expect(line).toContain(JSON.stringify(value));
  });

  it("refuses the address of a server that names no database, without its password", () => {
    const [line] = faults({ DATABASE_URL: "postgres://chair:opensesame@db.example" });
    expect(line).toMatch(/^DATABASE_URL: .*file:PATH.*or postgres:\/\/USER:PASSWORD@HOST:PORT\/DATABASE/);
    expect(line).not.toContain("opensesame");
  });

  it("takes the address of a database on a server, and counts its password among the secrets", () => {
    const url = "postgres://chair:open%20sesame@db.example:5433/chair?sslmode=require";
    const { database, secrets } = config({ DATABASE_URL: url });
    expect(database).toEqual({ engine: "postgres", url });
    expect(secrets).toEqual(expect.arrayContaining([url, "open%20sesame", "open sesame"]));
  });

  it.each(["EMPTYCHAIR_API_KEY", "EMPTYCHAIR_DESK_KEY", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "DISCORD_TOKEN"])(
    "never shows the value of %s",
    (variable) => {
      const [line] = faults({ [variable]: "open sesame" });
      expect(line).toContain(variable);
      expect(line).not.toContain("sesame");
    },
  );

  it("warns of a variable that looks like ours and is not, and of an API key that may be guessed", () => {
    expect(warnings({ EMPTYCHAIR_APIKEY: "x" })).toEqual([expect.stringContaining("EMPTYCHAIR_APIKEY")]);
    expect(warnings({ EMPTYCHAIR_API_KEY: "short" })).toEqual([expect.stringContaining("EMPTYCHAIR_API_KEY")]);
  });
});

describe("A variable given as a file", () => {
  it("has the file's text without the line's end", () => {
    const path = file("key", "a-long-enough-key-1\n");
    expect(config({ EMPTYCHAIR_API_KEY_FILE: path }).apiKeys).toEqual(["a-long-enough-key-1"]);
  });

  it.each(NAMES)("may be %s, and is a fault where the variable is set as well", (variable) => {
    const path = file("value", "x");
    expect(faults({ [variable]: "x", [`${variable}_FILE`]: path })).toContainEqual(
      expect.stringMatching(new RegExp(`^${variable}_FILE: found ${variable} set as well`)),
    );
  });

  it("is a fault where it cannot be read", () => {
    const [line] = faults({ PORT_FILE: join(folder, "nowhere") });
    expect(line).toMatch(/^PORT_FILE: found ".*nowhere", which cannot be read \(ENOENT\)/);
  });
});

describe("The settings file", () => {
  const start = (text: string) => ({ EMPTYCHAIR_SETTINGS: file("settings.yaml", text) });

  it("is read from the data folder", () => {
    file("settings.yaml", "ask: { delay: 1s }\nproducts: [{ id: app, name: Mobile app }]\n");
    const { ask, products } = settings({ EMPTYCHAIR_DATA: folder });
    expect(ask.delay).toBe(1_000);
    expect(products).toEqual([{ id: "app", name: "Mobile app" }]);
  });

  it("may be empty or hold comments alone", () => {
    expect(settings(start(""))).toEqual(settings());
    expect(settings(start("# nothing yet\n"))).toEqual(settings());
  });

  it("must exist where it is named", () => {
    expect(faults({ EMPTYCHAIR_SETTINGS: "nowhere.yaml" })).toEqual([expect.stringContaining("no such file")]);
  });

  it("is refused with line and column where it is not YAML", () => {
    const [line] = faults(start("ask:\n  delay: 5m\n sample: 100%\n"));
    expect(line).toMatch(/settings\.yaml:3:\d+ is not valid YAML: all keys must start at the same column\.$/);
    expect(faults(start("ask: 1\nask: 2\n"))).toEqual([
      expect.stringMatching(/settings\.yaml:2:1 is not valid YAML: this key stands there twice\.$/),
    ]);
    expect(faults(start("a: 1\n---\nb: 2\n"))).toHaveLength(1);
    expect(faults(start("a: *nobody\n"))).toHaveLength(1);
  });

  it("has all its faults listed together with those of the environment", () => {
    const found = faults({
      ...start("ask: { delay: soon, colour: red }\nquestion: { scale: 1-5 }\n"),
      PORT: "http",
      HOST: " ",
      EMPTYCHAIR_METRICS: "10.0.0.0/40",
    });
    expect(found).toHaveLength(6);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^PORT: /),
        expect.stringMatching(/^HOST: /),
        expect.stringMatching(/^EMPTYCHAIR_METRICS: found "10\.0\.0\.0\/40"; allowed is any, or network addresses/),
        expect.stringMatching(/^ask\.delay in .*settings\.yaml: found "soon"; allowed is a duration/),
        expect.stringMatching(/^Unknown setting ask\.colour in .*settings\.yaml\. Remove it; the README's table/),
        expect.stringMatching(/^question\.scale in .*: found "1-5"; allowed is 1-10 or 0-10/),
      ]),
    );
  });

  it.each([
    ["desk: { nam: Acme }", "desk.nam", "desk.name"],
    ["desk: { barnd: Acme }", "desk.barnd", "desk.brand"],
    ["aks: { delay: 5m }", "aks", "ask"],
    ["delay: 5m", "delay", "ask.delay"],
    ["slack: { teamchannel: C0TEAM }", "slack.teamchannel", "slack.teamChannel"],
    ["products: [{ id: app, name: App, ownr: 'slack:T1:U1' }]", "products.0.ownr", "products[].owner"],
    ["desks: [{ id: one, ask: { dealy: 5m } }]", "desks.0.ask.dealy", "ask.delay"],
    ["desks: [{ id: one }, { id: two, ask: { dely: 5m } }]", "desks.1.ask.dely", "ask.delay"],
    ["products: [{ id: app, name: App }, { id: two, nmae: Two }]", "products.1.nmae", "products[].name"],
    ["desks: [{ id: one, products: [{ id: app, nmae: App }] }]", "desks.0.products.0.nmae", "products[].name"],
    [
      "desks: [{ id: one, discord: { suportChannels: [] } }]",
      "desks.0.discord.suportChannels",
      "discord.supportChannels",
    ],
    [
      "shadowing: { shifts: [{ who: 'slack:T1:U1', evry: 'Mon 09:00' }] }",
      "shadowing.shifts.0.evry",
      "shadowing.shifts[].every",
    ],
  ])("is asked what was meant: %s", (text, path, meant) => {
    const line = faults(start(text)).find((one) => one.startsWith("Unknown"));
    expect(line).toMatch(new RegExp(`^Unknown setting ${path} in .*settings\\.yaml\\. Did you mean `));
    expect(line?.endsWith(`Did you mean ${meant}?`)).toBe(true);
  });

  it("is not warned about, for everything that it may set is heeded", () => {
    const lines = warnings(start("privacy: { transcriptRetention: 1d, notice: true }\nshadowing: { shifts: [] }\n"));
    expect(lines).toEqual([]);
  });

  it("does not give away a secret that was put there by mistake", () => {
    const found = faults(start("slack: { botToken: open-sesame }\nextra: { chat: xoxb-12-open-sesame }\n"));
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain("sesame");
  });
});
