import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { storyText } from "../../adapters/cli/story-text.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import type { Settings } from "../../src/settings.ts";
import { gatherStory } from "../../src/story/gather-story.ts";
import { storyOf } from "../../src/story/story.ts";
import { another, away, reachable } from "../conversations/talk.ts";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";

const SETTINGS = settingsOf();

async function storyIn(world: World, where = conversation, settings: Settings = SETTINGS) {
  const rows = await gatherStory(
    { deskId: DEFAULT_DESK, store: world.store, settings },
    await world.interaction(where),
  );
  if (rows === null) throw new Error("There is no customer");
  return storyOf(rows, settings, world.now());
}

const textIn = async (world: World, where = conversation, settings: Settings = SETTINGS) =>
  storyText(await storyIn(world, where, settings), world.now());

const colleague = { ...agent, address: "web:agent:bo", name: "Agent Bo" };

/** A question that waits for the morning and for its platform, a detractor, and a case that somebody has. */
async function detractor(): Promise<World> {
  const world = createWorld({ start: Date.parse("2026-11-16T18:50:00Z") });
  await world.writes(customer, "My invoice is wrong, says one@example.com");
  await world.writes(agent, "I have corrected it.");
  await world.pass(7 * MINUTE);
  await world.resolves();
  world.chat.answer = away;
  await world.pass(12 * HOUR + 4 * MINUTE);
  world.chat.answer = reachable;
  await world.pass(20 * MINUTE);
  const answer = { surveyId: (await world.survey()).id, by: customer, score: 3, via: "tap" } as const;
  await world.handle({ kind: "score-given", ...answer, comment: "Too late for one@example.com" });
  await world.pass(10 * MINUTE);
  const [item] = await world.store.list("case", {});
  await world.handle({ kind: "case-acted", caseId: item?.id ?? "", by: colleague, act: "claim" });
  await world.settle();
  return world;
}

