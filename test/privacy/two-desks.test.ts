import { expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { readThemes } from "../../adapters/themes.ts";
import { createBot } from "../../src/bot.ts";
import { createTicker } from "../../src/clock.ts";
import { createDesks } from "../../src/desk.ts";
import { WORDING } from "../catalogues.ts";
import { countingIds, customer, MINUTE, MONDAY_TEN, rememberingLog, settingsOf, stranger } from "../world.ts";

const themes = readThemes();
const deskOf = (id: string) => ({ id, settings: settingsOf(), themes, teamLanes: () => ["web:team"] });

it("forgets a person at every desk that knows them, of a typed wish too, and nobody else", async () => {
  const store = createMemoryStore();
  let now = MONDAY_TEN;
  const [clock, log] = [{ now: () => now }, rememberingLog()];
  const desks = createDesks(deskOf("support"), deskOf("returns"));
  const bot = createBot({ store, desks, wording: WORDING, ids: countingIds(), clock, log });
  const ticker = createTicker({ store, bot, clock, log, owner: "one" });
  let count = 0;
  const writes = (desk: string, by: typeof customer, text: string, where: string, isDirect = false) => {
    const id = `event-${++count}`;
    const what = {
      kind: "message",
      conversation: where,
      messageId: id,
      author: by,
      text,
      ...(isDirect ? { isDirect } : {}),
    } as const;
    return bot.handle({ ...what, id, at: now, desk });
  };
  for (const desk of ["support", "returns"]) {
    await writes(desk, customer, "Words", `web:chat:${desk}`);
    await writes(desk, stranger, "Others", `web:chat:other-${desk}`);
  }
  await writes("support", customer, "yes", customer.address, true);
  expect(await store.at("returns").list("tombstone", {})).toEqual([]);
  await writes("support", customer, "delete my data", customer.address, true);
  await writes("support", customer, "yes", customer.address, true);
  for (let ticks = 0; ticks < 10; ticks += 1) {
    now += MINUTE;
    await ticker.tick();
  }
  for (const desk of ["support", "returns"]) {
    const identities = await store.at(desk).list("identity", {});
    expect(identities.map(({ id }) => id)).toEqual([stranger.address]);
    expect((await store.at(desk).list("entry", {})).map(({ text }) => text)).toEqual(["Others"]);
  }
});
