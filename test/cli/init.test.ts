import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { init } from "../../adapters/cli/init.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { openSlack, variablesFor, WORKSPACE } from "../slack-program.ts";
import { eachInFolder } from "./folder.ts";
import { run } from "./program.ts";

const folder = eachInFolder();
const open: LocalSlack[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.stop();
});

async function localSlack(): Promise<LocalSlack> {
  const slack = await openSlack({ workspaces: [{ ...WORKSPACE, name: "Acme" }] });
  open.push(slack);
  return slack;
}

const inFolder = (more: Readonly<Record<string, string>> = {}) => ({
  EMPTYCHAIR_DATA: folder.path,
  LANG: "de_AT.UTF-8",
  ...more,
});
const file = () => join(folder.path, "settings.yaml");
const written = () => readFileSync(file(), "utf8");

describe("emptychair init without a terminal", () => {
  it("says what it needs by flags, and ends with 2", async () => {
    const { code, err } = await run(["init"], inFolder());
    expect(code).toBe(2);
    expect(err).toMatch(/^emptychair: There is no terminal to ask on\. Say at least --brand NAME; .+\n$/);
    expect(await run(["init", "--brand", "Acme", "--zone", "Mars"], inFolder())).toMatchObject({
      code: 2,
      err: "emptychair: Mars is no IANA time zone such as Europe/Berlin.\n",
    });
    expect(existsSync(file())).toBe(false);
  });

  it("guesses zone and language from the machine", async () => {
    const { code, out } = await run(["init", "--brand", "Acme"], inFolder());
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`Written: ${file()}\n`) });
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    expect(parse(written())).toEqual({ desk: { brand: "Acme", name: "Acme Support", zone, locale: "de" } });
  });

  it("looks names up on Slack and writes their ids", async () => {
    const slack = await localSlack();
    const command = ["init", "--brand", "Acme", "--slack-support-channels", "#support", "--slack-team-channel", "team"];
    const who = ["--slack-agents", "@support-team", "--slack-admins", "agent ash sample"];
    const { code, out, err } = await run([...command, ...who], inFolder(variablesFor(slack, "socket")));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Slack: Acme.\nIn Slack, write /invite @Empty Chair in each of these channels.");
    expect(parse(written())).toMatchObject({
      roles: { agents: ["slack:T1:S1"], admins: ["slack:T1:U2"] },
      slack: { teamChannel: "C9", supportChannels: ["C1"] },
    });
    expect(slack.complaints).toEqual([]);
    const started = await run(["doctor"], inFolder(variablesFor(slack, "socket")));
    expect(started.out).toContain("slack.teamChannel: C9 is there and can be read");
  });

  it("writes nothing where a name is not known, and says which there are", async () => {
    const slack = await localSlack();
    const command = ["init", "--brand", "Acme", "--slack-team-channel", "#tem", "--slack-agents", "@nobody"];
    const { code, err } = await run(command, inFolder(variablesFor(slack, "socket")));
    expect(code).toBe(1);
    expect(err.split("\n")).toEqual([
      "emptychair: roles.agents: @nobody is not known: there are @support-team, Agent ash Sample, Customer one Sample.",
      "emptychair: slack.teamChannel: #tem is not known: there are #team, and 1 more.",
      "",
    ]);
    expect(existsSync(file())).toBe(false);
  });

  it("says of a token that is refused what to do", async () => {
    const slack = await localSlack();
    slack.workspace().tokenError = "invalid_auth";
    const command = ["init", "--brand", "Acme", "--slack-team-channel", "#team"];
    const { code, err } = await run(command, inFolder(variablesFor(slack, "socket")));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/check SLACK_BOT_TOKEN.+\.\n$/) });
  });

  it("changes a file that is there only by force, and keeps its comments", async () => {
    writeFileSync(
      file(),
      '# Ours.\ndesk:\n  brand: Old # of old\nask: { delay: 10m }\nroles: { agents: ["discord:G1:R1"] }\n',
    );
    const { code, err } = await run(["init", "--brand", "Acme"], inFolder());
    expect(code).toBe(2);
    expect(err).toContain("exists already. Add --force");
    expect(written()).toContain("brand: Old");
    const flags = ["--brand", "Acme", "--zone", "Europe/Vienna", "--slack-agents", "slack:T1:S1", "--force"];
    expect(await run(["init", ...flags], inFolder())).toMatchObject({
      code: 0,
      err: expect.stringContaining("Slack was not asked"),
    });
    expect(written()).toContain("# Ours.\n");
    expect(written()).toContain("brand: Acme # of old\n");
    expect(parse(written())).toEqual({
      desk: { brand: "Acme", name: "Acme Support", zone: "Europe/Vienna", locale: "de" },
      ask: { delay: "10m" },
      roles: { agents: ["discord:G1:R1", "slack:T1:S1"] },
    });
  });
});

type Answers = readonly (readonly [question: string, keys: string])[];

