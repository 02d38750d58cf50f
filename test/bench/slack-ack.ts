import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { benchSaves } from "../../adapters/database/bench.ts";
import { systemClock } from "../../src/clock.ts";
import type { LocalSlack } from "../servers/slack/slack.ts";
import { MODES, type Mode, openSlack, SETTINGS, SUPPORT, variablesFor, WORKSPACE } from "../slack-program.ts";
import { inFolder, type Launched, launchBare, launchOurs } from "./launch.ts";
import { report } from "./report.ts";
import { benchSlackSaturation } from "./slack-saturation.ts";

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

/** Sets an app to work with these variables, in a process of its own. */
type Launch = (folder: string, variables: Record<string, string>) => Promise<Launched>;

const ours: Launch = (folder, variables) => launchOurs(folder, SETTINGS, variables);
const bare: Launch = (_, variables) => launchBare("bare-bolt.mjs", variables);

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
  const { origin, end } = await launch(folder, variablesFor(slack, mode));
  try {
    if (mode === "http") await slack.deliversTo(`${origin}/slack/events`);
    if (mode === "socket") await expect.poll(() => slack.socketMode.count, { timeout: 10_000 }).toBe(1);
    await load(slack);
    return acksOf(slack);
  } finally {
    await end();
    await slack.stop();
  }
}

it.each(MODES)("measures acknowledgements over %s against those of a bare Bolt app", async (mode) => {
  const config = { migrations: "data/migrations", clock: systemClock, saves: 2_000 };
  const { bareRowsPerSecond, rowsPerSave } = await inFolder((folder) => benchSaves({ folder, ...config }));
  const emptyChair = await inFolder((folder) => measured(ours, mode, folder));
  const bareBolt = await inFolder((folder) => measured(bare, mode, folder));
  const share = (name: "p50" | "p99") => Number((emptyChair[name] / bareBolt[name]).toFixed(2));
  const disk = { bareSavesPerSecond: bareRowsPerSecond / rowsPerSave };
  const ackMs = { emptyChair, bareBolt, ratio: { p50: share("p50"), p99: share("p99") } };
  const found = { mode, load: { events: EVENTS, perSecond: PER_SECOND }, disk, ackMs };
  report(`slack-${mode}`, found);
});

it("measures acknowledgements at saturation, 64 at once over HTTP, against those of a bare Bolt app", async () => {
  report("slack-saturation", await benchSlackSaturation());
});
