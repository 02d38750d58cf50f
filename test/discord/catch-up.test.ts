import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { manualTime } from "../servers/discord/time.ts";
import { countingIds, MINUTE, MONDAY_TEN } from "../world.ts";
import { discordDesk, furnishedDiscord } from "./discord-desk.ts";

const MANY = 12;

it("waits as it is told where looking people up meets a limit, hears everybody, and looks nobody up twice", async () => {
  const time = manualTime(MONDAY_TEN);
  const limits = { "GET /guilds/{guild_id}/members/{user_id}": { calls: 5, perMs: 250 } };
  const furnished = await furnishedDiscord(time, { limits: { routes: limits } });
  const { discord, guild, support } = furnished;
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds() };
  const before = await discordDesk(same);
  await before.stop();
  time.advance(5 * MINUTE);
  const people = Array.from({ length: MANY }, (_, index) => discord.addUser(`customer${index}`));
  for (const person of people) discord.join(guild, person);
  for (const { id } of people) {
    const thread = discord.user(id).createsThread(support, "Invoice", { text: `My invoice is wrong, says ${id}.` });
    discord.user("agent").writes(thread, "I look into it.");
    discord.user(id).writes(thread, "Thank you.");
  }
  const desk = await discordDesk(same);
  await expect.poll(() => desk.store.list("entry", {}), { timeout: 20_000 }).toHaveLength(3 * MANY);
  await desk.adapter.quiet();
  const lookUps = () => discord.requests.filter(({ path }) => /\/members\/\d+$/.test(path)).map(({ path }) => path);
  const asked = lookUps();
  expect(new Set(asked).size).toBe(MANY + 1);
  expect(asked.length).toBe(MANY + 1);
  expect(await desk.store.list("interaction", {})).toHaveLength(MANY);
  await desk.stop();
  const again = await discordDesk(same);
  await again.adapter.quiet();
  expect(lookUps()).toEqual(asked);
  expect(again.log.faults).toEqual([]);
  expect(discord.complaints).toEqual([]);
});
