import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import type { CaseAct } from "../../src/recovery/case.ts";
import { agent, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, type World } from "../world.ts";
import { caseIn, reachable, tap } from "./talk.ts";

const TEAM = "web:team";
const THREAD = "web:team:under";
const birch: Person = { ...agent, address: "web:agent:birch", name: "Agent Birch" };
const lead: Person = { address: "web:agent:lime", role: "lead", name: "Lead Lime" };
const roles = { leads: [lead.address, "slack:T1:S123"] };

/** A world on a platform with threads, with one case of that score. */
async function withCase(score: number, recovery: Record<string, unknown> = {}, leads = roles): Promise<World> {
  const world = createWorld({ settings: settingsOf({ roles: leads, recovery }) });
  world.chat.thread = (lane) => (lane === TEAM ? THREAD : null);
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  return world;
}

async function acts(world: World, act: CaseAct, by: Person, more: Record<string, unknown> = {}) {
  const { id } = await caseIn(world);
  const handled = await world.handle({ kind: "case-acted", caseId: id, by, act, ...more });
  await world.settle();
  return handled;
}

const told = async (world: World) =>
  (await world.posts(THREAD)).map(({ message }) => message).filter(({ threadName }) => threadName !== undefined);
const texts = async (world: World) => (await told(world)).map(({ text }) => text);
const cards = async (world: World) => (await world.posts(TEAM)).filter(({ message }) => message.caseId !== undefined);
const card = async (world: World) => (await cards(world)).at(-1)?.message;
const buttons = async (world: World) => (await card(world))?.actions.map(({ name }) => name).join(" ");

