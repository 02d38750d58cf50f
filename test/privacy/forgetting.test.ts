import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { tap } from "../conversations/talk.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import {
  agent,
  createWorld,
  DAY,
  HOUR,
  MINUTE,
  MONDAY_TEN,
  settingsOf,
  stranger,
  type World,
  type WorldOptions,
} from "../world.ts";
import { danglingIn } from "./bytes.ts";

const person: Person = {
  ...{ address: "chat:one:u7quirin", role: "customer", name: "Quirin Zebedaeus", email: "quirin@zeb.example" },
  locale: "en",
};
const THREAD = "chat:one:c1:t1quirin";
const TEAM = "chat:one:team";
/** Whatever must be nowhere: words, name, address, e-mail, place. */
const MARKS = ["kumquat", "Quirin", "Zebedaeus", "quirin", "zeb.example", "marzipan", "persimmon", "loganberry"];

const webhooks = [{ id: "crm", url: "https://crm.example/hook" }];
const settings = (more = {}) =>
  settingsOf({ webhooks, promoters: { askQuote: true }, digest: { minAnswers: 1 }, ...more });

async function fileWorld(more: Partial<WorldOptions> = {}) {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const world = createWorld({ store, platform: "chat", teamLanes: [TEAM], settings: settings(), ...more });
  return { path, store, world };
}

/** An unhappy conversation with everything that may come of it; gives the survey's id. */
async function unhappy(world: World, by = person, where = THREAD): Promise<string> {
  await world.writes(by, "The kumquat does not load.", where);
  const edit = { kind: "message-edited", messageId: "none", text: "loganberry", writtenAt: world.now() } as const;
  for (const conversation of [where, by.address]) await world.handle({ ...edit, conversation });
  expect(await world.store.list("amendment", {})).not.toEqual([]);
  await world.writes(agent, "Hello Quirin, I mended it.", where);
  await world.resolves(agent, { where });
  await world.pass(5 * MINUTE);
  const survey = (await world.store.list("survey", {})).at(-1);
  const surveyId = survey?.id ?? "";
  await world.handle({ ...tap(surveyId, 2, by) });
  await world.handle({
    kind: "comment-given",
    surveyId,
    by,
    comment: "Slow, and the marzipan is missing still.",
    via: "form",
  });
  await world.handle({ kind: "contact-wished", surveyId, by, wish: "yes", how: "Call persimmon 12" });
  const [item] = await world.store.list("case", {});
  await world.handle({
    kind: "case-acted",
    caseId: item?.id ?? "",
    by: agent,
    act: "contact",
    note: "Spoke with Quirin",
  });
  await world.pass(MINUTE);
  return surveyId;
}

/** Forgetting asked for, sure, and done. */
async function forgotten(world: World, by = person): Promise<void> {
  await world.handle({
    kind: "message",
    conversation: by.address,
    messageId: `f${world.now()}`,
    author: by,
    text: "forget me",
    isDirect: true,
  });
  await world.settle();
  await world.handle({
    kind: "message",
    conversation: by.address,
    messageId: `g${world.now()}`,
    author: by,
    text: "yes",
    isDirect: true,
  });
  await world.pass(20 * MINUTE);
}

function found(bytes: Buffer): string[] {
  return MARKS.filter((mark) => bytes.includes(mark));
}

it("leaves no word of the person in any byte of the database, its log or a fresh backup", async () => {
  const { world, store, path } = await fileWorld();
  await unhappy(world);
  await world.writes(stranger, "Other words.", "chat:one:c1:t2");
  await world.writes(person, "My kumquat too!", "chat:one:c1:t2");
  await world.pass(8 * DAY, DAY);
  expect(found(Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]))).toEqual(
    expect.arrayContaining(["kumquat", "marzipan", "persimmon", "Quirin"]),
  );
  await forgotten(world);
  expect(await world.store.list("tombstone", {})).toMatchObject([
    { stage: "done", dueAt: null, posts: [], keptAs: null },
  ]);
  store.scrub();
  expect(found(readFileSync(path))).toEqual([]);
  expect(found(readFileSync(`${path}-wal`))).toEqual([]);
  const backup = `${path}.copy`;
  await store.backup(backup);
  expect(found(readFileSync(backup))).toEqual([]);
  expect(await world.store.list("entry", { where: { text: "Other words." } })).toHaveLength(1);
  expect(store.check().problems).toEqual([]);
  await store.close();
});

