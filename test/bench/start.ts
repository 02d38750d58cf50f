import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { it } from "vitest";
import { median } from "../../adapters/cli/bench/measured.ts";
import { type Furnished, furnishedDiscord } from "../discord/discord-desk.ts";
import { manualTime } from "../servers/discord/time.ts";
import { openSlack, SETTINGS, variablesFor } from "../slack-program.ts";
import { report } from "./report.ts";

/** Starts of each program, by turns, on what one more start before them made; that one is told apart. */
const RUNS = 5;
/** After so long at rest the memory is read, milliseconds. */
const REST_MS = 1_500;
/** On a busy machine a start may take long, milliseconds. */
const LONGEST_MS = 400_000;
const FREE = { perMinute: 10_000, burst: 10_000 };

/** Time from the launch to ready, and the resident memory afterwards; null where the system is not Linux. */
interface Start {
  readonly ms: number;
  readonly idleMB: number | null;
}

/** How a program is launched, and what it says when it is ready. */
interface Launch {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly readyWords: string;
}

function residentMB(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

async function started({ command, env, readyWords }: Launch): Promise<Start> {
  const begun = performance.now();
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let said = "";
  for await (const piece of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += piece;
    if (said.includes(readyWords)) break;
  }
  const ms = performance.now() - begun;
  if (!said.includes(readyWords)) throw new Error(`${command.join(" ")} ended before it was ready.`);
  child.stdout.resume();
  await wait(REST_MS);
  const idleMB = residentMB(child.pid ?? 0);
  child.kill("SIGTERM");
  await ended;
  return { ms, idleMB };
}

function settingsFor({ guild, agents, support, team }: Furnished): string {
  const roles = `["slack:T1:S1", "discord:${guild.id}:${agents.id}"]`;
  const discord = `discord: { teamChannel: "${team.id}", supportChannels: ["${support.id}"] }\n`;
  return SETTINGS.replace('["slack:T1:S1"]', roles) + discord;
}

it("measures the start with Slack and Discord against bare libraries", { timeout: LONGEST_MS }, async () => {
  const slack = await openSlack({ limits: { tiers: { 1: FREE, 2: FREE, 3: FREE, 4: FREE } } });
  const furnished = await furnishedDiscord(manualTime(Date.now()));
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  writeFileSync(join(folder, "settings.yaml"), settingsFor(furnished));
  const { token, apiUrl } = furnished.discord;
  const env = { ...variablesFor(slack, "socket"), DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
  const launches: Record<"emptyChair" | "bare", Launch> = {
    emptyChair: {
      command: ["build/adapters/cli/emptychair.js", "start", "--port", "0"],
      env: { ...env, EMPTYCHAIR_DATA: folder, LOG_LEVEL: "warn" },
      readyWords: "Stop  Ctrl-C",
    },
    bare: {
      command: ["test/bench/bare-start.mjs"],
      env: { ...env, DATABASE_FILE: join(folder, "bare.db") },
      readyWords: "ready",
    },
  };
  const found: Record<keyof typeof launches, Start[]> = { emptyChair: [], bare: [] };
  let firstMs = 0;
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of ["emptyChair", "bare"] as const) {
      const start = await started(launches[name]);
      if (run > 0) found[name].push(start);
      else if (name === "emptyChair") firstMs = start.ms;
    }
  rmSync(folder, { recursive: true, force: true });
  await slack.stop();
  const told = (starts: readonly Start[]) => ({
    ms: Math.round(median(starts.map(({ ms }) => ms))),
    idleMB: median(starts.map(({ idleMB }) => idleMB ?? 0)),
  });
  const [emptyChair, bare] = [told(found.emptyChair), told(found.bare)];
  const share = (name: "ms" | "idleMB") => Number((emptyChair[name] / bare[name]).toFixed(2));
  const ratio = { ms: share("ms"), idleMB: share("idleMB") };
  report("start", { runs: RUNS, firstMs: Math.round(firstMs), emptyChair, bare, ratio });
});
