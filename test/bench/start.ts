import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { it } from "vitest";
import { type Furnished, furnishedDiscord } from "../discord/discord-desk.ts";
import { manualTime } from "../servers/discord/time.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { openSlack, SETTINGS, variablesFor } from "../slack-program.ts";

const RUNS = Number(process.env.RUNS ?? 7);
const SETTLE_MS = 1500;
const FREE = { perMinute: 10_000, burst: 10_000 };

/** What both programs are connected to. */
interface Places {
  readonly slack: LocalSlack;
  readonly discord: Furnished;
}

interface Start {
  readonly ms: number;
  readonly idleMB: number;
}

function residentMB(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function said(child: ChildProcess, words: string): Promise<void> {
  let heard = "";
  if (!child.stdout) throw new Error("no output");
  for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
    heard += String(piece);
    if (heard.includes(words)) return;
  }
  throw new Error("The program ended before it was ready.");
}

async function started(command: readonly string[], env: Record<string, string>, words: string): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, command, { env: { PATH: process.env.PATH, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await said(child, words);
  const ms = performance.now() - begun;
  child.stdout?.resume();
  await wait(SETTLE_MS);
  const idleMB = residentMB(child.pid ?? 0);
  child.kill("SIGTERM");
  await ended;
  return { ms, idleMB };
}

const middle = (numbers: readonly number[]) => Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);

it("measures the start", async () => {
  const slack = await openSlack({ limits: { tiers: { 1: FREE, 2: FREE, 3: FREE, 4: FREE } } });
  const discord = await furnishedDiscord(manualTime(Date.now()));
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  const { guild, agents, support, team } = discord;
  const settings = `${SETTINGS}discord: { teamChannel: "${team.id}", supportChannels: ["${support.id}"] }\n`.replace('["slack:T1:S1"]', `["slack:T1:S1", "discord:${guild.id}:${agents.id}"]`);
  writeFileSync(join(folder, "settings.yaml"), settings);
  const variables = { ...variablesFor(slack, "socket"), DISCORD_TOKEN: discord.discord.token, DISCORD_API_URL: discord.discord.apiUrl };
  const found = { ours: [] as Start[], bare: [] as Start[] };
  const extra = (process.env.NODE_EXTRA ?? "").split(" ").filter(Boolean);
  for (let run = 0; run <= RUNS; run += 1) {
    const ours = await started([...extra, "build/adapters/cli/emptychair.js", "start", "--port", "0"], { EMPTYCHAIR_DATA: folder, LOG_LEVEL: "warn", ...variables }, "Stop  Ctrl-C");
    const bare = await started(["test/bench/bare-start.mjs"], { DATABASE_FILE: join(folder, "bare.db"), ...variables }, "ready");
    if (run === 0) continue;
    found.ours.push(ours);
    found.bare.push(bare);
  }
  rmSync(folder, { recursive: true, force: true });
  await slack.stop();
  const of = (starts: readonly Start[]) => ({ ms: middle(starts.map(({ ms }) => ms)), idleMB: middle(starts.map(({ idleMB }) => idleMB)), all: starts.map(({ ms }) => Math.round(ms)).join(" ") });
  process.stdout.write(`${JSON.stringify({ ours: of(found.ours), bare: of(found.bare) }, null, 2)}\n`);
});
