import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { start } from "../cli/program.ts";
import { type Furnished, furnishedDiscord } from "../discord/discord-desk.ts";
import { manualTime } from "../servers/discord/time.ts";
import { report } from "./report.ts";

const THREADS = 20;
const PER_THREAD = 100;
const MESSAGES = THREADS * PER_THREAD;

/** A process that hears messages: its own memory, and when it has heard them all. */
interface Listener {
  readonly pid: number;
  heardAll(): Promise<void>;
  end(): Promise<unknown>;
}

type Launch = (furnished: Furnished, folder: string) => Promise<Listener>;

const launchOurs: Launch = async ({ discord, support, team }, folder) => {
  const settings = { discord: { teamChannel: team.id, supportChannels: [support.id] } };
  writeFileSync(join(folder, "settings.yaml"), JSON.stringify(settings));
  const variables = { EMPTYCHAIR_DATA: folder, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const program = await start(variables);
  const rows = new Database(join(folder, "emptychair.db"), { readonly: true });
  const kept = rows.prepare<[], { count: number }>("SELECT count(*) AS count FROM entry WHERE author = 'customer'");
  return {
    pid: program.process.pid ?? 0,
    async heardAll() {
      while ((kept.get()?.count ?? 0) < MESSAGES) await wait(5);
    },
    async end() {
      rows.close();
      await program.end("SIGTERM");
    },
  };
};

const launchBare: Launch = async ({ discord }) => {
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    MESSAGES: String(MESSAGES),
  };
  const child = spawn(process.execPath, ["test/bench/bare-discord.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  await once(child.stdout.setEncoding("utf8"), "data");
  const full = once(child.stdout, "data");
  return {
    pid: child.pid ?? 0,
    heardAll: async () => void (await full),
    end: () => {
      child.kill();
      return ended;
    },
  };
};

/** Resident memory of a process in megabytes, as Linux counts it; null elsewhere. */
function residentMB(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

async function measured(launch: Launch) {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  const furnished = await furnishedDiscord(manualTime(Date.now()));
  const listener = await launch(furnished, folder);
  try {
    const customer = furnished.discord.user("customer");
    const atRestMB = residentMB(listener.pid);
    const begun = performance.now();
    for (let thread = 0; thread < THREADS; thread += 1) {
      const place = customer.createsThread(furnished.support, `Talk ${thread}`, { text: "Message 0" });
      for (let count = 1; count < PER_THREAD; count += 1) customer.writes(place, `Message ${count}`);
    }
    await listener.heardAll();
    const perSecond = Math.round((MESSAGES * 1000) / (performance.now() - begun));
    return { perSecond, atRestMB, afterMB: residentMB(listener.pid) };
  } finally {
    await listener.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

it("measures messages kept durably on Discord against those a bare client only counts", async () => {
  const emptyChair = await measured(launchOurs);
  const bareClient = await measured(launchBare);
  const ratio = Number((emptyChair.perSecond / bareClient.perSecond).toFixed(3));
  report("discord", { messages: MESSAGES, emptyChair, bareClient, ratio });
});