it("edits in chat what the bot has posted with their words, and says so kindly", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings() });
  await unhappy(world);
  const cards = (await world.posts(TEAM)).filter(({ message }) => message.replaces === undefined);
  world.chat.posted.length = 0;
  await forgotten(world);
  const edits = world.chat.posted.filter(({ post }) => post.lane === TEAM).map(({ post }) => post.message);
  expect(new Set(edits.map(({ replaces }) => replaces))).toEqual(new Set(cards.map(({ id }) => id)));
  expect(new Set(edits.map(({ text }) => text))).toEqual(new Set(["Removed at the customer’s wish."]));
  const said = world.chat.posted
    .filter(({ post }) => post.lane === person.address)
    .map(({ post }) => post.message.text);
  expect(said[0]).toContain("cannot be undone");
  expect(said[1]).toContain("We are deleting everything");
});

it("keeps the bare score of nobody, by the day, or nothing where the desk keeps none", async () => {
  for (const keepScores of [true, false]) {
    const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings({ privacy: { keepScores } }) });
    await unhappy(world);
    const [before] = await world.store.list("response", {});
    await forgotten(world);
    const responses = await world.store.list("response", {});
    expect(responses).toHaveLength(keepScores ? 1 : 0);
    const midnight = Date.parse("2026-11-15T23:00:00Z");
    for (const one of responses)
      expect(one).toMatchObject({ score: 2, comment: null, answeredAt: midnight, changedAt: midnight });
    expect(responses.map(({ id }) => id)).not.toContain(before?.id);
    expect(await world.store.list("identity", { where: { id: person.address } })).toEqual([]);
    expect(await world.store.list("case", {})).toEqual([]);
  }
});

it("is harmless when pressed twice, and whoever comes back begins anew", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings() });
  await unhappy(world);
  const press = { kind: "forget-wanted", by: person, isSure: true, answerIn: person.address } as const;
  expect((await world.handle(press)).refusal).toBeUndefined();
  expect((await world.handle(press)).refusal).toMatchObject({ code: "unknown", told: true });
  await world.pass(20 * MINUTE);
  expect((await world.handle(press)).refusal).toMatchObject({ code: "unknown" });
  await world.settle();
  expect((await world.handle(press)).refusal).toMatchObject({ code: "unknown" });
  expect(await world.posts(person.address)).toHaveLength(1);
  await world.writes(person, "Hello again", "chat:one:c1:t9");
  expect(await world.store.list("tombstone", {})).toHaveLength(1);
  expect(await world.store.list("interaction", { where: { conversation: "chat:one:c1:t9" } })).toHaveLength(1);
});

it("goes on after it was broken off at any save, however much there is", async () => {
  const { world, store, path } = await fileWorld();
  for (let count = 0; count < 30; count += 1) await world.writes(person, `kumquat ${count}`, `chat:one:c1:x${count}`);
  await unhappy(world);
  await world.handle({ kind: "forget-wanted", by: person, isSure: true });
  for (let ticks = 0; ticks < 12; ticks += 1) {
    const again = createWorld({
      store,
      platform: "chat",
      teamLanes: [TEAM],
      settings: settings(),
      start: world.now() + 100 * ticks,
      ids: world.ids,
    });
    await again.settle();
  }
  await world.pass(5 * MINUTE);
  expect(await world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  store.scrub();
  expect(found(readFileSync(path))).toEqual([]);
  await store.close();
});

it("takes the words out of a digest that was posted, with its history and its posts", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings(), start: MONDAY_TEN });
  await unhappy(world);
  await world.pass(8 * DAY, 6 * HOUR);
  const [digest] = await world.store.list("digest", {});
  expect(JSON.stringify(digest?.document)).toContain("marzipan");
  world.chat.posted.length = 0;
  await forgotten(world);
  const [after] = await world.store.list("digest", {});
  expect(JSON.stringify(after)).not.toContain("marzipan");
  expect(after?.document.nps).toEqual(digest?.document.nps);
  const edited = world.chat.posted.map(({ post }) => post.message).filter(({ kind }) => kind === "digest");
  expect(edited).toHaveLength(1);
  expect(JSON.stringify(edited)).not.toContain("marzipan");
  expect(edited[0]?.sections?.length).toBeGreaterThan(3);
});

