import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import type { Unstamped } from "../world.ts";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, settingsOf, stranger } from "../world.ts";
import { another, away, fateOf, lastIn, postsOf, racingStore, tap } from "./talk.ts";

/** A conversation long enough to be asked about, not yet resolved. */
async function talked(world = createWorld(), by: Person = customer) {
  await world.writes(by, "My invoice is wrong.");
  await world.writes(agent, "I have corrected it.");
  return world;
}

describe("who may resolve and reopen", () => {
  it("lets nobody but the team, its automata and the customer resolve", async () => {
    const world = await talked();
    expect((await world.resolves(stranger)).refusal?.code).toBe("not-allowed");
    expect((await world.interaction()).state).toBe("open");
    expect(await world.resolutions()).toEqual([]);
    expect((await world.resolves(customer)).refusal).toBeUndefined();
    expect((await world.interaction()).state).toBe("resolved");
  });

  it("lets an automaton of the desk resolve", async () => {
    const world = await talked();
    await world.resolves({ address: "web:bot:closer", role: "bot" });
    expect((await world.interaction()).state).toBe("resolved");
  });

  it("does not let a stranger reopen", async () => {
    const world = createWorld();
    await world.asked();
    const handled = await world.handle({ kind: "reopened", conversation, by: stranger });
    expect(handled.refusal?.code).toBe("not-allowed");
    expect((await world.interaction()).state).toBe("resolved");
    expect((await world.survey()).state).toBe("asked");
  });

  it.each([agent, customer])("cancels the waiting question when $name reopens by hand", async (by) => {
    const world = createWorld();
    await world.asked();
    await world.handle({ kind: "reopened", conversation, by });
    expect(await world.interaction()).toMatchObject({ state: "open", resolutionId: null });
    expect((await world.survey()).state).toBe("cancelled");
    expect(await fateOf(world)).toBe("not-asked reopened");
  });

  it("skips the question only for a member of the team who gives a reason", async () => {
    const byCustomer = await talked();
    await byCustomer.handle({ kind: "resolved", conversation, by: customer, skip: "no" });
    const withoutReason = await talked();
    await withoutReason.handle({ kind: "resolved", conversation, by: agent, skip: "  " });
    expect([await fateOf(byCustomer), await fateOf(withoutReason)]).toEqual(["waiting", "waiting"]);
  });
});

describe("who is asked", () => {
  it("does not count what others wrote towards a conversation long enough", async () => {
    const world = createWorld();
    await world.handle({ kind: "opened", conversation, customer, by: "customer" });
    await world.writes(stranger, "Me too.");
    await world.writes(agent, "Hello!");
    await world.resolves();
    expect(await fateOf(world)).toBe("not-asked too-short");
  });

  it("looks again at the moment of sending at who has joined the team", async () => {
    const world = await talked();
    await world.writes(stranger, "Hello?", "web:chat:9");
    await world.resolves();
    expect(await fateOf(world)).toBe("waiting");
    await world.writes({ ...customer, role: "agent" }, "I work here now.", "web:chat:9");
    await world.pass(HOUR);
    expect(await fateOf(world)).toBe("not-asked team-member");
    expect(await world.posts()).toEqual([]);
  });

  it("looks again at the moment of sending at the cooldown: an answer given meanwhile counts", async () => {
    const settings = settingsOf({ ask: { cooldownUnanswered: "0s" } });
    const world = createWorld({ settings });
    const { id } = await world.asked();
    await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "not-now" });
    await world.writes(customer, "More.", "web:chat:2");
    await world.writes(agent, "Done.", "web:chat:2");
    await world.resolves(agent, { where: "web:chat:2" });
    expect(await fateOf(world)).toBe("waiting");
    await world.handle(tap(id, 9));
    await world.pass(HOUR);
    expect(await fateOf(world)).toBe("not-asked cooldown");
    expect(await world.posts("web:chat:2")).toEqual([]);
  });

  it("plans one question where two conversations of a person are resolved at the same moment", async () => {
    const world = createWorld();
    for (const where of ["web:chat:1", "web:chat:2"]) {
      await world.writes(customer, "Hello?", where);
      await world.writes(agent, "Hello!", where);
    }
    await Promise.all([world.resolves(), world.resolves(agent, { where: "web:chat:2" })]);
    const reasons = (await world.resolutions()).map(({ fateReason }) => fateReason);
    expect(reasons.toSorted()).toEqual(["cooldown", null]);
  });

  it("does not remind somebody whose opt-out is being saved at the moment of the reminder", async () => {
    const racing = racingStore();
    const world = createWorld({ store: racing.store });
    await world.asked();
    const { id, dueAt } = await world.survey();
    world.sleep((dueAt ?? 0) - world.now());
    racing.before(() => world.handle({ kind: "asking-changed", by: customer, ask: false }));
    await world.handle({ kind: "survey-due", id: null, subject: id });
    expect(await postsOf(world, "reminder")).toEqual([]);
  });

  it.each<[string, Unstamped]>([
    ["an opt-out", { kind: "asking-changed", by: customer, ask: false }],
    ["a reopening", { kind: "reopened", conversation, by: agent }],
  ])("does not ask when %s is being saved at the moment of the question", async (_, event) => {
    const racing = racingStore();
    const world = await talked(createWorld({ store: racing.store }));
    await world.resolves();
    world.sleep(6 * MINUTE);
    racing.before(() => world.handle(event));
    await world.settle();
    expect(await world.posts()).toEqual([]);
  });
});

