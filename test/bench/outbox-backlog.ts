import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { WebClient } from "@slack/web-api";
import { it } from "vitest";
import { openStore } from "../../adapters/compose.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { Post } from "../../src/rows.ts";
import { type Started, start } from "../cli/program.ts";
import { furnishedDiscord } from "../discord/discord-desk.ts";
import { pending, plant, words } from "../outbox/posts.ts";
import { manualTime } from "../servers/discord/time.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { openSlack, SETTINGS, TEAM_CHANNEL, variablesFor, WORKSPACE } from "../slack-program.ts";
import { report } from "./report.ts";

/** Posts that are due, half of them to one channel. */
const DUE = 20_000;
const HALF = DUE / 2;
const AT_ONCE = 32;
const PERMITTED_ON_DISCORD = 50;
const DISCORD_SECONDS = 30;
const BUSY = "C7";
const LONGEST_MS = 240_000;

const QUESTION: OutboundMessage = { ...words("How likely are you to recommend Acme?"), kind: "question" };
const ALERT: OutboundMessage = { ...words("An unhappy answer"), kind: "alert" };
const idOf = (index: number) => `backlog-${String(index).padStart(6, "0")}`;

/** The posts in the order in which they were put there: the busy channel's first, then all the others', an alert last. */
function backlogOf(busy: (index: number) => string, other: (index: number) => string, team: string): Post[] {
  const due = Array.from({ length: DUE }, (_, index) =>
    pending(idOf(index), index < HALF ? busy(index) : other(index - HALF), QUESTION),
  );
  return [...due, pending(idOf(DUE), team, ALERT)];
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, posts: readonly Post[]): Promise<void> {
  const store = await openStore(join(folder, "emptychair.db"));
  for (let from = 0; from < posts.length; from += 1_000) await plant(store, posts.slice(from, from + 1_000));
  await store.close();
}

/** How the rows stand once the program has ended. */
async function countOf(folder: string, state: Post["state"]): Promise<number> {
  const store = await openStore(join(folder, "emptychair.db"));
  const rows = await store.at(DEFAULT_DESK).list("post", { where: { state } });
  await store.close();
  return rows.length;
}

/** The variables with which the program's event loop is watched. */
function watched(folder: string): Record<string, string> {
  const module = pathToFileURL("test/bench/loop-delay.mjs").href;
  return { NODE_OPTIONS: `--import ${module}`, LOOP_DELAY_FILE: join(folder, "delay.json") };
}

/** Ends the program; gives how long its event loop was held up since `process.kill("SIGUSR2")`. */
async function endWatched(program: Started, folder: string): Promise<unknown> {
  await program.end("SIGTERM");
  return JSON.parse(readFileSync(join(folder, "delay.json"), "utf8"));
}

async function until(isSo: () => boolean, begun: number): Promise<number> {
  while (!isSo() && performance.now() < begun + LONGEST_MS) await wait(20);
  return performance.now() - begun;
}

