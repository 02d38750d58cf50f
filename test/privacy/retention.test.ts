import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { sweepable } from "../../src/forgetting/gather-old.ts";
import { tap } from "../conversations/talk.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, stranger, type World } from "../world.ts";
import { danglingIn } from "./bytes.ts";

const privacy = { transcriptRetention: "10d", responseRetention: "30d" };
const settings = settingsOf({ privacy });

async function asked(): Promise<World> {
  const world = createWorld({ settings });
  const { id } = await world.asked();
  await world.handle(tap(id, 3));
  await world.pass(MINUTE);
  return world;
}

const counts = async (world: World) => {
  const found = await sweepable(world.store, settings, world.now());
  return Object.fromEntries(found.map(({ kind, count }) => [kind, count]));
};

it("takes the words of old conversations away in the night, and later all of it with the people of whom none is left", async () => {
  const world = await asked();
  expect(await counts(world)).toEqual({ transcripts: 0, conversations: 0, answers: 0, posts: 0, receipts: 0 });
  await world.pass(11 * DAY, DAY);
  await world.pass(HOUR);
  expect(await world.store.list("entry", {})).toEqual([]);
  expect(await world.store.list("response", {})).toHaveLength(1);
  await world.writes(stranger, "Hello", "web:chat:9");
  await world.pass(21 * DAY, DAY);
  await world.pass(HOUR);
  for (const table of ["response", "survey", "case", "resolution", "revision", "step"] as const)
    expect(await world.store.list(table, {})).toEqual([]);
  expect((await world.store.list("identity", {})).map(({ id }) => id)).toEqual([stranger.address]);
  const audits = await world.store.list("audit", { where: { act: "retention-run" } });
  expect(audits.length).toBeGreaterThan(1);
  expect(audits.at(-1)?.facts).toMatchObject({ conversations: 1, answers: 1, customers: 1 });
});

it("says beforehand exactly what then goes, and leaves nothing that refers to what is gone", async () => {
  const world = await asked();
  world.sleep(20 * DAY);
  await world.writes(stranger, "Hello", "web:chat:9");
  await world.writes(agent, "Good day", "web:chat:9");
  await world.resolves(agent, { where: "web:chat:9" });
  await world.pass(10 * MINUTE);
  await world.handle(tap((await world.survey()).id, 2, stranger));
  await world.pass(MINUTE);
  const receipt = { id: "key", fingerprint: "", at: world.now(), status: 201, answer: "Hello", version: 0 };
  const change = { table: "receipt", row: receipt } as const;
  await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [change]);
  world.sleep(11 * DAY);
  const foretold = await counts(world);
  expect(foretold).toMatchObject({ transcripts: 1, conversations: 1, answers: 1, receipts: 1 });
  const [entries, posts] = [await world.store.list("entry", {}), await world.store.list("post", {})];
  await world.handle({ kind: "retention-wanted" });
  for (let turn = 0; turn < 12; turn += 1) await world.handle({ kind: "sweep-due", subject: "retention" });
  const audit = (await world.store.list("audit", { where: { act: "retention-run" }, orderBy: "number" })).at(-1);
  expect(audit?.facts).toMatchObject({ ...foretold, entries: entries.length });
  expect(posts.length - (await world.store.list("post", {})).length).toBe(foretold.posts);
  expect(await counts(world)).toEqual({ transcripts: 0, conversations: 0, answers: 0, posts: 0, receipts: 0 });
  expect(await danglingIn(world.store)).toEqual([]);
});

it("remembers of somebody who wants neither to be asked nor read that they do not, and nothing else", async () => {
  const world = await asked();
  await world.handle({ kind: "reading-changed", by: customer, read: false });
  await world.pass(32 * DAY, DAY);
  await world.pass(HOUR);
  expect(await world.store.list("customer", {})).toMatchObject([{ name: null, email: null }]);
  expect(await world.store.list("identity", {})).toHaveLength(1);
  expect(await world.store.list("interaction", {})).toEqual([]);
});
