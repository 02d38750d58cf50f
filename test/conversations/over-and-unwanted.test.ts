import { describe, expect, it } from "vitest";
import {
  agent,
  conversation,
  createWorld,
  customer,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  settingsOf,
  type World,
} from "../world.ts";
import { another, away, cutOff, fateOf, lastIn, postsOf, reachable, sentWhenBack, tap } from "./talk.ts";

const kindsWhenBack = async (world: World) => (await sentWhenBack(world)).map(({ kind }) => kind);

/** A survey whose reminder is due and cannot be posted. */
async function reminderWaiting(): Promise<World> {
  const world = createWorld();
  await world.asked();
  world.chat.answer = away;
  await world.pass(3 * DAY + HOUR, HOUR);
  expect((await world.survey()).state).toBe("reminded");
  return world;
}

/** A survey whose question cannot be posted. */
async function questionWaiting(): Promise<World> {
  const world = createWorld();
  world.chat.answer = away;
  await world.asked();
  return world;
}

describe("a question that still waits to be posted", () => {
  it("is not posted once it was answered on the survey page", async () => {
    const world = await questionWaiting();
    const { id } = await world.survey();
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: "9", via: "form" });
    expect(await kindsWhenBack(world)).toEqual(["thanks"]);
  });

  it("is not posted to somebody who opted out meanwhile, and counts as not asked", async () => {
    const world = await questionWaiting();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    expect(await kindsWhenBack(world)).toEqual([]);
    expect(await fateOf(world)).toBe("not-asked opted-out");
    expect(await world.survey()).toMatchObject({ state: "cancelled", dueAt: null });
  });

  it("is withdrawn at once when the conversation reopens, and only the team is told", async () => {
    const world = await questionWaiting();
    await world.writes(customer, "It is still broken.");
    expect(await world.posts(conversation)).toMatchObject([{ message: { kind: "question" }, state: "withdrawn" }]);
    expect(await kindsWhenBack(world)).toEqual(["alert"]);
  });

  it("is not sent again when nobody knows whether it arrived and the conversation has reopened", async () => {
    const world = createWorld();
    world.chat.answer = cutOff;
    await world.asked();
    await world.writes(customer, "It is still broken.");
    expect(await kindsWhenBack(world)).not.toContain("question");
    expect((await postsOf(world, "question")).map(({ state }) => state)).toEqual(["withdrawn"]);
  });

  it("waits for the end of quiet hours when the platform comes back at night", async () => {
    const world = await questionWaiting();
    await world.pass(12 * HOUR, HOUR);
    expect(await sentWhenBack(world, 9 * HOUR)).toEqual([]);
    await world.pass(HOUR + 10 * MINUTE);
    const { deliveredAt } = await world.survey();
    expect(new Date(deliveredAt ?? 0).toISOString()).toBe("2026-11-17T07:00:00.000Z");
  });

  it("is no cooldown and no part of the transcript where it never reached anybody", async () => {
    const world = createWorld();
    world.chat.answer = () => ({ kind: "refused", reason: "dm-closed" });
    await world.asked();
    expect(await fateOf(world)).toBe("undeliverable dm-closed");
    expect(await world.store.list("entry", { where: { author: "bot" } })).toEqual([]);
    world.chat.answer = reachable;
    expect(await another(world, "web:chat:2")).toBe("waiting");
  });

  it("is not answered by silence while nobody knows whether it arrived", async () => {
    const world = createWorld();
    world.chat.answer = cutOff;
    world.chat.found = () => {
      throw new Error("the history is not to be had");
    };
    await world.asked();
    await world.pass(8 * DAY, HOUR);
    expect(await world.survey()).toMatchObject({ deliveredAt: null, state: "undeliverable" });
    expect(await fateOf(world)).toBe("undeliverable not-delivered-in-time");
  });

  it("is still followed by its reminder when it arrived days late", async () => {
    const world = createWorld();
    world.chat.answer = () => ({ kind: "retry", reason: "away", afterMs: 3 * DAY + HOUR });
    await world.asked();
    world.chat.answer = reachable;
    await world.pass(6 * DAY + 20 * HOUR, HOUR);
    expect((await world.survey()).deliveredAt).not.toBeNull();
    expect((await world.survey()).state).toBe("reminded");
  });
});