it("takes a sentence of theirs out of a meeting where the empty chair said it, and a leader's sitting with them", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings() });
  await unhappy(world);
  const lead: Person = { address: "chat:one:u1lead", role: "lead", name: "Lead Lime" };
  await world.handle({ kind: "chair-wanted", by: lead, place: "chat:one:c9meeting" });
  await world.handle({ kind: "sitting-wanted", by: lead });
  await world.pass(MINUTE);
  const said = async () => JSON.stringify(await world.posts("chat:one:c9meeting"));
  expect(await said()).toContain("marzipan");
  expect(await world.store.list("sitting", {})).toHaveLength(1);
  await forgotten(world);
  expect(await said()).not.toContain("marzipan");
  expect(world.chat.posted.at(-1)?.post.message.text).not.toContain("marzipan");
  expect(await world.store.list("sitting", {})).toEqual([]);
  expect(await world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
});

it("edits what was on its way to the team when it began, and gives nobody their words from then on", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings() });
  const lead: Person = { address: "chat:one:u1lead", role: "lead", name: "Lead Lime" };
  await unhappy(world);
  let isForgotten = false;
  world.chat.answer = ({ post }) => ({ kind: "posted", reference: `ref-${post.id}` });
  world.chat.found = ({ post }) => `ref-${post.id}`;
  await world.handle({ kind: "chair-wanted", by: lead, place: "chat:one:c9meeting" });
  world.chat.answer = async ({ post }) => {
    if (!isForgotten && post.lane === "chat:one:c9meeting") {
      isForgotten = true;
      await world.handle({ kind: "forget-wanted", by: person, isSure: true });
      const refused = await world.handle({ kind: "chair-wanted", by: lead, place: "chat:one:c8meeting" });
      expect(refused.refusal).toBeDefined();
      for (const { id } of await world.store.list("tombstone", {}))
        await world.handle({ kind: "tombstone-due", subject: id });
    }
    return { kind: "posted", reference: `ref-${post.id}` };
  };
  await world.pass(20 * MINUTE);
  const said = world.chat.posted
    .filter(({ post }) => post.lane === "chat:one:c9meeting")
    .map(({ post }) => post.message);
  expect(said[0]?.quote?.text).toContain("marzipan");
  expect(said.at(-1)).toMatchObject({ text: "Removed at the customer’s wish.", replaces: expect.any(String) });
  expect(await world.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  expect(JSON.stringify(await world.posts("chat:one:c9meeting"))).not.toContain("marzipan");
});

it("takes away what lets a forgotten person in to the pages, and leaves nothing that refers to what is gone", async () => {
  const world = createWorld({ platform: "chat", teamLanes: [TEAM], settings: settings() });
  await unhappy(world);
  const lead: Person = { address: "chat:one:u1lead", role: "lead", name: "Lead Lime" };
  await world.handle({ kind: "sitting-wanted", by: lead, count: 1 });
  await world.handle({ kind: "link-wanted", by: { ...person, role: "lead" }, path: "/executive" });
  expect(await world.store.list("link", {})).toHaveLength(1);
  await forgotten(world);
  expect(await world.store.list("link", {})).toEqual([]);
  expect(await danglingIn(world.store)).toEqual([]);
});
