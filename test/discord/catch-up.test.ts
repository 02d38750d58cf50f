import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { manualTime } from "../servers/discord/time.ts";
import type { LocalDiscordOptions } from "../servers/discord.ts";
import { countingIds, MINUTE, MONDAY_TEN } from "../world.ts";
import { discordDesk, furnishedDiscord, unstartedDesk } from "./discord-desk.ts";

const MEMBER = "GET /guilds/{guild_id}/members/{user_id}";
const MESSAGES = "GET /channels/{channel_id}/messages";

/** A program that has been away while `people` customers opened a thread each, in which an agent answered. */
async function awayFrom(people: number, limits: LocalDiscordOptions["limits"] = {}) {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time, { limits: { routes: {}, ...limits } });
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds() };
  const before = await discordDesk(same);
  await before.settle();
  await before.stop();
  time.advance(5 * MINUTE);
  const { discord, guild, support } = furnished;
  const agent = discord.user("agent");
  for (let index = 0; index < people; index += 1) {
    const user = discord.addUser(`customer ${index}`);
    discord.join(guild, user);
    const customer = discord.user(user.id);
    const thread = customer.createsThread(support, `Question ${index}`, { text: `Question ${index}` });
    agent.writes(thread, "Solved.");
    customer.writes(thread, "Thanks");
  }
  const calls = (route: RegExp) =>
    discord.requests.filter(({ method, path }) => route.test(`${method} ${path}`)).length;
  return { ...furnished, same, time, calls };
}

describe("catching up after a time away", () => {
  it("waits as Discord wants and reads all of a server, and looks nobody up twice", async () => {
    const away = await awayFrom(15, {
      routes: { [MEMBER]: { calls: 4, perMs: 120 }, [MESSAGES]: { calls: 1, perMs: 20 } },
    });
    const before = away.calls(/\/members\//);
    const desk = await discordDesk(away.same);
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toHaveLength(15);
    expect(await desk.store.list("entry", {})).toHaveLength(45);
    const people = away.discord.requests.filter(({ path }) => path.includes("/members/")).slice(before);
    const answered = people.filter(({ status }) => status === 200).map(({ path }) => path);
    expect(new Set(answered).size).toBe(16);
    expect(answered).toHaveLength(16);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("asks nobody about what is kept already", async () => {
    const away = await awayFrom(3);
    const first = await discordDesk(away.same);
    await first.settle();
    await first.stop();
    const before = away.calls(/\/members\//);
    away.time.advance(MINUTE);
    const again = await discordDesk(away.same);
    await again.settle();
    expect(await again.store.list("entry", {})).toHaveLength(9);
    expect(away.calls(/\/members\//)).toBe(before);
  });

  it("reads the others where one thread cannot be read, and that one soon after", async () => {
    const away = await awayFrom(6);
    const desk = await unstartedDesk(away.same);
    away.discord.faults.add({ on: MESSAGES, when: "before", how: { status: 500 }, skip: 2 });
    await desk.start();
    await expect.poll(async () => (await desk.store.list("interaction", {})).length, { timeout: 60_000 }).toBe(6);
  });

  it("ends at once when it is stopped while it waits", async () => {
    const away = await awayFrom(2, { routes: { [MEMBER]: { calls: 1, perMs: 600_000 } } });
    const desk = await unstartedDesk(away.same);
    await desk.adapter.start();
    await expect.poll(() => away.calls(/\/members\//), { timeout: 60_000 }).toBeGreaterThan(0);
    const at = Date.now();
    await desk.stop();
    expect(Date.now() - at).toBeLessThan(300_000);
  });
});
