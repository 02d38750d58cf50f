import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { benchSaves } from "../../adapters/database/bench.ts";
import { systemClock } from "../../src/clock.ts";
import { start } from "../cli/program.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { MODES, type Mode, openSlack, SETTINGS, SUPPORT, variablesFor, WORKSPACE } from "../slack-program.ts";

const EVENTS = 1_000;
const PER_SECOND = 200;
const BURST_MS = 25;
const PEOPLE = Array.from({ length: 20 }, (_, index) => ({ id: `U1${index}`, name: `customer ${index}` }));

/** Time from the sending of an event to its acknowledgement, milliseconds. */
interface Acks {
  readonly p50: number;
  readonly p99: number;
  /** Deliveries that were not acknowledged within Slack's three seconds. */
  readonly late: number;
}

/** Sets an app to work on the Slack, in a process of its own; gives how to end it. */
type Launch = (slack: LocalSlack, mode: Mode, folder: string) => Promise<() => Promise<unknown>>;

const launchOurs: Launch = async (slack, mode, folder) => {
  writeFileSync(join(folder, "settings.yaml"), SETTINGS);
  const program = await start({ EMPTYCHAIR_DATA: folder, LOG_LEVEL: "warn", ...variablesFor(slack, mode) });
  if (mode === "http") await slack.deliversTo(`${program.origin}/slack/events`);
  return () => program.end("SIGTERM");
};

const launchBare: Launch = async (slack, mode) => {
  const env = { PATH: process.env.PATH, ...variablesFor(slack, mode) };
  const child = spawn(process.execPath, ["test/bench/bare-bolt.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [said] = await once(child.stdout.setEncoding("utf8"), "data");
  if (mode === "http") await slack.deliversTo(String(said).trim());
  return () => {
    child.kill();
    return ended;
  };
};

/** Customers write at a steady pace; returns when every event has been acknowledged or given up for now. */
async function load(slack: LocalSlack): Promise<void> {
  const begun = performance.now();
  for (let sent = 0; sent < EVENTS; await wait(BURST_MS)) {
    const due = Math.min(EVENTS, Math.ceil(((performance.now() - begun) * PER_SECOND) / 1000));
    for (; sent < due; sent += 1)
      slack.user(PEOPLE[sent % PEOPLE.length]?.id ?? "").writes(SUPPORT, `Question ${sent}`);
  }
  await slack.events.quiet();
}

function acksOf(slack: LocalSlack): Acks {
  const events = slack.deliveries.filter(({ parcel }) => parcel.kind === "events_api");
  const sorted = events.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2));
  return { p50: at(0.5), p99: at(0.99), late: events.filter(({ receipt }) => !receipt.ok).length };
}

async function measured(launch: Launch, mode: Mode, folder: string): Promise<Acks> {
  const channels = [{ id: SUPPORT, members: PEOPLE.map(({ id }) => id) }, { id: "C9" }];
  const userGroups = [{ id: "S1", handle: "team", members: [] }];
  const slack = await openSlack({
    workspaces: [{ ...WORKSPACE, people: PEOPLE, channels, userGroups }],
    limits: { eventsPerHour: Number.POSITIVE_INFINITY },
    subscribed: ["message.channels"],
  });
  const end = await launch(slack, mode, folder);
  try {
    if (mode === "socket") await expect.poll(() => slack.socketMode.count, { timeout: 10_000 }).toBe(1);
    await load(slack);
    return acksOf(slack);
  } finally {
    await end();
    await slack.stop();
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "emptychair-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each(MODES)("measures acknowledgements over %s against those of a bare Bolt app", async (mode) => {
  const bare = { migrations: "data/migrations", clock: systemClock, saves: 2_000 };
  const { bareRowsPerSecond, rowsPerSave } = await inFolder((folder) => benchSaves({ folder, ...bare }));
  const emptyChair = await inFolder((folder) => measured(launchOurs, mode, folder));
  const bareBolt = await inFolder((folder) => measured(launchBare, mode, folder));
  const share = (name: "p50" | "p99") => Number((emptyChair[name] / bareBolt[name]).toFixed(2));
  const disk = { bareSavesPerSecond: bareRowsPerSecond / rowsPerSave };
  const ackMs = { emptyChair, bareBolt, ratio: { p50: share("p50"), p99: share("p99") } };
  const found = { mode, load: { events: EVENTS, perSecond: PER_SECOND }, disk, ackMs };
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
});
