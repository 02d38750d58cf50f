import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agent, createWorld, customer, DAY, HOUR, settingsOf, type Unstamped, type World } from "../world.ts";
import { another, caseIn, fateOf, lastIn, racingStore, reachable, tap } from "./talk.ts";

const TEAM = "web:team";
const birch = { ...agent, address: "web:agent:birch", name: "Agent Birch" };
const THREAD = "web:team:case";
const STEP = HOUR;

async function acts(world: World, act: "contact" | "resolve" | "reopen" | "close", note?: string) {
  const { id } = await caseIn(world);
  return world.handle({ kind: "case-acted", caseId: id, by: birch, act, ...(note ? { note } : {}) });
}

/** Somebody gave a low score and their case was resolved. */
async function resolved(world = createWorld(), score = 3): Promise<World> {
  world.chat.thread = (lane) => (lane === TEAM ? THREAD : null);
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  await acts(world, "contact");
  await acts(world, "resolve", "Refunded.");
  return world;
}

/** And was asked whether it has been put right. */
async function askedAgain(world = createWorld()): Promise<World> {
  await resolved(world);
  await world.pass(3 * DAY + 12 * HOUR, STEP);
  return world;
}

async function again(world: World) {
  return world.store.list("survey", { where: { purpose: "recovery" } });
}

async function theSurvey(world: World) {
  const [survey] = await again(world);
  if (!survey) throw new Error("Nobody was asked again");
  return survey;
}

const said = (surveyId: string, isRight: boolean): Unstamped => ({
  kind: "put-right-said",
  surveyId,
  by: customer,
  isRight,
});
const weekly = async (world: World) => {
  const window = { from: 0, to: world.now() + DAY };
  const { fates, setAside } = await world.store.countOutcomes(window, world.now());
  return { scores: await world.store.countScores(window), fates, superseded: setAside.superseded };
};

describe("the customer of a resolved case", () => {
  it("is asked once after a while whether it has been put right, and the question again, whatever the cooldown", async () => {
    const world = await askedAgain();
    const survey = await theSurvey(world);
    expect(survey).toMatchObject({ state: "asked", caseId: (await caseIn(world)).id });
    const { text, actions } = await lastIn(world);
    expect(text).toMatch(/^We’re checking back: has this been put right\? On a scale of/);
    const names = actions.map(({ name }) => name);
    expect([names.slice(0, 2), names.slice(-2)]).toEqual([
      ["put-right", "not-right"],
      ["not-now", "never"],
    ]);
    await world.pass(20 * DAY, STEP);
    const [ended] = await again(world);
    expect([ended?.state, ended?.remindedAt, (await again(world)).length]).toEqual(["expired", null, 1]);
    expect(await fateOf(world)).toBe("answered");
  });

  it("may be gone in the middle of it: the case stays as it was put right, and no fate is touched", async () => {
    const world = await resolved();
    const before = await weekly(world);
    world.chat.answer = (outgoing) =>
      outgoing.post.lane.startsWith(TEAM) ? reachable(outgoing) : { kind: "refused", reason: "channel_not_found" };
    await world.pass(3 * DAY + 12 * HOUR, STEP);
    expect((await theSurvey(world)).state).toBe("undeliverable");
    expect(await weekly(world)).toEqual(before);
    expect(await caseIn(world)).toMatchObject({ state: "resolved", outcome: "Refunded.", dueAt: null });
    await acts(world, "reopen");
    expect((await caseIn(world)).state).toBe("claimed");
  });

  it("is not asked where the setting says never, the case was closed without contact, or they opted out or took their answer back in between", async () => {
    const never = await resolved(createWorld({ settings: settingsOf({ recovery: { askAfter: "0s" } }) }));
    const closed = createWorld();
    await closed.handle(tap((await closed.asked()).id, 3));
    await acts(closed, "close", "No reply.");
    const optedOut = await resolved();
    await optedOut.handle({ kind: "asking-changed", by: customer, ask: false });
    const tookBack = await resolved();
    const [first] = await tookBack.store.list("survey", {});
    await tookBack.handle({ kind: "answer-withdrawn", surveyId: first?.id ?? "", by: customer, isSure: true });
    for (const world of [never, closed, optedOut, tookBack]) {
      await world.pass(5 * DAY, STEP);
      expect(await again(world)).toEqual([]);
    }
  });

  it("is asked only once another question has ended, and not if that takes too long", async () => {
    const settings = settingsOf({ ask: { cooldownAnswered: "0s", remindAfter: "1d", expireAfter: "2d" } });
    const world = await resolved(createWorld({ settings }));
    await world.pass(3 * DAY - 2 * HOUR, STEP);
    await another(world, "web:chat:2");
    await world.pass(DAY, STEP);
    expect(await again(world)).toEqual([]);
    await world.pass(2 * DAY, STEP);
    expect(await again(world)).toHaveLength(1);
  });

  it("is not asked while the team opens the case again, and what stands there is taken down", async () => {
    const racing = racingStore();
    const world = await resolved(createWorld({ store: racing.store }));
    await world.pass(3 * DAY - HOUR, STEP);
    racing.before(() => acts(world, "reopen"));
    await world.pass(12 * HOUR, STEP);
    expect(await again(world)).toEqual([]);
    const asked = await askedAgain();
    await acts(asked, "reopen");
    await asked.settle();
    expect((await theSurvey(asked)).state).toBe("cancelled");
    expect((await lastIn(asked)).replaces).toBeDefined();
  });
});

