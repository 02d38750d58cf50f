import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digestSchema } from "../../adapters/web/api/digest-schema.ts";
import { emptyWeek, fewAnswers, firstWeek, fullWeek, WEEK } from "../chart/digests.ts";
import { customer, SECOND } from "../world.ts";
import { expectProblem, read } from "./api/help-desk.ts";
import { digestRow, postedDigests } from "./digest-rows.ts";
import { openDesk } from "./open-desk.ts";

test("a posted digest is given as it was posted", async () => {
  const desk = await openDesk();
  const document = fullWeek();
  await postedDigests(desk.world.allDesks, [digestRow(document)]);
  expect(await read(await desk.call(`/digest?week=${WEEK}`))).toEqual([200, document]);
});

test("without a week it is the last finished one", async () => {
  const desk = await openDesk();
  await postedDigests(desk.world.allDesks, [digestRow(fullWeek())]);
  const [, document] = await read(await desk.call("/digest"));
  expect(document).toMatchObject({ id: { week: WEEK }, nps: { score: 20 } });
});

test("a week that was not posted is counted from the rows", async () => {
  const desk = await openDesk();
  await desk.world.asked();
  await desk.world.writes(customer, "3");
  await desk.world.pass(SECOND, SECOND);
  const [status, document] = await read(await desk.call("/digest?week=2026-W47"));
  expect([status, digestSchema.safeParse(document).success]).toEqual([200, true]);
  expect(document).toMatchObject({
    id: { week: "2026-W47", zone: "Europe/Berlin", team: "default" },
    nps: { answers: 1, detractors: 1, score: null, sample: "too-few" },
    fates: { resolved: 1, answered: 1 },
  });
});

test.each([
  ["full", fullWeek],
  ["with few answers", fewAnswers],
  ["the first", firstWeek],
  ["empty", emptyWeek],
])("a digest is what its schema says: %s", (_, make) => {
  const document = make();
  expect(digestSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
});

test("what is no week, a week to come and a call without the key are refused with what to do", async () => {
  const desk = await openDesk();
  const wrong = await expectProblem(await desk.call("/digest?week=2026-46"), 400, "an ISO week such as 2026-W46");
  expect(wrong.errors).toEqual([{ field: "week", message: "an ISO week such as 2026-W46" }]);
  await expectProblem(await desk.call("/digest?week=2026-W48"), 404, "Ask for 2026-W47 or an earlier one");
  await expectProblem(await desk.ask("/api/v1/digest"), 401, "A key is needed");
});

test("the hash of the figures is that of the sealed line of the rows behind them", async () => {
  const desk = await openDesk();
  await desk.world.asked();
  await desk.world.writes(customer, "3");
  await desk.world.pass(SECOND, SECOND);
  const hash = (await desk.call("/digest?week=2026-W47")).headers.get("Digest-Hash");
  const rows = await desk.call("/digest/audit?week=2026-W47");
  expect(rows.headers.get("Content-Type")).toContain("application/x-ndjson");
  const [head, sealed] = (await rows.text()).split("\n");
  expect(
    createHash("sha256")
      .update(sealed ?? "")
      .digest("hex"),
  ).toBe(hash);
  expect(JSON.parse(head ?? "")).toMatchObject({ kind: "head", hash, rowsKept: true });
  await expectProblem(await desk.call("/digest/audit?week=2026-W48"), 404, "Ask for 2026-W47 or an earlier one");
});
