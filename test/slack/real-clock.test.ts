import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import type { Store } from "../../src/ports.ts";
import { createRealTime } from "../servers/slack/time.ts";
import { localSlack, MODES, type Mode, SUPPORT, slackDesk } from "./slack-desk.ts";

/** A store whose first save of what a person did takes so long. */
function slowStore(ms: number): Store {
  const store = createMemoryStore();
  let isFirst = true;
  return {
    ...store,
    async save(desk, event, changes) {
      if (event.id?.startsWith("slack:event:") && isFirst) {
        isFirst = false;
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
      return store.save(desk, event, changes);
    },
  };
}

/** Whether each delivery of one message was acknowledged, where saving it takes so long. */
async function acknowledgements(mode: Mode, ms: number): Promise<boolean[]> {
  const time = { ...createRealTime(), advance: async () => {} };
  const slack = await localSlack(time);
  const store = slowStore(ms);
  const desk = await slackDesk({ mode, slack, time, store });
  slack.user("U1").writes(SUPPORT, "Hello?");
  await slack.events.quiet();
  await expect.poll(() => desk.store.list("entry", {})).toHaveLength(1);
  expect(slack.complaints).toEqual([]);
  return slack.deliveries.map(({ receipt }) => receipt.ok);
}

describe("at Slack's real three seconds", () => {
  it("a save of two seconds is acknowledged in time, and one of three and a half comes again and is kept once", async () => {
    const outcomes = await Promise.all(
      MODES.flatMap((mode) => [acknowledgements(mode, 2_000), acknowledgements(mode, 3_500)]),
    );
    expect(outcomes).toEqual([[true], [false, true], [true], [false, true]]);
  });
});