describe("an answer after a case", () => {
  it("says that it is put right: the card says so, and the weekly figures stay as they were", async () => {
    const world = await askedAgain();
    const before = await weekly(world);
    const { id } = await theSurvey(world);
    await world.handle(said(id, true));
    expect((await lastIn(world)).text).toMatch(/\nOn a scale of/);
    await world.handle(tap(id, 9));
    await world.settle();
    expect(await caseIn(world)).toMatchObject({ state: "resolved", putRight: "yes", stepCount: 4 });
    expect(await weekly(world)).toEqual(before);
    expect(await fateOf(world)).toBe("answered");
    const week = { from: 0, to: world.now() + 1 };
    expect((await world.store.countOutcomes(week, world.now())).setAside.recovery).toBe(1);
    expect((await world.store.countOutcomes(week, world.now())).cases.recovered).toBe(1);
    const { contacted } = await world.store.countRecovered(week);
    expect(contacted).toEqual({ cases: 1, answeredAgain: 1, recovered: 1 });
  });

  it.each([
    ["by button", async (world: World) => world.handle(said((await theSurvey(world)).id, false)), null],
    ["in words", (world: World) => world.writes(customer, "No, the refund never came."), "No, the refund never came."],
    ["by a low score", async (world: World) => world.handle(tap((await theSurvey(world)).id, 4)), null],
    ["typed with words", (world: World) => world.writes(customer, "2: it broke again"), "it broke again"],
  ])("that it is not, %s, opens the same case again with the words, and no second one", async (_, answer, words) => {
    const world = await askedAgain();
    await answer(world);
    await world.settle();
    const item = await caseIn(world);
    expect(await world.store.list("case", {})).toHaveLength(1);
    expect(item).toMatchObject({ state: "claimed", putRight: "no", closedAt: null });
    expect(item.dueAt).toBeGreaterThan(world.now());
    const step = (await world.store.list("step", { orderBy: "number", descending: true }))[0];
    expect(step).toMatchObject({
      byAddress: null,
      note: words,
      facts: { isNew: true },
      earlier: { state: "resolved" },
    });
    const news = await lastIn(world, THREAD);
    expect(news.text).toMatch(
      /^Customer One (says it has not been put right|was asked again and gave \d out of 10)\. Please get in touch by /,
    );
    expect(news.quote?.text).toBe(words ?? undefined);
    expect(
      (await world.posts(TEAM)).filter(({ message }) => message.caseId === item.id && !message.replaces),
    ).toHaveLength(1);
    const own = (await world.posts()).slice(-4).map(({ message }) => message);
    expect(own.find(({ text }) => text.startsWith("We’re sorry it still isn’t right"))).toMatchObject({
      privateTo: customer.address,
      text: expect.stringContaining("in touch by"),
    });
  });

  it("keeps what is told privately with the case, score or none", async () => {
    const world = await askedAgain();
    const { id } = await theSurvey(world);
    const words = { kind: "comment-given", surveyId: id, by: customer, via: "form" } as const;
    await world.handle({ ...words, comment: "Mostly, but slowly." });
    await world.handle(tap(id, 8));
    await world.handle({ ...words, comment: "It works now." });
    const notes = (await world.store.list("step", { orderBy: "number" })).map(({ note }) => note);
    expect(notes.slice(2)).toEqual(["Mostly, but slowly.", null, "It works now."]);
    expect((await caseIn(world)).state).toBe("resolved");
  });

  it("is asked for anew once the case that it opened again is resolved", async () => {
    const world = await askedAgain();
    await world.handle(said((await theSurvey(world)).id, false));
    await acts(world, "resolve", "Refunded indeed.");
    await world.pass(3 * DAY + 12 * HOUR, STEP);
    expect((await again(world)).map(({ state }) => state)).toHaveLength(1);
    await world.pass(10 * DAY, 6 * STEP);
    expect((await again(world)).length).toBe(2);
  });

  it("in the middle of a reopening is decided on the case as it then is", async () => {
    const racing = racingStore();
    const world = await askedAgain(createWorld({ store: racing.store }));
    const { id } = await theSurvey(world);
    racing.before(() => acts(world, "reopen"));
    await world.handle(tap(id, 2));
    expect(await world.store.list("case", {})).toHaveLength(1);
    expect((await caseIn(world)).state).toBe("claimed");
    const steps = await world.store.list("step", {});
    expect(new Set(steps.map(({ number }) => number)).size).toBe(steps.length);
    expect(world.log.faults).toEqual([]);
  });
});

describe("whatever a customer does about the question after a case", () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant("score" as const), score: fc.integer({ min: 1, max: 10 }) }),
    fc.record({ kind: fc.constant("verdict" as const), isRight: fc.boolean() }),
    fc.record({ kind: fc.constant("words" as const), text: fc.constantFrom("no", "yes, thanks", "Where is it?", "4") }),
    fc.record({ kind: fc.constant("decline" as const) }),
    fc.record({ kind: fc.constant("wait" as const), days: fc.constantFrom(1, 8) }),
  );

  it("changes no fate, no weekly figure and opens no second case", async () => {
    const property = fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (sequence) => {
      const world = await resolved();
      await world.pass(4 * DAY, 6 * HOUR);
      const { id } = await theSurvey(world);
      const [before, fates] = [await weekly(world), await world.resolutions()];
      for (const one of sequence) {
        if (one.kind === "score") await world.handle(tap(id, one.score));
        else if (one.kind === "verdict") await world.handle(said(id, one.isRight));
        else if (one.kind === "words") await world.writes(customer, one.text);
        else if (one.kind === "decline")
          await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "not-now" });
        else await world.pass(one.days * DAY, 12 * HOUR);
      }
      expect(await weekly(world)).toEqual(before);
      expect(await world.resolutions()).toEqual(fates);
      expect(await world.store.list("case", {})).toHaveLength(1);
      expect(world.log.faults).toEqual([]);
    });
    await fc.assert(property, { numRuns: 12, seed: 11 });
  });
});
