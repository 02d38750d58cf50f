import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore, temporaryFolder } from "../../database/open-store.ts";
import { createWorld, DAY, MINUTE } from "../../world.ts";
import { openDesk } from "../open-desk.ts";
import { CUSTOMER, expectProblem, read, withQuestion, withTalk } from "./help-desk.ts";

const keyed = (key: string, method = "POST") => ({ method, headers: { "Idempotency-Key": key } });

it("answers the first result again for the same key and body", async () => {
  const desk = await openDesk();
  const writes: [string, unknown][] = [
    ["/interactions", { id: "T-1", customer: CUSTOMER }],
    ["/interactions/T-1/entries", { author: "customer", text: "Hello" }],
    ["/interactions/T-1/entries", { author: "agent", text: "Hello", id: "m-1" }],
    ["/interactions/T-1/resolve", {}],
  ];
  const results = [];
  for (const [path, body] of writes)
    results.push(await read(await desk.call(path, body, keyed(`key ${path} ${results.length}`.replaceAll(" ", "-")))));
  expect(results.map(([status]) => status)).toEqual([201, 201, 201, 200]);
  for (const [index, [path, body]] of writes.entries()) {
    const again = await desk.call(path, body, keyed(`key ${path} ${index}`.replaceAll(" ", "-")));
    expect(await read(again)).toEqual(results[index]);
  }
  expect(await desk.world.store.list("entry", {})).toHaveLength(2);
  expect(await desk.world.resolutions()).toHaveLength(1);
});

it("keeps the answer to an added entry in the same save as the entry", async () => {
  const desk = await withTalk();
  const add = async () =>
    read(await desk.call("/interactions/T-1/entries", { author: "agent", text: "One" }, keyed("k1")));
  const answer = await add();
  expect(await desk.world.store.get("receipt", "k1")).toMatchObject({ version: 1, status: 201 });
  expect(await add()).toEqual(answer);
});

it("refuses the same key for another body or another call", async () => {
  const desk = await withTalk();
  await desk.call("/interactions/T-1/entries", { author: "customer", text: "One" }, keyed("k1"));
  const other = await desk.call("/interactions/T-1/entries", { author: "customer", text: "Two" }, keyed("k1"));
  await expectProblem(other, 409, "Idempotency-Key");
  await expectProblem(await desk.call("/interactions/T-1/resolve", {}, keyed("k1")), 409, "Idempotency-Key");
  expect(await desk.world.store.list("entry", {})).toHaveLength(3);
});

it("lets one of many with the same key through, however close together they come", async () => {
  const desk = await withTalk();
  const texts = ["One", "One", "One", "Two", "Two"];
  const answers = await Promise.all(
    texts.map((text) => desk.call("/interactions/T-1/entries", { author: "customer", text }, keyed("k1"))),
  );
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201, 409]));
  expect(await desk.world.store.list("entry", {})).toHaveLength(3);
});

it("remembers keys in the database, so that a restart changes nothing", async () => {
  const path = join(temporaryFolder(), "desk.db");
  const before = await openStore(path);
  const first = await openDesk({ from: createWorld({ store: before }) });
  const result = await read(await first.call("/interactions", { id: "T-1", customer: CUSTOMER }, keyed("k1")));
  await first.platform.stop();
  await before.close();
  const after = await openStore(path);
  const second = await openDesk({ from: createWorld({ store: after }) });
  expect(await read(await second.call("/interactions", { id: "T-1", customer: CUSTOMER }, keyed("k1")))).toEqual(
    result,
  );
  const other = await second.call("/interactions", { id: "T-2", customer: CUSTOMER }, keyed("k1"));
  await expectProblem(other, 409, "Idempotency-Key");
  await second.platform.stop();
  await after.close();
});

it("answers a taken answer as taken and a refused one as refused, whenever it is sent again", async () => {
  const desk = await withQuestion();
  const path = `/surveys/${desk.surveyId}/response`;
  const taken = await desk.call(path, { score: 8 }, keyed("k1", "PUT"));
  await desk.world.pass(7 * DAY, DAY);
  const refused = await desk.call(path, { score: 2 }, keyed("k2", "PUT"));
  await desk.world.pass(MINUTE);
  const [status, first] = await read(taken);
  expect([status, refused.status]).toEqual([200, 409]);
  await desk.call(path, { score: 9 }, keyed("k3", "PUT"));
  expect(await read(await desk.call(path, { score: 8 }, keyed("k1", "PUT")))).toEqual([status, first]);
  expect((await desk.call(path, { score: 2 }, keyed("k2", "PUT"))).status).toBe(409);
  expect(await desk.world.store.list("revision", {})).toHaveLength(1);
});

it.each(["", "with space", "ü", "x".repeat(256)])("refuses a key that cannot be kept: %j", async (key) => {
  const desk = await openDesk();
  const init = { method: "POST", headers: { "Idempotency-Key": key } };
  const sent = desk.call("/interactions", { id: "T-1", customer: CUSTOMER }, init);
  await expectProblem(await sent, 400, "Idempotency-Key");
});