/** Somebody at a terminal who answers each question as soon as it stands there. */
function somebodyAt(output: Readable, input: Writable, answers: Answers) {
  let [shown, all] = ["", ""];
  const left = [...answers];
  output.on("data", (piece: Buffer) => {
    const plain = stripVTControlCharacters(piece.toString());
    shown += plain;
    all += plain;
    const [next] = left;
    if (!next || !shown.includes(next[0])) return;
    left.shift();
    shown = "";
    setImmediate(() => input.write(next[1]));
  });
  return { left, shown: () => all };
}

function terminalThat(answers: Answers) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { terminal: { input, output }, ...somebodyAt(output, input, answers) };
}

const hasScript = existsSync("/usr/bin/script");

const ENTER = "\r";

describe("emptychair init on a terminal", () => {
  it("asks, tries each answer, writes the file and keeps the tokens for a start", async () => {
    const slack = await localSlack();
    const { SLACK_API_URL = "", SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "" } = variablesFor(slack, "socket");
    const { terminal, left, shown } = terminalThat([
      ["Whom would customers recommend?", `Acme${ENTER}`],
      ["How does the desk sign?", ENTER],
      ["Whose clock is the desk's?", ENTER],
      ["Which language does the desk speak?", ENTER],
      ["Where do your customers write?", `Slack\t${ENTER}`],
      ["SLACK_BOT_TOKEN\n", `${SLACK_BOT_TOKEN}${ENTER}`],
      ["SLACK_APP_TOKEN\n", `${SLACK_APP_TOKEN}${ENTER}`],
      ["In which channels do customers write on Slack?", `support\t${ENTER}`],
      ["Where is the team told on Slack?", `team${ENTER}`],
      ["Who answers customers?", `@support\t${ENTER}`],
      ["Who leads them?", ENTER],
      ["Which executives", ENTER],
      ["Who may change settings?", `ash\t${ENTER}`],
      ["Keep SLACK_BOT_TOKEN, SLACK_APP_TOKEN in", ENTER],
    ]);
    const { env } = process;
    process.env = inFolder({ SLACK_API_URL });
    try {
      await init({}, terminal);
    } finally {
      process.env = env;
    }
    expect(left).toEqual([]);
    expect(shown()).toContain("Slack answers: Acme");
    expect(shown()).not.toContain(SLACK_BOT_TOKEN);
    expect(parse(written())).toMatchObject({
      desk: { brand: "Acme", name: "Acme Support", locale: "de" },
      roles: { agents: ["slack:T1:S1"], admins: ["slack:T1:U2"] },
      slack: { teamChannel: "C9", supportChannels: ["C1"] },
    });
    expect(statSync(join(folder.path, "secrets.env")).mode & 0o777).toBe(0o600);
    const { out } = await run(["doctor"], inFolder({ SLACK_API_URL }));
    expect(out).toContain("a token is accepted for the workspace T1");
  });

  it.skipIf(!hasScript)("does so in a real one, and writes nothing where somebody breaks off", async () => {
    const env = { ...inFolder(), PATH: process.env.PATH ?? "", TERM: "xterm" };
    const command = `stty cols 100 rows 40 && ${process.execPath} build/adapters/cli/emptychair.js init`;
    const play = async (answers: Answers) => {
      const child = spawn("/usr/bin/script", ["-qec", command, "/dev/null"], { env, timeout: 60_000 });
      const somebody = somebodyAt(child.stdout, child.stdin, answers);
      const [code] = await once(child, "exit");
      return { code, ...somebody };
    };
    const stopped = await play([["Whom would customers recommend?", "\u0003"]]);
    expect(stopped.code).toBe(1);
    expect(stopped.shown()).toContain("emptychair: Stopped. Nothing was written.");
    expect(existsSync(file())).toBe(false);
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    Object.assign(env, { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" });
    Object.assign(env, { SLACK_API_URL: `http://127.0.0.1:${port}/api/` });
    const waiting = await play([
      ["Whom would customers recommend?", `Acme${ENTER}`],
      ["How does the desk sign?", ENTER],
      ["Whose clock is the desk's?", ENTER],
      ["Which language does the desk speak?", ENTER],
      ["Where do your customers write?", ENTER],
      ["Asking Slack", "\u0003"],
    ]);
    silent.closeAllConnections();
    silent.close();
    expect([waiting.code, waiting.shown().includes("Stopped. Nothing was written.")]).toEqual([1, true]);
    expect(existsSync(file())).toBe(false);
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_API_URL"]) Reflect.deleteProperty(env, name);
    const done = await play([
      ["Whom would customers recommend?", `Acme${ENTER}`],
      ["How does the desk sign?", ENTER],
      ["Whose clock is the desk's?", `Berlin${ENTER}`],
      ["Which language does the desk speak?", ENTER],
      ["Where do your customers write?", ENTER],
    ]);
    expect({ code: done.code, left: done.left }).toEqual({ code: 0, left: [] });
    expect(parse(written())).toEqual({
      desk: { brand: "Acme", name: "Acme Support", zone: "Europe/Berlin", locale: "de" },
    });
  });
});
