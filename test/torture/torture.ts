import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { createLocalDiscord } from "../servers/discord.ts";
import { readable } from "../servers/slack/readable.ts";
import { openSlack, SUPPORT, TEAM_CHANNEL, variablesFor, WORKSPACE } from "../slack-program.ts";
import { type Talk, talkOnDiscord, talkOnSlack, talkOverApi, wordsOf } from "./talks.ts";
import { createVictim, TORMENTS } from "./victim.ts";

const SECONDS = Number(process.env.TORTURE_SECONDS ?? "60");
const SEED = Number(process.env.TORTURE_SEED ?? "1");
const MEGABYTES = 96;
const MOST_TALKS = 2_000;
const KEY = "a-key-for-this-torture-only";
const PEOPLE = Array.from({ length: MOST_TALKS }, (_, index) => `U${1_000 + index}`);
/** What is due within moments has had time to be done. */
const PATIENCE = 180_000;

/** Numbers from 0 to 1, the same from the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function world() {
  const people = [...WORKSPACE.people, ...PEOPLE.map((id) => ({ id, name: `customer ${id}` }))];
  const channels = [
    { id: SUPPORT, name: "support", members: ["U2", ...PEOPLE] },
    { id: TEAM_CHANNEL, name: "team", members: ["U2"] },
  ];
  const slack = await openSlack({ workspaces: [{ ...WORKSPACE, people, channels }] });
  const limits = { routes: {} };
  const discord = createLocalDiscord({ portal: { messageContent: true }, limits, clocks: { identify: 0 } });
  await discord.start();
  const guild = discord.addGuild("Acme", { bot: ["ManageThreads", "ManageChannels", "ManageRoles"] });
  const agents = discord.addRole(guild, "agents", ["ManageThreads", "ManageChannels", "ManageRoles"]);
  for (const id of PEOPLE) discord.join(guild, discord.addUser(id));
  discord.join(guild, discord.addUser("agent"), [agents]);
  const [support, team] = [discord.addChannel(guild, "support"), discord.addChannel(guild, "team")];
  onTestFinished(async () => {
    await slack.stop();
    await discord.stop();
  });
  const settings = {
    ask: { delay: "1s", quietHours: "" },
    roles: { agents: ["slack:T1:S1", `discord:${guild.id}:${agents.id}`] },
    slack: { teamChannel: TEAM_CHANNEL, supportChannels: [SUPPORT] },
    discord: { teamChannel: team.id, supportChannels: [support.id] },
  };
  return { slack, discord, support, settings };
}

it(`keeps its promises for ${SECONDS} seconds from seed ${SEED}`, async () => {
  const { slack, discord, support, settings } = await world();
  const folder = mkdtempSync(join(tmpdir(), "emptychair-torture-"));
  const victim = createVictim(folder, MEGABYTES, {
    ...variablesFor(slack, "socket"),
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ EMPTYCHAIR_DATA: folder, EMPTYCHAIR_API_KEY: KEY, LOG_LEVEL: "error" },
  });
  onTestFinished(async () => {
    await victim.dies();
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, "settings.yaml"), JSON.stringify(settings));
  await victim.lives();

  const until = Date.now() + SECONDS * 1_000;
  const talked: Record<string, number> = {};
  const talkOn = async (platform: string, talk: Talk) => {
    for (let number = 0; number < MOST_TALKS && Date.now() < until; number += 1) {
      await talk(number);
      talked[platform] = number + 1;
    }
  };
  const talking = Promise.all([
    talkOn(
      "api",
      talkOverApi(() => victim.origin, KEY),
    ),
    talkOn("slack", talkOnSlack(slack, SUPPORT, PEOPLE)),
    talkOn("discord", talkOnDiscord(discord, support, PEOPLE)),
  ]);
  const random = numbersFrom(SEED);
  const suffered: Record<string, number> = {};
  while (Date.now() < until) {
    await setTimeout(random() * 3_000);
    const torment = TORMENTS[Math.floor(random() * TORMENTS.length)] ?? "kill";
    await victim.suffers(torment, 500 + random() * 2_500);
    suffered[torment] = (suffered[torment] ?? 0) + 1;
  }
  const inTime = await Promise.race([talking.then(() => true), setTimeout(PATIENCE, false)]);
  expect([inTime, talked]).toEqual([true, talked]);

  const database = new Database(join(folder, "emptychair.db"), { readonly: true });
  onTestFinished(() => void database.close());
  const counted = (text: string) => database.prepare<[], { n: number }>(text).get()?.n ?? 0;
  const talks = Object.values(talked).reduce((sum, count) => sum + count, 0);
  await expect
    .poll(
      () =>
        counted("SELECT count(*) n FROM post WHERE state IN ('pending', 'sending') AND due_at <= unixepoch() * 1000"),
      {
        timeout: PATIENCE,
        interval: 200,
      },
    )
    .toBe(0);
  const undecidable = counted("SELECT count(*) n FROM post WHERE state = 'failed'");
  process.stdout.write(
    `${JSON.stringify({ seconds: SECONDS, seed: SEED, suffered, talked, falls: victim.falls, refusals: victim.refusals, undecidable })}\n`,
  );

  const written = Object.entries(talked).flatMap(([platform, count]) =>
    Array.from({ length: count }, (_, number) => wordsOf(platform, number)).flat(),
  );
  const rows = database
    .prepare<[], { text: string }>("SELECT text FROM entry WHERE author IN ('customer', 'agent')")
    .all();
  expect(
    rows
      .map(({ text }) => text)
      .filter((text) => text.startsWith("Parcel"))
      .toSorted(),
  ).toEqual(written.toSorted());
  const questions = slack.messages(SUPPORT).filter((message) => readable(message).includes("recommend")).length;
  expect(questions).toBe(talked.slack);
  expect(counted("SELECT count(*) n FROM response WHERE score = 3")).toBe(talks);
  expect(counted('SELECT count(*) n FROM "case"')).toBe(talks);
  expect(counted('SELECT count(DISTINCT response_id) n FROM "case"')).toBe(talks);
  const told = slack.messages(TEAM_CHANNEL).map((message) => readable(message));
  expect(told.length).toBe(new Set(told).size);
  expect([victim.falls, undecidable, slack.complaints]).toEqual([0, 0, []]);
});