/** What a bare client does with as many posts at once. */
async function bareSlackPerSecond(slack: LocalSlack, channels: readonly string[]): Promise<number> {
  const client = new WebClient(slack.workspace().token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const queue = [...channels];
  const begun = performance.now();
  const work = async () => {
    for (let channel = queue.pop(); channel !== undefined; channel = queue.pop())
      await client.chat.postMessage({ channel, text: QUESTION.text });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return (channels.length * 1_000) / (performance.now() - begun);
}

it("drains a backlog on Slack past a busy channel, alerts first", { timeout: 2 * LONGEST_MS }, async () => {
  const others = Array.from({ length: HALF }, (_, index) => `C8${String(index).padStart(6, "0")}`);
  const channels = [...WORKSPACE.channels, { id: BUSY, members: ["U1"] }, ...others.map((id) => ({ id }))];
  const unlimited = { perMinute: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
  const slack = await openSlack({
    workspaces: [{ ...WORKSPACE, channels }],
    limits: { workspacePosts: unlimited },
    subscribed: [],
  });
  const threads = Array.from({ length: HALF }, (_, index) => slack.user("U1").writes(BUSY, `Question ${index}`).ts);
  await inFolder(async (folder) => {
    writeFileSync(join(folder, "settings.yaml"), SETTINGS);
    const posts = backlogOf(
      (index) => `slack:T1:${BUSY}:${threads[index]}`,
      (index) => `slack:T1:${others[index]}`,
      `slack:T1:${TEAM_CHANNEL}`,
    );
    await fill(folder, posts);
    const calls = () => slack.calls("chat.postMessage").map(({ args }) => args.channel);
    const program = await start({
      EMPTYCHAIR_DATA: folder,
      LOG_LEVEL: "warn",
      ...watched(folder),
      ...variablesFor(slack, "socket"),
    });
    await until(() => slack.calls("chat.postMessage").length > 0, performance.now());
    program.process.kill("SIGUSR2");
    const begun = performance.now();
    const tookMs = await until(() => calls().filter((channel) => channel !== BUSY).length > HALF, begun);
    const order = calls();
    const busy = order.filter((channel) => channel === BUSY).length;
    const heldUpMs = await endWatched(program, folder);
    const stuck = await countOf(folder, "sending");
    const perSecond = HALF / (tookMs / 1_000);
    const bare = await bareSlackPerSecond(slack, others.slice(0, 3_000));
    const found = {
      ...{ platform: "slack", due: DUE, behindOneChannel: HALF, drainedMs: Math.round(tookMs) },
      perSecond: { emptyChair: Math.round(perSecond), bareClient: Math.round(bare), ratio: round(perSecond / bare) },
      ...{ alertLeftAs: order.indexOf(TEAM_CHANNEL) + 1, heldUpMs, leftAsSending: stuck },
      busyChannel: { posted: busy, shareOfPermittedPace: round(busy / (1 + Math.floor(tookMs / 1_000))) },
    };
    report("outbox-slack", found);
  });
  await slack.stop();
});

it("drains a backlog on Discord past a busy channel, alerts first", { timeout: LONGEST_MS }, async () => {
  const furnished = await furnishedDiscord(manualTime(Date.now()), { limits: {} });
  const { discord, guild, support, team } = furnished;
  const others = Array.from({ length: 400 }, (_, index) => discord.addChannel(guild, `help-${index}`).id);
  const laneOf = (channel: string) => `discord:${guild.id}:${channel}:channel`;
  await inFolder(async (folder) => {
    const settings = { discord: { teamChannel: team.id, supportChannels: [support.id] } };
    writeFileSync(join(folder, "settings.yaml"), JSON.stringify(settings));
    await fill(
      folder,
      backlogOf(
        () => laneOf(support.id),
        (index) => laneOf(others[index % others.length] ?? ""),
        laneOf(team.id),
      ),
    );
    const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    const program = await start({ EMPTYCHAIR_DATA: folder, LOG_LEVEL: "warn", ...watched(folder), ...variables });
    const POST = "POST /channels/{channel_id}/messages";
    const posted = () => discord.requests.filter(({ route, status }) => route === POST && status === 200);
    await until(() => posted().length > 0, performance.now());
    program.process.kill("SIGUSR2");
    const before = discord.requests.length;
    await wait(DISCORD_SECONDS * 1_000);
    const calls = discord.requests.slice(before);
    const order = posted().map(({ path }) => path.split("/")[2]);
    const heldUpMs = await endWatched(program, folder);
    const stuck = await countOf(folder, "sending");
    const perSecond = calls.length / DISCORD_SECONDS;
    const found = {
      ...{ platform: "discord", due: DUE, behindOneChannel: HALF, seconds: DISCORD_SECONDS },
      callsPerSecond: { emptyChair: round(perSecond), shareOfPermitted: round(perSecond / PERMITTED_ON_DISCORD) },
      ...{ posted: order.length, refusedByLimits: calls.filter(({ status }) => status === 429).length },
      ...{ alertLeftAs: order.indexOf(team.id) + 1, heldUpMs, leftAsSending: stuck },
    };
    report("outbox-discord", found);
  });
});

function round(share: number): number {
  return Number(share.toFixed(2));
}
