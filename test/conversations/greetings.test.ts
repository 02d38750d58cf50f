import { describe, expect, it } from "vitest";
import type { Greeting } from "../../src/digest/greeting.ts";
import { DAY, HOUR, type World } from "../world.ts";
import { createDigestWorld, type DigestWorld, desk, MONDAY, passDays, wordsOf } from "./digest-world.ts";

const ASH = { address: "web:agent:ash", role: "agent", name: "Agent Ash" } as const;
const BIRCH = { address: "web:agent:birch", role: "agent", name: "Agent Birch" } as const;

const greetings = (world: World): Promise<Greeting[]> => world.store.list("greeting", {});
const posts = async (world: World) =>
  (await world.posts("web:team")).filter(({ message }) => message.sections && message.kind === "alert");

/** A week in which so many say nothing, up to the digest after it; Birch has helped somebody too. */
async function silentWeek(silent: number, more: Record<string, unknown> = {}): Promise<DigestWorld> {
  const world = createDigestWorld({ settings: desk(more) });
  await world.writes({ address: "web:customer:b", role: "customer", name: "Visitor B" }, "Hello?", "web:chat:b");
  await world.writes(BIRCH, "Hello!", "web:chat:b");
  for (let index = 0; index < silent; index += 1) await world.visit({ score: null });
  await passDays(world, 7);
  return world;
}

function record(world: World, { id }: Greeting, more: Record<string, unknown>) {
  const told = { came: "answered", note: "", ...more } as const;
  return world.handle({ kind: "greeting-recorded", greetingId: id, by: ASH, ...told } as Parameters<
    World["handle"]
  >[0]);
}