describe("the cooldown", () => {
  it("runs from the answer, not from the resolution", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { cooldownAnswered: "10d", cooldownUnanswered: "1d" } }) });
    const { id } = await world.asked();
    await world.pass(5 * DAY, HOUR);
    await world.handle(tap(id, 9));
    await world.pass(9 * DAY, HOUR);
    expect(await another(world, "web:chat:2")).toBe("not-asked cooldown");
    await world.pass(DAY, HOUR);
    expect(await another(world, "web:chat:3")).toBe("waiting");
  });

  it("lets a conversation that reopens be asked about once more, and then holds for it too", async () => {
    const world = createWorld();
    await world.asked();
    const fates = [];
    for (let round = 0; round < 4; round += 1) {
      await world.writes(customer, "It is still broken.");
      await world.writes(agent, "Now it is mended.");
      await world.resolves();
      await world.pass(6 * MINUTE);
      fates.push(await fateOf(world));
    }
    expect(fates).toEqual(["waiting", "not-asked cooldown", "not-asked cooldown", "not-asked cooldown"]);
    expect(await postsOf(world, "question")).toHaveLength(2);
    await world.pass(31 * DAY, HOUR);
    await world.writes(customer, "And it is broken again.");
    await world.resolves();
    expect(await fateOf(world)).toBe("waiting");
  });

  it("does not let a question cut short in one conversation be followed by one in another", async () => {
    const world = createWorld();
    await world.asked();
    await world.writes(customer, "It is still broken.");
    expect(await another(world, "web:chat:2")).toBe("not-asked cooldown");
  });

  it("does not count questions that were cut short before they arrived", async () => {
    const world = createWorld();
    world.chat.answer = away;
    await world.asked();
    for (let round = 0; round < 3; round += 1) {
      await world.writes(customer, "It is still broken.");
      await world.writes(agent, "Now it is mended.");
      await world.resolves();
      await world.pass(6 * MINUTE);
    }
    expect(await fateOf(world)).toBe("waiting");
  });
});

describe("the words of the question", () => {
  const german = { ...customer, locale: "de-AT" };

  it("are in the customer's language", async () => {
    const world = await talked(createWorld(), german);
    await world.resolves();
    expect((await world.survey()).locale).toBe("de");
    await world.pass(6 * MINUTE);
    expect((await lastIn(world)).text).toMatch(/^Wie wahrscheinlich ist es auf einer Skala von 1 bis 10/);
  });

  it("are in the language that was learnt between the resolution and the question", async () => {
    const world = await talked();
    await world.resolves();
    await world.handle({ kind: "person-described", person: german });
    await world.pass(6 * MINUTE);
    expect((await world.survey()).locale).toBe("de");
    expect((await lastIn(world)).text).toMatch(/^Wie wahrscheinlich/);
  });

  it("follow what a later message tells about the person", async () => {
    const world = createWorld();
    await world.writes(customer, "Hi");
    await world.writes({ ...german, zone: "Pacific/Auckland" }, "Hallo");
    expect(await world.store.list("customer", {})).toMatchObject([
      { name: "Customer One", locale: "de-AT", zone: "Pacific/Auckland" },
    ]);
  });

  it.each([
    [true, "app", "recommend Mobile app by Acme to other people?"],
    [true, "other", "recommend Acme to other people?"],
    [false, "app", "recommend Acme to other people?"],
  ])("name the product where the desk asks so and knows it: %j, %s", async (aboutProduct, product, words) => {
    const settings = settingsOf({ question: { aboutProduct }, products: [{ id: "app", name: "Mobile app" }] });
    const world = await talked(createWorld({ settings }));
    await world.resolves(agent, { product });
    await world.pass(6 * MINUTE);
    expect((await lastIn(world)).text).toContain(words);
  });

  it.each([true, false])("say that the team reads along, where the desk has the notice: %j", async (notice) => {
    const world = createWorld({ settings: settingsOf({ privacy: { notice } }) });
    await world.asked();
    const { hint, ends, notice: told } = await lastIn(world);
    expect(ends).toEqual({ low: "1 = not at all likely", high: "10 = extremely likely" });
    expect(hint).toBe("Tap a number or type it.");
    expect(told?.includes("We keep conversations like this one and may read them to learn.") ?? false).toBe(notice);
  });
});
