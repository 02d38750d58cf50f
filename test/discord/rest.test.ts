import { expect, it } from "vitest";
import { createRest } from "../../adapters/discord/rest.ts";
import { manualTime } from "../servers/discord/time.ts";
import { MONDAY_TEN, rememberingLog } from "../world.ts";
import { furnishedDiscord } from "./discord-desk.ts";

it("stops calling and shouts where Discord refuses call after call, long before it would bar us", async () => {
  const { discord, support } = await furnishedDiscord(manualTime(MONDAY_TEN));
  const log = rememberingLog();
  const { token, apiUrl } = discord;
  const api = createRest({ token, apiUrl, clock: { now: () => MONDAY_TEN }, log, mostInvalid: 8 });
  discord.faults.add({ on: "*", when: "before", how: { status: 403 }, times: 100 });
  const path = `/channels/${support.id}`;
  for (let count = 0; count < 20; count += 1) await api.call("GET", path);
  // The library counts refusals for the whole process, those of other tests too.
  expect(discord.requests.length).toBeGreaterThan(0);
  expect(discord.requests.length).toBeLessThanOrEqual(8);
  expect(log.faults.join()).toContain("Check the bot's permissions");
  expect(await api.call("GET", path)).toMatchObject({ kind: "limited", afterMs: expect.any(Number) });
});

it("asks with a refused token once a minute at first and ever more rarely, and works on once it is accepted", async () => {
  const time = manualTime(MONDAY_TEN);
  const { discord, support } = await furnishedDiscord(time);
  const { token, apiUrl } = discord;
  const api = createRest({ token, apiUrl, clock: time, log: rememberingLog() });
  const path = `/channels/${support.id}`;
  discord.faults.add({ on: "*", when: "before", how: { status: 401 }, times: 2 });
  const call = async () => (await api.call("GET", path)).kind;
  expect([await call(), await call(), discord.requests.length]).toEqual(["error", "limited", 1]);
  time.advance(60_000);
  expect([await call(), await call(), discord.requests.length]).toEqual(["error", "limited", 2]);
  time.advance(60_000);
  expect([await call(), discord.requests.length]).toEqual(["limited", 2]);
  time.advance(60_000);
  expect([await call(), await call(), discord.requests.length]).toEqual(["ok", "ok", 4]);
  expect(discord.complaints).toEqual([]);
});
