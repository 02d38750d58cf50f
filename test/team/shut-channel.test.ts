import { describe, expect, it } from "vitest";
import type { PostResult } from "../../src/ports.ts";
import { findShutChannels } from "../../src/team/find-shut-channels.ts";
import { createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World, type WorldOptions } from "../world.ts";

const OTHER = "chat:s:9";
const LANES = ["web:s:7", OTHER];
const SHUT: PostResult = { kind: "refused", reason: "is-archived", remedy: "Unarchive the channel" };
const lead = { address: "web:agent:lee", role: "lead" } as const;
const settings = settingsOf({ ask: { quietHours: "" } });

/** A desk on two platforms, whose channel on the web's is shut or not. */
function desk(more: WorldOptions = {}) {
  const world = createWorld({ settings, teamLanes: LANES, ...more });
  const state = { isShut: true };
  world.chat.answer = ({ post }) =>
    state.isShut && post.lane.startsWith("web:s:7") ? SHUT : { kind: "posted", reference: `ref-${post.id}` };
  return Object.assign(world, { state });
}

async function unhappy(world: World): Promise<void> {
  const { id: surveyId } = await world.asked();
  await world.handle({ kind: "score-given", surveyId, by: customer, score: 2, via: "tap" });
}
const said = async (world: World, lane: string) => (await world.posts(lane)).map(({ message }) => message.text);
const aboutShut = async (world: World) => (await said(world, OTHER)).filter((text) => text.includes("takes"));

describe("a team channel that takes nothing", () => {
  it("is told of on the other platform once, and so is its end, and once more when it happens again", async () => {
    const world = desk();
    await unhappy(world);
    await world.pass(2 * DAY, 10 * MINUTE);
    expect(await aboutShut(world)).toEqual([expect.stringMatching(/^Web takes nothing .+ \(7\): is-archived\. /)]);
    expect(await findShutChannels(world.store)).toMatchObject([
      { platform: "Web", channel: "7", reason: "is-archived" },
    ]);
    world.state.isShut = false;
    await world.pass(HOUR + MINUTE);
    expect((await aboutShut(world)).slice(1)).toEqual([
      "Web takes posts in the team’s channel (7) again. What waited is being posted there.",
    ]);
    expect(await findShutChannels(world.store)).toEqual([]);
    expect((await world.posts("web:s:7")).map(({ state }) => state)).not.toContain("pending");
    world.state.isShut = true;
    const [item] = await world.store.list("case", {});
    await world.handle({
      kind: "case-acted",
      caseId: item?.id ?? "",
      act: "claim",
      by: { address: "web:agent:lee", role: "lead" },
    });
    await world.pass(HOUR);
    expect(await aboutShut(world)).toHaveLength(3);
  });

  it("is not told of for what passes by itself, for a customer, or in a channel that takes nothing either", async () => {
    const world = desk();
    world.chat.answer = () => ({ kind: "retry", reason: "busy" });
    await unhappy(world);
    await world.pass(HOUR);
    world.chat.answer = ({ post }) => (post.lane === "web:s:7" ? { kind: "retry", reason: "busy" } : SHUT);
    await world.writes(customer, "And again?");
    await world.pass(HOUR);
    expect(await aboutShut(world)).toEqual([]);
  });

  it("waits with the alert, which goes where the settings name another channel, with its case", async () => {
    const before = desk();
    await unhappy(before);
    await before.pass(HOUR);
    const { allDesks: store, ids } = before;
    const world = desk({ store, ids, start: before.now(), teamLanes: ["web:s:8", OTHER] });
    await world.pass(2 * HOUR);
    const [moved] = await world.posts("web:s:8");
    expect(moved).toMatchObject({ state: "posted", message: { text: expect.stringContaining("gave 2 out of 10") } });
    const [item] = await world.store.list("case", {});
    expect(item?.alerts).toContainEqual(expect.objectContaining({ lane: "web:s:8", postId: moved?.id }));
    expect(await findShutChannels(world.store)).toEqual([]);
  });

  it("waits with a cord's card, which is answered where it then stands", async () => {
    const before = desk();
    await before.writes(customer, "It is broken.");
    await before.settle();
    const sentence = "Nothing arrives.";
    await before.handle({
      kind: "cord-pulled",
      conversation: (await before.interaction()).conversation,
      by: lead,
      sentence,
    });
    await before.pass(HOUR);
    const { allDesks: store, ids } = before;
    const world = desk({ store, ids, start: before.now(), teamLanes: ["web:s:8", OTHER] });
    await world.pass(2 * HOUR);
    const [cord] = await world.store.list("cord", {});
    expect(cord?.posts.map(({ lane }) => lane).toSorted()).toEqual(["web:s:8", OTHER].toSorted());
    await world.handle({ kind: "cord-answered", cordId: cord?.id ?? "", by: lead, sentence: "We look at it." });
    await world.settle();
    expect((await world.posts("web:s:8")).at(-1)?.message).toMatchObject({ replaces: expect.any(String), actions: [] });
  });
});
