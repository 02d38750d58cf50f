import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { grouped } from "../src/grouping.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { type Started, start } from "./cli/program.ts";
import { type PostgresServer, startPostgres } from "./servers/postgres.ts";
import { readable } from "./servers/slack/readable.ts";
import type { LocalSlack } from "./servers/slack/slack.ts";
import { openSlack, SETTINGS, TEAM_CHANNEL, variablesFor, WORKSPACE } from "./slack-program.ts";

/** So many programs; so many of them are killed one after the other, about a second apart. */
const REPLICAS = 4;
const { kills, rounds } = inject("isLong") ? { kills: 60, rounds: 30 } : { kills: 2, rounds: 2 };
const PATIENCE = { timeout: 60_000, interval: 50 };
const CHANNELS = ["C11", "C12", "C13", "C14", "C15", "C16"];
/** Nobody is asked again within weeks, so each conversation is somebody else's. */
const CUSTOMERS = Array.from({ length: rounds * CHANNELS.length }, (_, index) => `U${1_000 + index}`);

let server: PostgresServer;
let slack: LocalSlack;
let balancer: Balancer;
let database: pg.Client;
let folder: string;
const running: Started[] = [];
let places = 0;

async function startOne(url: string): Promise<void> {
  places += 1;
  const own = join(folder, `replica-${places}`);
  mkdirSync(own);
  running.push(
    await start({
      ...variablesFor(slack, "http"),
      ...{ EMPTYCHAIR_DATA: own, EMPTYCHAIR_SETTINGS: join(folder, "settings.yaml"), DATABASE_URL: url },
      ...{ EMPTYCHAIR_DESK_KEY: "the-same-key-for-all-of-them", LOG_LEVEL: "warn" },
    }),
  );
}

/** Without a word, and without anything being put away. */
async function kill(program: Started): Promise<void> {
  running.splice(running.indexOf(program), 1);
  program.process.kill("SIGKILL");
  await program.ended;
}

async function rows<T>(text: string): Promise<T[]> {
  return (await database.query(text)).rows as T[];
}

/** A week goes by: what those held that were killed has run out, and what they may have sent has arrived or never will. */
async function letTimePass(): Promise<void> {
  const later = "lease_until = 1, sent_at = sent_at - 600000, due_at = due_at - 600000";
  await database.query(`UPDATE post SET ${later} WHERE state IN ('pending', 'sending')`);
  await database.query("UPDATE resolution SET at = at - 604800000, fate_at = fate_at - 604800000");
  await database.query("UPDATE work SET lease_until = 1 WHERE lease_until IS NOT NULL");
}

/** Somebody asks in every channel, is answered, and the conversation is resolved. */
async function talkEverywhere(round: number): Promise<void> {
  const agent = slack.user("U2");
  for (const [index, channel] of CHANNELS.entries()) {
    const customer = slack.user(CUSTOMERS[round * CHANNELS.length + index] ?? "");
    const first = customer.writes(channel, `Round ${round}: my invoice is wrong.`);
    for (const number of [1, 2, 3])
      customer.writes(channel, `Round ${round}: more of it, ${number}`, { thread: first });
    agent.writes(channel, `Round ${round}: I have corrected it.`, { thread: first });
    await slack.events.quiet();
    agent.reacts(first, "white_check_mark");
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "emptychair-replicas-"));
  writeFileSync(
    join(folder, "settings.yaml"),
    `digest: { post: "Mon 00:00" }\n${SETTINGS}`.replace("[C1]", `[${CHANNELS.join(", ")}]`),
  );
  server = await startPostgres();
  const channels = CHANNELS.map((id) => ({ id, name: `support-${id.toLowerCase()}`, members: ["U2", ...CUSTOMERS] }));
  const people = [...WORKSPACE.people, ...CUSTOMERS.map((id) => ({ id, name: `customer ${id}` }))];
  slack = await openSlack({ workspaces: [{ ...WORKSPACE, people, channels: [...WORKSPACE.channels, ...channels] }] });
  balancer = await startBalancer(() => running.map(({ origin }) => origin));
});

afterAll(async () => {
  for (const program of [...running]) await kill(program);
  await database?.end();
  await balancer?.stop();
  await slack?.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("four programs on one database, of which one is killed about every second while Slack sends", () => {
  it("lose nothing, ask nobody twice, keep the order of every place and post one digest", async () => {
    const url = await server.createDatabase();
    database = new pg.Client({ connectionString: url });
    await database.connect();
    await startOne(url);
    await Promise.all(Array.from({ length: REPLICAS - 1 }, () => startOne(url)));
    await slack.deliversTo(`${balancer.origin}/slack/events`);
    const killing = (async () => {
      for (let killed = 0; killed < kills; killed += 1) {
        const [oldest] = running;
        if (oldest) await kill(oldest);
        await Promise.all([startOne(url), setTimeout(1_000)]);
      }
    })();
    for (let round = 0; round < rounds; round += 1) await talkEverywhere(round);
    await killing;
    await slack.events.quiet();
    for (const program of [...running]) await kill(program);
    await letTimePass();
    await Promise.all([startOne(url), startOne(url)]);
    const talks = rounds * CHANNELS.length;
    const asked = () =>
      rows<{ lane: string }>("SELECT lane FROM post WHERE message LIKE '%\"kind\":\"question\"%' AND state = 'posted'");
    await expect.poll(async () => (await asked()).length, { timeout: 150_000, interval: 200 }).toBe(talks);
    const questions = CHANNELS.flatMap((channel) =>
      slack.messages(channel).filter((message) => readable(message).includes("recommend")),
    );
    expect(questions).toHaveLength(talks);
    expect(new Set((await asked()).map(({ lane }) => lane)).size).toBe(talks);
    const kept = await rows<{ interaction_id: string; text: string }>(
      "SELECT interaction_id, text FROM entry WHERE author IN ('customer', 'agent') ORDER BY interaction_id, position",
    );
    expect(kept).toHaveLength(talks * 5);
    const placed = await rows<{ lane: string; reference: string }>(
      "SELECT lane, reference FROM post WHERE state = 'posted' AND lane LIKE 'slack:%' AND reference LIKE 'C%' ORDER BY lane, id",
    );
    const times = grouped(placed, ({ lane }) => lane);
    for (const own of times.values()) {
      const inOrder = own.map(({ reference }) => reference);
      expect(inOrder).toEqual(inOrder.toSorted());
      expect(new Set(inOrder).size).toBe(inOrder.length);
    }
    await expect.poll(() => rows("SELECT id FROM digest WHERE posted_at IS NOT NULL"), PATIENCE).toHaveLength(1);
    const told = slack.messages(TEAM_CHANNEL).map(readable);
    expect(told.length).toBe(new Set(told).size);
    expect(slack.complaints).toEqual([]);
  });
});
