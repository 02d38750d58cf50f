import { expect, it } from "vitest";
import type { Post } from "../../src/rows.ts";
import { pending, plant, words } from "../outbox/posts.ts";
import type { Failure } from "../servers/discord/faults.ts";
import { HOUR, MINUTE, SECOND } from "../world.ts";
import { type DiscordDesk, discordDesk, saidTo } from "./discord-desk.ts";

const POST = "POST /channels/{channel_id}/messages";
const READ = "GET /channels/{channel_id}/messages";
const LOOK = "GET /channels/{channel_id}";
const PAGE = "<!doctype html><html><title>Gateway</title><p>Please sign in &amp; try again</p></html>";

const PAGES: [string, Failure][] = [
  ["a page with status 200", { page: PAGE }],
  ["a page with status 403", { page: PAGE, as: 403 }],
  ["a page with status 401", { page: PAGE, as: 401 }],
  ["a page with status 404", { page: PAGE, as: 404 }],
  ["a page with status 502", { page: PAGE, as: 502 }],
  ["JSON of somebody else", { page: '{"error":"blocked"}', as: 403 }],
  ["a list", { page: "[]" }],
];

async function put(desk: DiscordDesk, id: string, lane: string, message = words(id)): Promise<void> {
  const at = desk.time.now();
  await plant(desk.allDesks, [{ ...pending(id, lane, message), createdAt: at, dueAt: at }]);
  await desk.settle();
}
const supportLane = ({ guild, support }: DiscordDesk) => `discord:${guild.id}:${support.id}:channel`;
const get = ({ store }: DiscordDesk, id: string): Promise<Post | null> => store.get("post", id);

it.each(PAGES)("a post that meets %s of a proxy is posted once nevertheless", async (_, how) => {
  const desk = await discordDesk();
  for (const on of [LOOK, POST, READ]) desk.discord.faults.add({ on, when: "before", how });
  await put(desk, "p1", supportLane(desk));
  await desk.pass(30 * SECOND, SECOND);
  expect(saidTo(desk.discord.user("agent"), desk.support)).toEqual(["p1"]);
  expect(await get(desk, "p1")).toMatchObject({ state: "posted" });
  expect(desk.log.faults).toEqual([]);
});

it.each(PAGES)("one that was taken before %s came back is not sent a second time", async (_, how) => {
  const desk = await discordDesk();
  desk.discord.faults.add({ on: POST, when: "after-commit", how });
  desk.discord.faults.add({ on: READ, when: "before", how, times: 2 });
  await put(desk, "p1", supportLane(desk));
  await desk.pass(30 * SECOND, SECOND);
  expect(saidTo(desk.discord.user("agent"), desk.support)).toEqual(["p1"]);
  expect(await get(desk, "p1")).toMatchObject({ state: "posted" });
});

it("a look-up that is limited is made again until it tells", async () => {
  const desk = await discordDesk();
  desk.discord.faults.add({ on: POST, when: "after-commit", how: { status: 500 } });
  desk.discord.strikesLimit({ on: READ, scope: "user", retryAfterMs: 5, times: 3 });
  await put(desk, "p1", supportLane(desk));
  await desk.pass(MINUTE, SECOND);
  expect(saidTo(desk.discord.user("agent"), desk.support)).toEqual(["p1"]);
  expect(desk.discord.requests.filter(({ route }) => route === POST)).toHaveLength(1);
});

it("a limit of all calls keeps every channel waiting, and is run into once", async () => {
  const desk = await discordDesk();
  desk.discord.strikesLimit({ on: "*", scope: "global", retryAfterMs: 400, times: 1 });
  await put(desk, "p1", supportLane(desk));
  const before = desk.discord.requests.length;
  await put(desk, "p2", `discord:${desk.guild.id}:${desk.forum.id}:channel`);
  expect(desk.discord.requests.length).toBe(before);
  expect(await get(desk, "p2")).toMatchObject({ state: "pending", attempts: 0 });
});

it.each([
  ["may not be seen any more", ["ViewChannel"]],
  ["takes no messages any more", ["SendMessages"]],
] as const)(
  "what is for a team channel that %s is kept, and posted in order within an hour of its end",
  async (_, deny) => {
    const desk = await discordDesk();
    const agent = desk.discord.user("agent");
    agent.setsAccess(desk.team, { who: desk.discord.botId, deny: [...deny] });
    const lane = `discord:home:${desk.team.id}:channel`;
    await put(desk, "p1", lane, { ...words("p1"), kind: "alert" });
    await put(desk, "p2", lane, { ...words("p2"), kind: "alert" });
    await desk.pass(6 * HOUR, 10 * MINUTE);
    expect(await get(desk, "p1")).toMatchObject({ state: "pending" });
    expect(desk.log.faults).toHaveLength(1);
    agent.removesAccess(desk.team, { id: desk.discord.botId });
    await desk.pass(HOUR + 10 * MINUTE, 10 * MINUTE);
    expect(saidTo(agent, desk.team)).toEqual(["p1", "p2"]);
    expect(desk.log.faults).toHaveLength(1);
  },
);