describe("Greeting the silent", () => {
  it("draws five with the week's digest, each for a named person who did not help them, and tells the team once", async () => {
    const world = await silentWeek(7);
    const drawn = await greetings(world);
    expect(drawn).toHaveLength(5);
    expect(new Set(drawn.map(({ customerId }) => customerId)).size).toBe(5);
    expect(drawn.every(({ agentAddress, week }) => agentAddress === BIRCH.address && week === "2026-W41")).toBe(true);
    const [post, ...others] = await posts(world);
    expect(others).toEqual([]);
    expect(post?.message).toMatchObject({ mentions: [BIRCH.address] });
    expect(post?.message.actions.map(({ name }) => name)).toEqual(Array(5).fill("greet"));
    const abouts = post?.message.sections?.map(({ about }) => about);
    expect(abouts).toEqual(drawn.map(({ interactionId }) => interactionId));
    expect(post && wordsOf(post)).toMatch(
      /5 customers said nothing[\s\S]*\[1\. Visitor \d\]\nAgent Birch says hello\./,
    );
    const said = (await world.store.list("post", {})).filter(({ lane }) => lane.startsWith("web:chat:"));
    expect(said.every(({ createdAt }) => createdAt < MONDAY + 4 * DAY)).toBe(true);
  });

  it("draws the same from the same rows, and others where the week is another", async () => {
    const names = async (world: World) => (await greetings(world)).map(({ customerId }) => customerId);
    const [once, again] = [await silentWeek(7), await silentWeek(7)];
    expect(await names(once)).toEqual(await names(again));
  });

  it("leaves out whoever has opted out, is a colleague, was brought in, or was drawn in the last ninety days", async () => {
    const world = createDigestWorld({ settings: desk({ silence: { greet: 9 } }) });
    for (const who of ["1", "2", "3"]) await world.visit({ score: null, who });
    const [leaver, colleague] = ["web:customer:1", "web:customer:2"];
    await passDays(world, 4);
    await world.handle({ kind: "asking-changed", by: { address: leaver, role: "customer" }, ask: false });
    await world.writes({ address: colleague, role: "agent", name: "Agent Cedar" }, "Hi!", "web:chat:1");
    await passDays(world, 3);
    const [first, ...others] = await greetings(world);
    expect(others).toEqual([]);
    await world.visit({ score: null, who: "3" });
    await passDays(world, 7);
    expect(await greetings(world)).toEqual([first]);
  });

  it("does nothing where it is off, where nobody is there to greet, or nobody was silent", async () => {
    expect(await greetings(await silentWeek(2, { silence: { greet: 0 } }))).toEqual([]);
    expect(await greetings(await silentWeek(0))).toEqual([]);
    const untold = createDigestWorld({ teamLanes: [] });
    await untold.visit({ score: null });
    await passDays(untold, 7);
    expect(await greetings(untold)).toEqual([]);
  });

  it("keeps what they say apart, and brings the post up to date; a score is told once, nobody reached may be tried again", async () => {
    const world = await silentWeek(3);
    const [one, two] = await greetings(world);
    if (!one || !two) throw new Error("Nobody was drawn");
    expect((await record(world, one, { came: "unreached" })).refusal).toBeUndefined();
    expect((await record(world, one, { score: "11" })).refusal?.code).toBe("unclear");
    expect((await record(world, one, { score: "4", note: " Too slow. " })).refusal).toBeUndefined();
    expect((await record(world, one, { score: "9" })).refusal?.code).toBe("late");
    await record(world, two, { came: "greeted", note: "In a hurry." });
    await world.settle();
    expect(await world.store.get("greeting", one.id)).toMatchObject({
      ...{ state: "answered", score: 4, scale: "1-10", words: "Too slow.", recordedBy: "Agent Ash" },
    });
    expect(await world.store.list("response", {})).toEqual([]);
    const latest = (await posts(world)).at(-1);
    expect(latest?.message.replaces).toBe(one.posts[0]?.postId);
    expect(latest?.message.mentions).toBeUndefined();
    expect(latest && wordsOf(latest)).toContain("passed on what they said");
    expect(latest?.message.actions).toHaveLength(2);
    expect(latest && wordsOf(latest)).not.toContain("Too slow");
  });

  it("makes the next digests tell everybody's score beside that of those who answered", async () => {
    const world = await silentWeek(5, { digest: { minAnswers: 2 } });
    for (const one of await greetings(world)) await record(world, one, { score: "3" });
    for (const score of [9, 9, 10, 2]) await world.visit({ score });
    await passDays(world, 7);
    await world.visit({ score: 9 });
    await passDays(world, 7);
    const last = (await world.digests()).at(-1);
    // W41: 5 silent, W42: 4 answers; both weeks' conversations: 4 answered, 5 silent. r = 4/9, s = 50, t = -100.
    expect(last?.document.silence).toMatchObject({
      ...{ drawn: 5, greeted: 5, reached: 5, weeks: 2, answered: 50, greetedNps: -100 },
      ...{ overall: -33.33, keyCustomers: [] },
    });
    expect(last?.document.silence.stillNeeded).toBeNull();
    const [post] = (await world.digestPosts()).slice(-1);
    const words = post ? wordsOf(post) : "";
    expect(words).toContain(
      "Everybody’s score over the 2 weeks before, the silent included, is about −33, plausibly from",
    );
    expect(words).toContain("That of those who answered is +50.\n");
    expect(words).toContain(
      "tried to greet 5; 5 named a score.\nTogether they are at −100; we take them to speak for all",
    );
  });

  it("counts in a digest only what was recorded by the end of its week", async () => {
    const world = await silentWeek(5);
    await passDays(world, 7);
    for (const one of await greetings(world)) await record(world, one, { score: "3" });
    await world.pass(HOUR, HOUR);
    expect((await world.digests()).at(-1)?.document.silence).toMatchObject({ drawn: 5, greeted: 0, reached: 0 });
  });

  it("names the key customers who have said nothing twice in a row, and no others", async () => {
    const world = createDigestWorld({ settings: desk({ silence: { keyCustomers: ["web:customer:key"] } }) });
    await world.visit({ score: null, who: "key" });
    await world.visit({ score: null, who: "other" });
    await passDays(world, 7);
    expect((await world.digests()).at(-1)?.document.silence.keyCustomers).toEqual([]);
    await world.visit({ score: null, who: "key" });
    await world.visit({ score: null, who: "other" });
    await passDays(world, 7);
    expect((await world.digests()).at(-1)?.document.silence.keyCustomers).toHaveLength(1);
    const [post] = (await world.digestPosts()).slice(-1);
    expect(post && wordsOf(post)).toContain("Key customers who have said nothing twice in a row: Visitor key.");
  });
});
