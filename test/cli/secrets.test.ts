import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { connect } from "../../adapters/database/sqlite-connection.ts";
import { furnishedDiscord } from "../discord/discord-desk.ts";
import { manualTime } from "../servers/discord/time.ts";
import { openOidc } from "../servers/oidc.ts";
import { readable } from "../servers/slack/readable.ts";
import { openReceiver } from "../servers/webhooks.ts";
import { openSlack, SETTINGS, SUPPORT, variablesFor } from "../slack-program.ts";
import { cookiesOf, PASSWORD, send } from "../web/doorway.ts";
import { eachInFolder } from "./folder.ts";
import { run, type Started, start } from "./program.ts";

const WORDS = "quokka marmalade";
const LOGIN = "quinn.sample@desk.example";
const OURS = {
  EMPTYCHAIR_API_KEY: "api-key-0123456789abcdef",
  EMPTYCHAIR_DESK_KEY: "desk-key-0123456789abcdef",
  EMPTYCHAIR_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  EMPTYCHAIR_WIDGET_SECRET: "widget-secret-0123456789",
  OIDC_CLIENT_SECRET: "desk-client-secret",
  SLACK_CLIENT_SECRET: "slack-client-secret-0123",
  DISCORD_CLIENT_SECRET: "discord-client-secret-0123",
};
/** Has the program fail somewhere within on a signal, where nobody catches it, with its secrets in what is said of that. */
const CRASH = `process.on("SIGUSR2",()=>setImmediate(()=>{throw new Error(Object.values(process.env).join(" "))}))`;
const PATIENCE = { timeout: 30_000, interval: 100 };
const folder = eachInFolder();

/** A program that is told of things and echoes in its refusal the link that only the customer may have, and their words. */
const echoing = () =>
  openReceiver((answer, _, { body }) => {
    const link = /https?:[^"]+survey[^"]+/.exec(body)?.[0];
    answer.writeHead(400).end(`No ${link}, ${WORDS}`);
  });

type Discord = Awaited<ReturnType<typeof furnishedDiscord>>;