describe("the life of a case", () => {
  it("is one card whose thread tells each step with who took it and their words", async () => {
    const world = await withCase(3);
    await world.settle();
    await acts(world, "claim", birch);
    await acts(world, "assign", birch, { to: lead, note: "You know them." });
    await acts(world, "contact", lead);
    await acts(world, "wait", lead);
    await acts(world, "resolve", lead, { note: "Refunded.", outcomeKind: "compensated", cause: "fault" });
    expect(await texts(world)).toEqual([
      "Customer One: Agent Birch is on it.",
      "Customer One: Agent Birch gave it to Lead Lime.",
      "Customer One: Lead Lime has been in touch.",
      "Customer One: Lead Lime is waiting for their answer.",
      "Customer One: Lead Lime has resolved this.",
    ]);
    expect((await told(world))[1]).toMatchObject({ mentions: [lead.address], quote: { text: "You know them." } });
    expect((await cards(world)).filter(({ message }) => message.replaces === undefined)).toHaveLength(1);
    const { text, facts = [] } = (await card(world)) ?? {};
    expect(text).toBe("Customer One gave 3 out of 10. Lead Lime has resolved this.");
    const shown = Object.fromEntries(facts.map(({ label, value }) => [label, value]));
    expect(shown).toMatchObject({ Score: "3/10", State: "resolved", Outcome: "Refunded." });
    expect(shown).toMatchObject({ "How it ended": "Made good", "Root cause": "Something was broken" });
    expect(await buttons(world)).toBe("case-reopen case-take-back");
    await acts(world, "reopen", lead);
    const open = ((await card(world))?.facts ?? []).map(({ label }) => label);
    expect(open).toContain("Root cause");
    expect(open).not.toContain("Outcome");
  });

  it("offers the next step first, and takes each step back to where it was", async () => {
    const world = await withCase(3);
    const seen = [await buttons(world)];
    for (const act of ["claim", "contact", "resolve"] as const) {
      await acts(world, act, birch, { note: "Done." });
      seen.push(await buttons(world));
    }
    expect(seen.map((names) => names?.split(" ")[0])).toEqual([
      "case-claim",
      "case-contact",
      "case-resolve",
      "case-reopen",
    ]);
    for (const [state, dueAt] of [
      ["contacted", null],
      ["claimed", expect.any(Number)],
      ["new", expect.any(Number)],
    ]) {
      await acts(world, "take-back", lead);
      expect(await caseIn(world)).toMatchObject({ state, dueAt });
    }
    expect((await acts(world, "take-back", lead)).refusal?.text).toBe("There is no step to take back.");
    expect(await buttons(world)).toBe(seen[0]);
  });

  it("waits with what it has to tell until the card stands, also while the channel is archived, and is one card after it", async () => {
    const world = await withCase(3);
    world.chat.answer = (outgoing) =>
      outgoing.post.lane === TEAM
        ? { kind: "refused", reason: "archived", remedy: "unarchive it" }
        : reachable(outgoing);
    await acts(world, "claim", birch);
    await world.writes(customer, "It was late.");
    await world.settle();
    expect(await texts(world)).toEqual([]);
    world.chat.answer = reachable;
    await world.pass(2 * HOUR);
    expect(await texts(world)).toEqual([
      "Customer One: Agent Birch is on it.",
      "Customer One told us why they gave 3 out of 10.",
    ]);
    const standing = (await cards(world)).filter(({ state, message }) => state === "posted" && !message.replaces);
    expect(standing).toHaveLength(1);
  });

  it("has its card again where somebody has deleted it, and goes on under the new one", async () => {
    const world = await withCase(3);
    await world.settle();
    world.chat.answer = (outgoing) =>
      outgoing.post.message.replaces ? { kind: "refused", reason: "message-gone" } : reachable(outgoing);
    world.chat.thread = (lane) => (lane === TEAM ? `${THREAD}-again` : null);
    await acts(world, "claim", birch);
    world.chat.answer = reachable;
    await acts(world, "contact", birch);
    const anew = (await cards(world)).filter(({ state, message }) => state === "posted" && !message.replaces);
    expect(anew).toHaveLength(2);
    expect((await caseIn(world)).alerts).toMatchObject([{ postId: anew.at(-1)?.id }]);
    expect((await world.posts(`${THREAD}-again`)).map(({ message }) => message.text)).toContain(
      "Customer One: Agent Birch has been in touch.",
    );
  });

  it("is given to one of two who claim it at once", async () => {
    const world = await withCase(3);
    const both = await Promise.all([acts(world, "claim", birch), acts(world, "claim", lead)]);
    expect(both.map(({ refusal }) => refusal?.code).toSorted()).toEqual(["late", undefined]);
    expect(await world.store.list("step", {})).toHaveLength(1);
  });

  it("is withdrawn when a lead leaves the answer out, by name, and opens again when it counts again", async () => {
    const world = await withCase(3);
    const { responseId } = await caseIn(world);
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: "a test" });
    expect(await caseIn(world)).toMatchObject({ state: "withdrawn", dueAt: null });
    await world.pass(DAY, HOUR);
    await world.handle({ kind: "answer-excluded", responseId, by: lead, reason: null });
    expect(await caseIn(world)).toMatchObject({ state: "new", dueAt: expect.any(Number) });
    const steps = await world.store.list("step", { orderBy: "number" });
    expect(steps.map(({ act, byName }) => [act, byName])).toEqual([
      ["withdraw", "Lead Lime"],
      ["reopen", "Lead Lime"],
    ]);
  });

  it("is opened when an answer counts again that has become a detractor’s while it was left out", async () => {
    const world = await withCase(9);
    const { id } = await world.survey();
    const [{ id: responseId } = { id: "" }] = await world.store.list("response", {});
    const leaveOut = (reason: string | null) => world.handle({ kind: "answer-excluded", responseId, by: lead, reason });
    await leaveOut("a test");
    await world.handle(tap(id, 3));
    expect(await world.store.list("case", {})).toEqual([]);
    await world.pass(DAY, HOUR);
    await leaveOut(null);
    expect(await caseIn(world)).toMatchObject({ state: "new", score: 3, openedAt: world.now() });
  });

  it("gets no card once it has ended where nobody was told of it, and one when it is opened again", async () => {
    const before = createWorld({ settings: settingsOf({ roles }), teamLanes: [] });
    await before.handle(tap((await before.asked()).id, 3));
    const { allDesks: store, ids } = before;
    const world = createWorld({ settings: settingsOf({ roles }), store, ids, start: before.now() + MINUTE });
    for (const [reason, count] of [
      ["a test", 0],
      [null, 1],
    ] as const) {
      const { responseId } = await caseIn(world);
      await world.handle({ kind: "answer-excluded", responseId, by: lead, reason });
      await world.settle();
      expect(await cards(world)).toHaveLength(count);
    }
  });
});

