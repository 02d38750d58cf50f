import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { createIds } from "../../adapters/ids.ts";
import { checkMachine } from "../../adapters/work/checks/check-machine.ts";
import { checkWork } from "../../adapters/work/checks/check-work.ts";
import { createBot } from "../../src/bot.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { settingsSchema } from "../../src/settings.ts";
import { WORDING } from "../catalogues.ts";
import { oneDesk } from "../world.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 16, 9);

/** A store with one survey that is due after the given delay. */
async function storeWithSurvey(delay: string) {
  const store = createMemoryStore();
  const log = { info: () => {}, warn: () => {}, fault: () => {} };
  const bot = createBot({
    ...{ store, log, ids: createIds(), clock: { now: () => NOW }, wording: WORDING },
    desks: oneDesk(settingsSchema.parse({ ask: { delay, quietHours: "", minAgentMessages: 0 } })),
  });
  const talk = { id: null, at: NOW, conversation: "web:chat:1" };
  const author = { address: "web:customer:1", role: "customer" } as const;
  await bot.handle({ kind: "message", ...talk, messageId: "1", author, text: "Words" });
  await bot.handle({ kind: "resolved", ...talk, by: { address: "web:agent:ash", role: "agent" } });
  return store;
}

describe("The check of the machine", () => {
  it("finds a clock that stands before the program was built", () => {
    const clock = checkMachine(null, 0).find(({ check }) => check === "clock");
    expect(clock).toMatchObject({ level: "fault", found: expect.stringContaining("1970-01-01T00:00:00.000Z") });
    expect(clock?.remedy).toContain("Set the machine's clock");
  });

  it("looks at the disk of a folder that does not exist yet", () => {
    const disk = checkMachine("/nowhere/yet", NOW).find(({ check }) => check === "disk");
    expect(disk?.found).toMatch(/^\d+ MB free at \/nowhere\/yet$/);
  });
});

describe("The check of the work", () => {
  it.each([
    [60, true, "fault"],
    [60, false, "warning"],
    [1, true, "ok"],
  ])(
    "judges a survey that is %d minutes late, with the program running (%s), as %s",
    async (late, isRunning, level) => {
      const store = await storeWithSurvey("1m");
      const findings = await checkWork(store.at(DEFAULT_DESK), { now: NOW + (1 + late) * MINUTE, isRunning });
      expect(findings.find(({ check }) => check === "surveys")).toMatchObject({ level });
    },
  );
});
