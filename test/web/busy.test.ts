import { join } from "node:path";
import { expect, it } from "vitest";
import { Database } from "../../adapters/database/driver.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { countingIds, createWorld, settingsOf } from "../world.ts";
import { expectProblem, withTalk } from "./api/help-desk.ts";

const settings = settingsOf({ ask: { quietHours: "" } });

it("answers 503 with when to come again while another program holds the database, and goes on with everything else", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const desk = await withTalk({ from: createWorld({ settings, ids: countingIds(), store }) });
  const other = new Database(path);
  other.exec("BEGIN IMMEDIATE");
  const form = new URLSearchParams({ me: "abcdef", chat: "abcdef", text: "Hello" });
  const writes = [
    desk.call("/interactions/T-1/entries", { author: "customer", text: "Still wrong." }),
    desk.call("/interactions", { id: "T-2", customer: { id: "c-2" } }),
    desk.sit("/customer/message", { method: "POST", body: form }),
  ];
  let others = 0;
  const beats = Promise.all(writes).then(() => null);
  for (let isOver = false; !isOver; ) {
    expect((await desk.ask("/healthz")).status).toBe(200);
    expect((await desk.call("/interactions/T-1")).status).toBe(200);
    others += 1;
    isOver = (await Promise.race([beats, new Promise((resolve) => setTimeout(resolve, 20))])) === null;
  }
  const answers = await Promise.all(writes);
  for (const answer of answers) {
    expect([answer.status, Number(answer.headers.get("retry-after"))]).toEqual([503, expect.any(Number)]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  await expectProblem(answers[0] as Response, 503, "busy");
  expect(others).toBeGreaterThan(1);
  expect(desk.world.log.faults).toEqual([]);
  const late = desk.call("/interactions/T-1/entries", { author: "customer", text: "Still wrong." });
  await new Promise((resolve) => setTimeout(resolve, 100));
  other.exec("ROLLBACK");
  other.close();
  expect((await late).status).toBe(201);
});