const settingsFor = (
  hook: string,
  { guild, agents, support, team }: Discord,
) => `${SETTINGS.replace("agents: [", `agents: ["discord:${guild.id}:${agents.id}", `)}
discord: { teamChannel: "${team.id}", supportChannels: ["${support.id}"] }
chat: { public: true }
webhooks: [{ id: crm, url: "${hook}/in?key=hook-key-0123456789", allowPrivate: true }]
`;

/** The program in every door of which somebody stands, and everything that it says. */
async function startEverything() {
  const [slack, company, hook] = [await openSlack(), await openOidc(), await echoing()];
  onTestFinished(() => slack.stop());
  const furnished = await furnishedDiscord(manualTime(Date.now()));
  const { discord } = furnished;
  writeFileSync(join(folder.path, "settings.yaml"), settingsFor(hook.origin, furnished));
  const { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID } = company;
  const chats: Record<string, string> = { ...variablesFor(slack, "http"), SLACK_CLIENT_ID: "slack-client" };
  chats.DISCORD_TOKEN = discord.token;
  chats.DISCORD_API_URL = discord.apiUrl;
  chats.DISCORD_CLIENT_ID = "discord-client";
  const variables = { ...OURS, ...chats, OIDC_ISSUER, OIDC_CLIENT_ID, EMPTYCHAIR_DATA: folder.path };
  const program = await start({
    ...variables,
    LOG_LEVEL: "trace",
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(CRASH)}`,
  });
  onTestFinished(async () => void (await program.end("SIGKILL")));
  let later = "";
  program.process.stdout?.on("data", (piece) => {
    later += piece;
  });
  await slack.deliversTo(`${program.origin}/slack/events`);
  const given = [...Object.values(OURS), slack.world.app.signingSecret, slack.workspace().token, discord.token];
  return { slack, furnished, hook, program, variables, given, said: () => later };
}

type Everything = Awaited<ReturnType<typeof startEverything>>;

const deskOf = ({ origin }: Started) => ({
  origin,
  ask: (path: string, init?: RequestInit) => fetch(`${origin}${path}`, { redirect: "manual", ...init }),
});

/** A conversation on Slack with an unhappy answer. */
async function talkOnSlack({ slack }: Everything): Promise<void> {
  const [customer, agent] = [slack.user("U1"), slack.user("U2")];
  const first = customer.writes(SUPPORT, `My ${WORDS} is wrong.`);
  agent.writes(SUPPORT, "I have corrected it.", { thread: first });
  await slack.events.quiet();
  agent.reacts(first, "white_check_mark");
  const question = () => customer.sees(SUPPORT, first).find((message) => readable(message).includes("recommend"));
  await expect.poll(question, PATIENCE).toBeDefined();
  const asked = question();
  if (asked) await customer.clicks(asked, "score:3");
}

/** A conversation on Discord with an unhappy answer. */
async function talkOnDiscord({ furnished: { discord, support } }: Everything): Promise<void> {
  const [customer, agent] = [discord.user("customer"), discord.user("agent")];
  const thread = customer.createsThread(support, "Order", { text: `My ${WORDS} is wrong.` });
  agent.writes(thread, "I have corrected it.");
  await expect.poll(async () => (await agent.runs("resolve", { in: thread })).text, PATIENCE).toMatch(/resolved/);
}

/** A conversation by the API, answered on the page of its link; gives what only its customer may know. */
async function talkByApi({ program, hook }: Everything): Promise<string> {
  const desk = deskOf(program);
  const headers = { authorization: `Bearer ${OURS.EMPTYCHAIR_API_KEY}`, "content-type": "application/json" };
  const call = (path: string, body: unknown) =>
    desk.ask(`/api/v1/interactions${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  await call("", { id: "T-1", customer: { id: "c-1" } });
  await call("/T-1/entries", { author: "customer", text: `The ${WORDS} is gone.` });
  await call("/T-1/entries", { author: "agent", text: "It is back." });
  await call("/T-1/resolve", {});
  const links = () => hook.taken.flatMap(({ body }) => /survey\/([\w-]{16,})/.exec(body)?.[1] ?? []);
  await expect.poll(links, PATIENCE).not.toEqual([]);
  const [token = ""] = links();
  expect((await send(desk, `/survey/${token}`, { score: "2", comment: `No ${WORDS}.` })).status).toBe(303);
  return token;
}

/** Somebody writes in the public chat, joins, signs in rightly and wrongly, and follows made-up links; gives the secrets that browsers hold. */
async function talkAtTheDoors({ program }: Everything): Promise<string[]> {
  const desk = deskOf(program);
  const chat = await desk.ask("/chat");
  await send(desk, "/chat/message", { text: `Is there ${WORDS}?`, name: "Quinn" }, cookiesOf(chat));
  const join = /\/join\/\S+/.exec(program.announced)?.[0] ?? "";
  const joined = await send(desk, join, { name: "Quinn Sample", email: LOGIN, password: PASSWORD });
  expect(joined.status).toBe(303);
  await send(desk, "/sign-in", { login: LOGIN, password: "wrong-password-0123" });
  await send(desk, "/sign-in", { login: LOGIN, password: PASSWORD });
  await desk.ask("/?key=wrong-key-0123456789");
  await desk.ask("/sign-in/with/oidc");
  for (const path of ["/sign-in/back/oidc?code=code-0123456789", "/enter/link-0123456789"]) await desk.ask(path);
  const held = [chat, joined].flatMap((answer) => cookiesOf(answer).split("; "));
  const secrets = held.map((cookie) => cookie.split("=")[1] ?? "");
  const made = ["wrong-password-0123", "wrong-key-0123456789", "code-0123456789", "link-0123456789", PASSWORD];
  return [...secrets, join.slice("/join/".length), ...made].filter((secret) => secret.length >= 8);
}

/** Pages and calls fail while the tables that they read are not there. */
async function failEverywhere({ program }: Everything, token: string): Promise<void> {
  const database = connect(join(folder.path, "emptychair.db"));
  const tables = ["survey", "link", "interaction", "account"];
  for (const table of tables) database.exec(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
  const desk = deskOf(program);
  const failed = await Promise.all([`/survey/${token}`, "/enter/link-0123456789"].map((path) => desk.ask(path)));
  const headers = { authorization: `Bearer ${OURS.EMPTYCHAIR_API_KEY}`, "content-type": "application/json" };
  const body = JSON.stringify({ id: "T-2", customer: { id: "c-2", name: WORDS } });
  failed.push(await desk.ask("/api/v1/interactions", { method: "POST", headers, body }));
  failed.push(await send(desk, "/sign-in", { login: LOGIN, password: PASSWORD }));
  for (const table of tables) database.exec(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
  database.close();
  expect(failed.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
}

const COMMANDS = [
  ["doctor"],
  ["audit"],
  ["cases"],
  ["webhooks", "log", "crm"],
  ...["responses", "interactions", "cases", "transcripts"].map((what) => ["export", what, "--format", "jsonl"]),
];

it("says no secret, no token and no customer's words, whatever happens to it, and its exports no secret", async () => {
  const world = await startEverything();
  const { program, given, variables } = world;
  const token = await talkByApi(world);
  await talkOnSlack(world);
  await talkOnDiscord(world);
  const secrets = [...given, token, "hook-key-0123456789", ...(await talkAtTheDoors(world))];
  await failEverywhere(world, token);
  const title = `/proc/${program.process.pid}/cmdline`;
  const shown = existsSync(title) ? readFileSync(title, "utf8") : "";
  const { err, code: ended } = await program.end("SIGUSR2");
  expect([ended, err]).toEqual([1, expect.stringContaining("Unexpected fault; the program ends")]);
  expect(err).toContain("A page failed");
  const starts = readFileSync(join(folder.path, "emptychair.db.starts.json"), "utf8");
  expect(starts).toContain('"failed"');
  const found = (text: string, marks: readonly string[]) => marks.filter((mark) => text.includes(mark));
  expect(found(`${err}${world.said()}${shown}${starts}`, [...secrets, WORDS, LOGIN])).toEqual([]);
  expect(
    found(
      program.announced,
      secrets.filter((secret) => !program.announced.includes(`/join/${secret}`)),
    ),
  ).toEqual([]);
  for (const command of COMMANDS) {
    const { code, out, err: told } = await run(command, { ...variables, LOG_LEVEL: "trace" });
    expect([command, code]).toEqual([command, 0]);
    if (command[0] === "webhooks") expect(out).toContain("an answer that repeat");
    expect([command, found(`${out}${told}`, secrets)]).toEqual([command, []]);
  }
}, 120_000);
