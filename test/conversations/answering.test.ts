import { describe, expect, it } from "vitest";
import { agent, createWorld, customer, DAY, HOUR, settingsOf, stranger } from "../world.ts";
import { fateOf, lastText, tap } from "./talk.ts";

describe("answering", () => {
  it("stores the score at the first tap, thanks in words that fit the band and asks why", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, "7"));
    await world.settle();
    expect(await world.store.list("response", {})).toMatchObject([
      { score: 7, band: "passive", comment: null, scale: "1-10" },
    ]);
    expect(await fateOf(world)).toBe("answered");
    expect(await lastText(world)).toContain("the one thing we could do better?");
  });

  it("takes the next message as the reason, and the one after as a new question", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 8));
    await world.writes(customer, "The search could be faster.");
    expect(await world.store.list("response", {})).toMatchObject([
      { score: 8, comment: "The search could be faster." },
    ]);
    expect((await world.interaction()).state).toBe("resolved");
    await world.writes(customer, "By the way, where is my receipt?");
    expect((await world.interaction()).state).toBe("open");
    expect(await fateOf(world)).toBe("answered");
  });

  it("gives the reason back as a new question at one tap, and keeps it in the history", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 8));
    await world.writes(customer, "And how do I export?");
    await world.handle({ kind: "new-question", surveyId: survey.id, by: customer });
    expect((await world.interaction()).state).toBe("open");
    expect(await world.store.list("response", {})).toMatchObject([{ score: 8, comment: null, revisionCount: 3 }]);
    expect((await world.store.list("revision", { orderBy: "number" })).map(({ comment }) => comment)).toEqual([
      null,
      "And how do I export?",
      null,
    ]);
  });

  it("reads a typed score, and answers an unreadable one with how to answer, storing nothing", async () => {
    const world = createWorld();
    await world.asked();
    await world.writes(customer, "7.5");
    expect(await world.store.list("response", {})).toHaveLength(0);
    expect(await lastText(world)).toContain("a whole number from 1 to 10");
    await world.writes(customer, " 8/10 ");
    expect(await world.store.list("response", {})).toMatchObject([{ score: 8 }]);
    const entries = await world.store.list("entry", { where: { author: ["customer", "agent"] }, orderBy: "position" });
    expect(entries.map(({ text }) => text)).toEqual(["My invoice is wrong.", "I have corrected it.", "7.5", " 8/10 "]);
  });

  it.each([[7.5], [11], [-1], [""], [null], [true], ["nine"], [["9"]], [{}], [0]])(
    "never makes a score of %j",
    async (given) => {
      const world = createWorld();
      const survey = await world.asked();
      const handled = await world.handle(tap(survey.id, given));
      expect(handled.refusal?.code).toBe("unclear");
      expect(await world.store.list("response", {})).toHaveLength(0);
      expect((await world.survey()).state).toBe("asked");
    },
  );

  it("counts 0 as an answer on the scale 0-10", async () => {
    const world = createWorld({ settings: settingsOf({ question: { scale: "0-10" } }) });
    const survey = await world.asked();
    await world.handle(tap(survey.id, "0"));
    expect(await world.store.list("response", {})).toMatchObject([{ score: 0, band: "detractor", scale: "0-10" }]);
  });

  it("keeps every revision of a changed answer, the latest counts, and a late change is refused kindly", async () => {
    const world = createWorld();
    const survey = await world.asked();
    for (const score of [3, 9, 6]) await world.handle(tap(survey.id, score));
    expect(await world.store.list("response", {})).toMatchObject([{ score: 6, band: "detractor", revisionCount: 3 }]);
    expect((await world.store.list("revision", { orderBy: "number" })).map(({ score }) => score)).toEqual([3, 9, 6]);
    await world.pass(7 * DAY, HOUR);
    const late = await world.handle(tap(survey.id, 10));
    expect(late.refusal?.code).toBe("late");
    expect(await world.store.list("response", {})).toMatchObject([{ score: 6 }]);
  });

  it("takes a double click as one answer and says nothing twice", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await Promise.all([world.handle(tap(survey.id, 9)), world.handle(tap(survey.id, 9))]);
    await world.settle();
    expect(await world.store.list("revision", {})).toHaveLength(1);
    expect((await world.posts()).filter(({ message }) => message.kind === "thanks")).toHaveLength(1);
  });

  it("changes and says nothing when the same event is delivered again", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle({ ...tap(survey.id, 9), id: "same" });
    const before = await world.posts();
    expect(await world.handle({ ...tap(survey.id, 2), id: "same" })).toEqual({ status: "seen" });
    expect(await world.posts()).toEqual(before);
    expect(await world.store.list("response", {})).toMatchObject([{ score: 9 }]);
  });

  it("does not let anybody else answer, and tells them so in private", async () => {
    const world = createWorld();
    const survey = await world.asked();
    for (const by of [stranger, agent]) {
      const handled = await world.handle(tap(survey.id, 1, by));
      expect(handled.refusal?.code).toBe("not-yours");
      expect((await world.posts()).at(-1)?.message.privateTo).toBe(by.address);
    }
    expect(await world.store.list("response", {})).toHaveLength(0);
  });

  it("never shows the choice where others can read it", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 3));
    await world.settle();
    const open = (await world.posts()).filter(({ message }) => message.privateTo === undefined);
    expect(open.at(-1)?.message).toMatchObject({
      text: "Thank you, we have your answer.",
      actions: [],
      replaces: survey.questionPostId,
    });
    for (const { message } of open.slice(1)) expect(message.text).not.toMatch(/3|sorry/);
  });
});
