import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { manualTime } from "../servers/discord/time.ts";
import type { LocalDiscordOptions } from "../servers/discord.ts";
import { countingIds, MINUTE, MONDAY_TEN } from "../world.ts";
import { discordDesk, furnishedDiscord, unstartedDesk } from "./discord-desk.ts";

const MEMBER = "GET /guilds/{guild_id}/members/{user_id}";
const MESSAGES = "GET /channels/{channel_id}/messages";
const CHANNELS = "GET /guilds/{guild_id}/channels";

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
  const threads: { readonly id: string }[] = [];
  for (let index = 0; index < people; index += 1) {
    const user = discord.addUser(`customer ${index}`);
    discord.join(guild, user);
    const customer = discord.user(user.id);
    const thread = customer.createsThread(support, `Question ${index}`, { text: `Question ${index}` });
    agent.writes(thread, "Solved.");
    customer.writes(thread, "Thanks");
    threads.push(thread);
  }
  const calls = (route: RegExp) =>
    discord.requests.filter(({ method, path }) => route.test(`${method} ${path}`)).length;
  return { ...furnished, same, time, calls, agent, threads };
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

it("misses nothing where our clock is ahead of Discord's", async () => {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds(), aheadMs: 10 * MINUTE };
  const before = await discordDesk(same);
  await before.settle();
  await before.stop();
  time.advance(MINUTE);
  const customer = furnished.discord.user("customer");
  customer.createsThread(furnished.support, "Invoice", { text: "My invoice is wrong." });
  const desk = await discordDesk(same);
  await desk.settle();
  expect(await desk.store.list("interaction", {})).toHaveLength(1);
  expect(desk.discord.complaints).toEqual([]);
});

describe("what happens before the reading of a server has come to it", () => {
  /** A program that has been away, and cannot read the server as a whole. */
  async function back() {
    const away = await awayFrom(1);
    away.discord.faults.add({ on: CHANNELS, when: "before", how: { status: 500 }, times: 1_000 });
    const desk = await unstartedDesk(away.same);
    await desk.adapter.start();
    await expect.poll(() => desk.adapter.gateway?.isReady, { timeout: 60_000 }).toBe(true);
    const [thread] = away.threads;
    if (!thread) throw new Error("No thread was opened meanwhile");
    return { ...away, desk, thread };
  }

  const resolves = ({ agent, thread }: Awaited<ReturnType<typeof back>>) =>
    expect.poll(async () => (await agent.runs("resolve", { in: thread })).text).toMatch(/is resolved/);

  it.each([
    ["/resolve", resolves],
    [
      "the menu's form",
      async ({ agent, thread }) => {
        const [message] = agent.sees(thread);
        const { modal } = message ? await agent.usesMessageMenu("Resolve and ask", message) : { modal: null };
        await agent.submitsModal(modal?.customId ?? "", {});
      },
    ],
    ["archiving", async ({ agent, thread }) => agent.archives(thread)],
    [
      "words, then /resolve",
      async (returned) => {
        returned.agent.writes(returned.thread, "Anything else?");
        await resolves(returned);
      },
    ],
  ] satisfies [string, (returned: Awaited<ReturnType<typeof back>>) => Promise<unknown>][])(
    "is decided with what was missed: %s",
    async (_, resolve) => {
      const returned = await back();
      await resolve(returned);
      const { store } = returned.desk;
      await expect.poll(() => store.list("resolution", {})).toMatchObject([{ fate: "waiting", fateReason: null }]);
      expect((await store.list("entry", {})).map(({ text }) => text).slice(0, 3)).toEqual([
        "Question 0",
        "Solved.",
        "Thanks",
      ]);
      expect(await store.list("interaction", {})).toMatchObject([{ openedBy: "customer" }]);
      expect(returned.discord.complaints).toEqual([]);
    },
  );

  it("is not decided where that cannot be read, and whoever wants it is asked to try again", async () => {
    const returned = await back();
    returned.discord.faults.add({ on: MESSAGES, when: "before", how: { status: 500 } });
    const said = await returned.agent.runs("resolve", { in: returned.thread });
    expect(said).toMatchObject({ text: "Not sent. Please try again." });
    expect(await returned.desk.store.list("resolution", {})).toEqual([]);
    await resolves(returned);
    expect(await returned.desk.store.list("resolution", {})).toMatchObject([{ fate: "waiting" }]);
  });
});
