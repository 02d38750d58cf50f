import { describe, expect, it } from "vitest";
import { BOUNDS } from "../../src/interaction/bounds.ts";
import { conversation, createWorld, customer, HOUR, MINUTE, SECOND, type World } from "../world.ts";
import { createDigestWorld, desk, passDays } from "./digest-world.ts";

const TEAM = "web:team";
const ofKind = async (world: World, lane: string) => (await world.posts(lane)).map(({ message }) => message);

async function changes(world: World, surveyId: string, times: number, settles: boolean): Promise<number> {
  let last = 0;
  for (let time = 0; time < times; time += 1) {
    last = 1 + ((time * 7) % 10);
    await world.handle({ kind: "score-given", surveyId, by: customer, score: last, via: "form" });
    world.sleep(SECOND / 2);
    if (settles) await world.settle();
  }
  return last;
}

describe("an answer that is changed a hundred and fifty times", () => {
  it("counts as it was given last, and keeps its first and its latest revisions", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    const last = await changes(world, id, 150, false);
    const [response] = await world.store.list("response", {});
    expect([response?.score, response?.revisionCount]).toEqual([last, 150]);
    const revisions = await world.store.list("revision", { orderBy: "number" });
    expect(revisions.map(({ number }) => number)).toEqual([1, ...Array.from({ length: 49 }, (_, i) => 102 + i)]);
  });

  it("is one card and one edit that waits while none can leave", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, via: "form" });
    await world.settle();
    await changes(world, id, 40, false);
    expect((await ofKind(world, TEAM)).map(({ replaces }) => replaces === undefined)).toEqual([true, false]);
  });

  it("moves its card a few times in an hour, which then says the last answer, and is as quiet to the customer", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    const last = await changes(world, id, 150, true);
    const said = await ofKind(world, TEAM);
    expect(said.length).toBeLessThan(12);
    expect(said.filter(({ replaces }) => replaces === undefined)).toHaveLength(1);
    expect((await ofKind(world, conversation)).length).toBeLessThan(60);
    await world.pass(HOUR);
    expect((await ofKind(world, TEAM)).at(-1)?.text).toContain(`gave ${last} out of 10`);
    expect((await world.store.list("case", {}))[0]?.state).toBe(last > 6 ? "withdrawn" : "new");
    await world.pass(HOUR);
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 9, via: "form" });
    expect((await ofKind(world, TEAM)).at(-1)?.text).toContain("gave 9 out of 10");
  });
});

it("a digest is counted again once a minute at most, keeps its first and its latest versions, and ends with the last answer", async () => {
  const ask = { delay: "0s", quietHours: "", expireAfter: "3d", changeWindow: "30d" };
  const world = createDigestWorld({ settings: desk({ ask }) });
  await world.visit({ score: 9, who: "1" });
  const survey = await world.survey();
  const by = { address: "web:customer:1", role: "customer" } as const;
  await passDays(world, 7);
  const change = (score: number) => world.handle({ kind: "score-given", surveyId: survey.id, by, score, via: "form" });
  expect(await world.digests()).toHaveLength(1);
  for (let time = 0; time < 150; time += 1) {
    await change(1 + (time % 9));
    world.sleep(SECOND / 2);
    await world.settle();
  }
  expect((await world.digests())[0]?.history.length).toBeLessThan(8);
  for (let minute = 0; minute < 20; minute += 1) {
    await change(1 + (minute % 2));
    await world.pass(MINUTE);
  }
  await change(10);
  await world.pass(2 * MINUTE);
  const [row] = await world.digests();
  expect(row?.history).toHaveLength(BOUNDS.digestVersions);
  expect(row?.history[0]?.revision).toBe(1);
  expect(row?.revision).toBeGreaterThan(20);
  expect(row?.document.histogram).toMatchObject({ "10": 1 });
  const edits = (await world.digestPosts()).filter(({ message }) => message.replaces !== undefined);
  expect(edits.length).toBeLessThan(30);
});

describe("a button that is pressed two hundred times", () => {
  it("is answered a few times a minute", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 9, via: "tap" });
    const before = (await world.posts()).length;
    for (let time = 0; time < 200; time += 1) {
      await world.handle({ kind: "change-wanted", surveyId: id, by: customer });
      await world.settle();
    }
    expect((await world.posts()).length - before).toBe(3);
    await world.pass(MINUTE);
    await world.handle({ kind: "change-wanted", surveyId: id, by: customer });
    expect((await world.posts()).length - before).toBe(4);
  });

  it("of a case edits its alert once while that waits", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, via: "tap" });
    await world.settle();
    const alert = (await ofKind(world, TEAM)).length;
    for (const comment of ["It was late.", "Very late.", "Late, and wrong."])
      await world.handle({ kind: "comment-given", surveyId: id, by: customer, comment, via: "form" });
    const edits = (await ofKind(world, TEAM)).slice(alert);
    expect(edits.map(({ quote }) => quote?.text)).toEqual(["Late, and wrong."]);
  });
});
