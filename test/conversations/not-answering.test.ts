import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, DAY, HOUR, settingsOf } from "../world.ts";
import { fateOf, lastText, tap } from "./talk.ts";

describe("not answering", () => {
  it("reminds once after three days, expires after seven, counts as silent, and answers a late click kindly", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.pass(3 * DAY, HOUR);
    expect((await world.survey()).state).toBe("reminded");
    await world.pass(5 * DAY, HOUR);
    expect((await world.posts()).filter(({ message }) => message.kind === "reminder")).toHaveLength(1);
    expect((await world.survey()).state).toBe("expired");
    expect(await fateOf(world)).toBe("silent");
    const late = await world.handle(tap(survey.id, 9));
    expect(late.refusal).toMatchObject({ code: "late", text: expect.stringContaining("Thanks for coming back") });
    expect(await world.store.list("response", {})).toHaveLength(0);
  });

  it("lets somebody who said not now think again before the survey expires", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle({ kind: "declined", surveyId: survey.id, by: customer, choice: "not-now" });
    expect(await fateOf(world)).toBe("declined");
    await world.handle(tap(survey.id, 10));
    expect(await fateOf(world)).toBe("answered");
  });

  it("hears never for good, and undoes it on request", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { cooldownUnanswered: "0s" } }) });
    const survey = await world.asked();
    await world.handle({ kind: "declined", surveyId: survey.id, by: customer, choice: "never" });
    const talk = async (where: string) => {
      await world.writes(customer, "More.", where);
      await world.writes(agent, "Done.", where);
      await world.resolves(agent, { where });
      return fateOf(world);
    };
    expect(await talk("web:chat:2")).toBe("not-asked opted-out");
    await world.handle({ kind: "asking-changed", by: customer, ask: true, answerIn: conversation });
    expect(await lastText(world)).toContain("may ask again");
    expect(await talk("web:chat:3")).toBe("waiting");
  });

  it("confirms never in one post, where the question stood, with the way back", async () => {
    const world = createWorld();
    const survey = await world.asked();
    const before = await world.posts();
    await world.handle({ kind: "declined", surveyId: survey.id, by: customer, choice: "never" });
    const said = (await world.posts()).slice(before.length).map(({ message }) => message);
    expect(said).toMatchObject([{ replaces: survey.questionPostId, actions: [{ name: "opt-in" }] }]);
    expect(said[0]?.text).toBe("Understood, we won’t ask again. You can always write to us here.");
  });

  it("cancels an unanswered survey when the customer writes again", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.writes(customer, "It is still broken.");
    expect((await world.interaction()).state).toBe("open");
    expect((await world.survey()).state).toBe("cancelled");
    expect(await fateOf(world)).toBe("not-asked reopened");
    expect(await lastText(world)).toContain("the question can wait");
    expect((await world.handle(tap(survey.id, 9))).refusal?.code).toBe("late");
  });

  it("asks again about the same conversation once it is resolved anew", async () => {
    const world = createWorld();
    await world.asked();
    await world.writes(customer, "It is still broken.");
    await world.writes(agent, "Now it is mended.");
    await world.resolves();
    await world.pass(HOUR);
    expect((await world.survey()).state).toBe("asked");
    expect((await world.resolutions()).map(({ fate, number }) => [number, fate])).toEqual([
      [1, "not-asked"],
      [2, "waiting"],
    ]);
  });

  it("records what could not be delivered as the fate, and tells the team", async () => {
    const world = createWorld();
    world.chat.answer = ({ post }) =>
      post.surveyId ? { kind: "refused", reason: "dm-closed" } : { kind: "posted", reference: post.id };
    await world.asked();
    expect(await fateOf(world)).toBe("undeliverable dm-closed");
    expect((await world.survey()).state).toBe("undeliverable");
    expect(await lastText(world, "web:team")).toContain("dm-closed");
  });

  it("does not count silence where the question never left: it is withdrawn and undeliverable", async () => {
    const world = createWorld();
    world.chat.answer = () => ({ kind: "retry", reason: "away" });
    await world.asked();
    await world.pass(8 * DAY, HOUR);
    expect(await fateOf(world)).toBe("undeliverable not-delivered-in-time");
    expect(await world.posts()).toMatchObject([{ state: "withdrawn" }]);
  });
});