describe("the reminder", () => {
  it("is not posted after the customer said never", async () => {
    const world = await reminderWaiting();
    const { id } = await world.survey();
    await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "never" });
    expect(await kindsWhenBack(world)).not.toContain("reminder");
  });

  it("is not posted after the survey has expired", async () => {
    const world = await reminderWaiting();
    await world.pass(5 * DAY, HOUR);
    expect((await world.survey()).state).toBe("expired");
    expect(await kindsWhenBack(world)).not.toContain("reminder");
  });

  it("is nothing to take down where an opt-out withheld it, and a later no is confirmed by itself", async () => {
    const world = await reminderWaiting();
    const { id } = await world.survey();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await sentWhenBack(world);
    await world.handle({ kind: "asking-changed", by: customer, ask: true });
    await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "never" });
    await world.settle();
    expect((await world.posts()).at(-1)).toMatchObject({ state: "posted", message: { actions: [{ name: "opt-in" }] } });
    expect((await world.posts()).filter(({ state }) => state === "failed")).toEqual([]);
    expect(world.log.faults).toEqual([]);
  });

  it("is not even written for somebody who has opted out, whose silence then counts at the expiry", async () => {
    const world = createWorld();
    await world.asked();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await world.pass(6 * DAY, HOUR);
    expect(await postsOf(world, "reminder")).toEqual([]);
    expect((await world.survey()).state).toBe("asked");
    await world.pass(2 * DAY, HOUR);
    expect(await fateOf(world)).toBe("silent");
  });

  it("is written only after the quiet hours it falls due in", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { remindAfter: "12h" } }) });
    await world.asked();
    await world.pass(21 * HOUR, HOUR);
    expect((await world.survey()).state).toBe("asked");
    await world.pass(2 * HOUR, HOUR);
    const { remindedAt } = await world.survey();
    expect(new Date(remindedAt ?? 0).toISOString()).toMatch(/^2026-11-17T07:/);
  });

  it("takes the buttons off the first question and offers them again itself", async () => {
    const world = createWorld();
    const { questionPostId } = await world.asked();
    await world.pass(3 * DAY + HOUR, HOUR);
    const [question, plain, reminder] = await world.posts();
    expect(plain?.message).toMatchObject({ replaces: questionPostId, text: question?.message.text, actions: [] });
    expect(reminder?.message).toMatchObject({ kind: "reminder", actions: question?.message.actions });
    expect(reminder?.message.text).toBe(`A small reminder, the only one we send: ${question?.message.text}`);
  });

  it("held back for the night does not hold back the thanks", async () => {
    const world = createWorld();
    await world.asked();
    await world.pass(3 * DAY - MINUTE, HOUR);
    world.chat.answer = (outgoing) =>
      outgoing.post.message.kind === "reminder"
        ? { kind: "retry", reason: "busy", afterMs: 10 * HOUR }
        : reachable(outgoing);
    await world.pass(11 * HOUR, HOUR);
    await world.writes(customer, "9");
    await world.pass(2 * MINUTE);
    expect(await postsOf(world, "thanks")).toMatchObject([{ state: "posted" }]);
  });
});

describe("a question that is over", () => {
  it("loses its buttons to a closing sentence when it expires", async () => {
    const world = createWorld();
    await world.asked();
    await world.pass(8 * DAY, HOUR);
    const { questionPostId } = await world.survey();
    expect(await lastIn(world)).toEqual({
      kind: "notice",
      text: "This question is closed now. You can still write to us here at any time.",
      actions: [],
      replaces: questionPostId,
    });
  });

  it("loses its buttons when the customer declines", async () => {
    const world = createWorld();
    const { id, questionPostId } = await world.asked();
    await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "not-now" });
    expect(await lastIn(world)).toMatchObject({ replaces: questionPostId, actions: [] });
  });

  it("expires on time although its reminder would fall into quiet hours", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { remindAfter: "10h", expireAfter: "14h" } }) });
    const { askedAt } = await world.asked();
    await world.pass(15 * HOUR, MINUTE);
    expect(await world.survey()).toMatchObject({ state: "expired", endedAt: (askedAt ?? 0) + 14 * HOUR });
  });

  it("does not take a score after its time, whether or not the clock has come round", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    world.sleep(8 * DAY);
    expect((await world.handle(tap(id, 9))).refusal?.code).toBe("late");
    expect(await world.store.list("response", {})).toEqual([]);
  });

  it("runs through its whole life within seconds where the desk sets it so", async () => {
    const ask = { delay: "1s", remindAfter: "1s", expireAfter: "2s", changeWindow: "1s", quietHours: "" };
    const world = createWorld({ settings: settingsOf({ ask }) });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!", conversation);
    await world.resolves();
    const states: string[] = [];
    for (let second = 0; second < 4; second += 1) {
      await world.pass(SECOND, SECOND);
      states.push((await world.survey()).state);
    }
    expect(states).toEqual(["asked", "reminded", "expired", "expired"]);
  });
});