describe("The story of a conversation", () => {
  it("is the one that the README tells, without anybody's words", async () => {
    const world = await detractor();
    const told = await textIn(world);
    expect(told).not.toMatch(/invoice|one@example|Too late/);
    expect(readFileSync("README.md", "utf8")).toContain(`\`\`\`text\n${told}\`\`\``);
  });

  it.each([
    [{ minCustomerMessages: 2 }, "it was too short. The customer wrote 1 time, and ask.minCustomerMessages is 2."],
    [{ sample: "0%" }, /it was not drawn\. Its lot is 0\.\d\d, and ask\.sample takes those below 0\./],
  ])("says why nobody was asked, with the setting and the value that decided: %j", async (ask, because) => {
    const settings = settingsOf({ ask });
    const world = createWorld({ settings });
    await another(world, conversation);
    const told = await textIn(world, conversation, settings);
    expect(told.split("Not asked: ")[1]).toMatch(because);
    expect(told).toContain("No question comes: this resolution is not asked about.\n");
  });

  it("names the question that was open when nobody was asked", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await another(world, "web:chat:2");
    expect(await textIn(world, "web:chat:2")).toContain(
      `Not asked: another question to the same customer was still open: survey ${id} in conversation`,
    );
  });

  it("says so where it was the settings of that time that decided", async () => {
    const world = createWorld();
    await world.handle({ kind: "score-given", surveyId: (await world.asked()).id, by: customer, score: 9, via: "tap" });
    await another(world, "web:chat:2");
    const now = settingsOf({ ask: { cooldownAnswered: "0s" } });
    expect(await textIn(world, "web:chat:2", now)).toMatch(
      /and answered \(survey .*\), and ask\.cooldownAnswered of that time kept them from being asked again; now it is 0 seconds\./,
    );
  });

  it("tells of a customer who is left in peace, by their wish or a colleague's", async () => {
    const world = createWorld();
    await world.writes(customer, "One.");
    await world.writes(agent, "Done.");
    await world.resolves(agent, { skip: "one@example.com was upset" });
    expect(await textIn(world)).toContain(
      "Not asked: a colleague skipped the question (Agent Ash: [e-mail] was upset).",
    );
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await another(world, "web:chat:2");
    expect(await textIn(world, "web:chat:2")).toContain(
      "Not asked: the customer does not want to be asked, since Mon 2026-11-16 10:00.",
    );
  });

  it("tells of a question that nobody answers, from the day it waits to the end", async () => {
    const world = createWorld();
    await world.asked();
    const waiting = await storyIn(world);
    expect(waiting.next.map(({ what, at }) => [what, new Date(at ?? 0).toISOString()])).toEqual(
      [
        ["remind", "2026-11-19T09:05:00.000Z"],
        ["expire", "2026-11-23T09:05:00.000Z"],
        ["digest", "2026-11-23T08:00:00.000Z"],
      ].toSorted(([, one], [, other]) => ((one ?? "") < (other ?? "") ? -1 : 1)),
    );
    expect(waiting.rest).toBeNull();
    await world.pass(8 * DAY, DAY / 2);
    const told = await textIn(world);
    expect(told).toContain("The reminder was given out for web:chat:1.");
    expect(told).toContain("Nobody answered in time (ask.expireAfter): the question was closed.");
    expect(told).toContain("The digest of 2026-W47 was posted: resolution 1 stands among what became of them.");
    expect(told).toMatch(/\nThe question is over: nobody answered, and it is put once\.\n$/);
  });

  it("tells what the platform said of a question that does not get through", async () => {
    const world = createWorld();
    world.chat.answer = away;
    await world.writes(customer, "One.");
    await world.writes(agent, "Done.");
    await world.resolves();
    await world.pass(6 * MINUTE);
    const waits = await textIn(world);
    expect(waits).toMatch(/question to web:chat:1: waits, next on .*, after \d attempts?; the platform said: away\./);
    expect(waits).toMatch(/ {2}Outbox \d+ goes to web:chat:1\.\n/);
    world.chat.answer = () => ({ kind: "refused", reason: "channel_not_found" });
    await world.pass(HOUR);
    const failed = await textIn(world);
    expect(failed).toMatch(/failed after \d+ attempts; the platform said: channel_not_found\./);
    expect(failed).toContain("The question could not be delivered: channel_not_found.");
    expect(failed).toContain("No answer can come: the question did not get through.");
  });

  it("tells of one that was declined, and of one that was opened again", async () => {
    const world = createWorld();
    const { id: surveyId } = await world.asked();
    await world.handle({ kind: "reopened", conversation, by: agent });
    const again = await textIn(world);
    expect(again).toContain("Not asked: it was opened again before an answer came.");
    expect(again).toContain("web:chat:1, with customer 00000001: open again.");
    expect(again).toContain("No question comes while it is open.");
    await world.resolves();
    await world.pass(10 * MINUTE);
    const survey = await world.survey();
    expect(survey.id).not.toBe(surveyId);
    await world.handle({ kind: "declined", surveyId: survey.id, by: customer, choice: "not-now" });
    expect(await textIn(world)).toContain("The question is over: the customer would rather not answer.");
  });

  it("follows a case to its end, and the answer in its digest", async () => {
    const world = await detractor();
    const [item] = await world.store.list("case", {});
    const act = { kind: "case-acted", caseId: item?.id ?? "", by: colleague } as const;
    await world.handle({ ...act, act: "contact", note: "Called one@example.com" });
    expect((await storyIn(world)).next[0]).toMatchObject({ what: "digest" });
    expect(await textIn(world)).toMatch(/by a person {11}Agent Bo closes case \d+\./);
    await world.handle({ ...act, act: "resolve", note: "Paid back" });
    const told = await textIn(world);
    expect(told).toContain("Case, step 3: resolved, by Agent Bo.");
    expect(told).toContain("The customer is asked whether it has been put right.");
    expect(told).not.toMatch(/Called|Paid/);
    await world.pass(7 * DAY, DAY);
    const [{ id: responseId } = { id: "" }] = await world.store.list("response", {});
    const reason = "a test by one@example.com";
    await world.handle({ kind: "answer-excluded", responseId, by: { ...colleague, role: "lead" }, reason });
    const later = await textIn(world);
    expect(later).toContain("Asked whether it has been put right, at web:chat:1.");
    expect(later).toContain(
      "The digest of 2026-W47 was posted: resolution 1 stands among what became of them; its answer is left out.",
    );
    expect(later).toContain("The answer is left out: a test by [e-mail].");
  });
});