describe("the clock of a case", () => {
  it("reminds the owner, then tells owner and leads that it is overdue, then calls the leads: each once, while the desk works", async () => {
    const world = await withCase(3);
    await acts(world, "claim", birch);
    await world.pass(14 * DAY, 10 * MINUTE);
    const called = (await told(world)).map(({ text, mentions }) => [text.replace(/^.*?: |\.$/g, ""), mentions]);
    expect(called).toEqual([
      ["Agent Birch is on it", undefined],
      [expect.stringMatching(/^please get in touch by/), [birch.address]],
      [
        expect.stringMatching(/^contact has been overdue since .*\. Owner: Agent Birch$/),
        [birch.address, lead.address],
      ],
      [expect.stringMatching(/^Agent Birch\. Please step in$/), [lead.address]],
    ]);
    const steps = await world.store.list("step", { orderBy: "number" });
    const hours = steps.slice(1).map(({ at }) => new Date(at).getUTCHours() + 1);
    expect(hours.every((hour) => hour >= 9 && hour < 17)).toBe(true);
    expect(await card(world)).toMatchObject({ text: "Customer One gave 3 out of 10. A lead needs to step in." });
  });

  it("calls who is on call where nobody else is named, and nobody of another platform", async () => {
    const onCall = ["web:agent:oak", "discord:1:2"];
    const world = await withCase(3, { onCall }, { leads: ["slack:T1:S123"] });
    await world.pass(14 * DAY, HOUR);
    expect((await told(world)).map(({ mentions }) => mentions)).toEqual(Array(3).fill(["web:agent:oak"]));
  });

  it("calls for a first reason and a lower score, and not for more words on it", async () => {
    const world = await withCase(5);
    const { id } = await world.survey();
    await world.settle();
    for (const comment of ["It was late.", "It was late. And cold."])
      await world.handle({ kind: "comment-given", surveyId: id, by: customer, comment, via: "form" });
    await world.handle(tap(id, 1));
    expect((await told(world)).map(({ text, mentions }) => [text.slice(0, 25), mentions])).toEqual([
      ["Customer One told us why ", [lead.address]],
      ["Customer One told us why ", undefined],
      ["Customer One lowered thei", [lead.address]],
    ]);
  });

  it("leaves in peace whom the customer does not want to hear from", async () => {
    const world = await withCase(3);
    const item = await caseIn(world);
    await world.allDesks.save("default", { id: null, at: world.now() }, [
      { table: "case", row: { ...item, contactWish: "no" } },
    ]);
    await world.pass(14 * DAY, HOUR);
    expect(await world.store.list("step", {})).toEqual([]);
  });
});

describe("those whose help was rated", () => {
  const score = async (world: World, by: Person) =>
    world.handle({ kind: "score-wanted", caseId: (await caseIn(world)).id, by });

  it("neither take the case nor are given it, and can say what they know", async () => {
    const world = await withCase(3);
    for (const act of ["claim", "contact", "resolve", "reopen", "take-back"] as const)
      expect((await acts(world, act, agent, { note: "Mine." })).refusal?.code).toBe("not-allowed");
    expect((await acts(world, "assign", lead, { to: agent })).refusal?.text).toContain("choose somebody else");
    expect((await acts(world, "note", agent, { note: "They were in a hurry." })).refusal).toBeUndefined();
    expect(await caseIn(world)).toMatchObject({ state: "new", ownerAddress: null });
  });

  it("do not read the score, which others are told privately", async () => {
    const world = await withCase(3);
    const { withheld } = (await card(world)) ?? {};
    expect(withheld).toMatchObject({ from: [agent.address], text: expect.not.stringContaining("3 out of") });
    expect(JSON.stringify(withheld)).not.toContain("3/10");
    expect(withheld?.actions.at(-1)?.name).toBe("case-score");
    expect((await score(world, agent)).refusal?.code).toBe("not-allowed");
    expect((await score(world, customer)).refusal?.code).toBe("not-allowed");
    expect((await score(world, lead)).refusal).toBeUndefined();
    const said = (await world.posts(TEAM)).at(-1)?.message;
    expect(said).toMatchObject({ privateTo: lead.address, text: "Customer One gave 3 out of 10." });
  });

  it("are like everybody else where the desk has it so", async () => {
    const world = await withCase(3, { agentsSeeOwnScores: true });
    expect((await card(world))?.withheld).toBeUndefined();
    expect((await acts(world, "claim", agent)).refusal).toBeUndefined();
  });
});
