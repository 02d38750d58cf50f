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
  stranger,
} from "../world.ts";
import { lastIn, postsOf, responseIn, tap } from "./talk.ts";

/** A world in which the customer gave that score a moment ago. */
async function answered(score: number, ask: Record<string, unknown> = {}) {
  const world = createWorld({ settings: settingsOf({ ask }) });
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  await world.settle();
  return { world, surveyId: id };
}

const commentGiven = (surveyId: string, comment: string) =>
  ({ kind: "comment-given", surveyId, by: customer, comment, via: "form" }) as const;

describe("the reason", () => {
  it.each([2 * MINUTE, 23 * HOUR])("is what the customer writes next within a day: after %i ms", async (ms) => {
    const { world } = await answered(8);
    await world.pass(ms, HOUR);
    await world.writes(customer, "  The search could be faster. ");
    expect(await responseIn(world)).toMatchObject({ comment: "The search could be faster.", commentedAt: world.now() });
    expect((await world.interaction()).state).toBe("resolved");
  });

  it("is not what the customer writes a day later: that is a new question", async () => {
    const { world } = await answered(8);
    await world.pass(DAY, HOUR);
    await world.writes(customer, "Where is my receipt?");
    expect(await responseIn(world)).toMatchObject({ comment: null, commentedAt: null, revisionCount: 1 });
    expect((await world.interaction()).state).toBe("open");
  });

  it("is never what somebody else writes, which neither answers nor reopens", async () => {
    const { world } = await answered(8);
    await world.writes(stranger, "Hello?", "web:chat:9");
    await world.writes(stranger, "I hate it.");
    await world.writes(agent, "Thank you!");
    expect((await responseIn(world)).comment).toBeNull();
    expect((await world.interaction()).state).toBe("resolved");
    await world.writes(customer, "Quick help.");
    expect((await responseIn(world)).comment).toBe("Quick help.");
  });

  it("does not let a stranger's number answer either", async () => {
    const world = createWorld();
    await world.writes(stranger, "Hello?", "web:chat:9");
    await world.asked();
    await world.writes(stranger, "1");
    expect(await world.store.list("response", {})).toEqual([]);
    expect((await world.survey()).state).toBe("asked");
  });

  it("can be given in a form until the change window closes, and is refused kindly after that", async () => {
    const { world, surveyId } = await answered(8);
    await world.pass(6 * DAY, HOUR);
    await world.handle(commentGiven(surveyId, "Quick help."));
    await world.pass(DAY, HOUR);
    const late = await world.handle(commentGiven(surveyId, "On second thoughts, slow."));
    expect(late.refusal).toMatchObject({ code: "late", text: expect.stringContaining("stays as it is") });
    expect((await responseIn(world)).comment).toBe("Quick help.");
  });

  it("is asked for again when it is empty, and refused where there is no answer yet", async () => {
    const { world, surveyId } = await answered(8);
    expect((await world.handle(commentGiven(surveyId, "  "))).refusal?.code).toBe("unclear");
    expect((await responseIn(world)).revisionCount).toBe(1);
    const unanswered = createWorld();
    const { id } = await unanswered.asked();
    expect((await unanswered.handle(commentGiven(id, "Because."))).refusal?.code).toBe("late");
  });

  it("that comes with the score is stored with it, and with the time it was given", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ ...tap(id, 9), via: "form", comment: " Kind people. " } as ReturnType<typeof tap>);
    expect(await responseIn(world)).toMatchObject({ comment: "Kind people.", commentedAt: world.now() });
    expect((await lastIn(world)).text).toContain("pass this on to the people who helped you");
  });

  it("that comes with a changed score replaces the earlier one", async () => {
    const { world, surveyId } = await answered(9);
    await world.writes(customer, "Kind people.");
    await world.pass(HOUR);
    const changed = { kind: "score-given", surveyId, by: customer, score: 4, via: "form" } as const;
    await world.handle({ ...changed, comment: "It broke again." });
    expect(await responseIn(world)).toMatchObject({ score: 4, comment: "It broke again.", commentedAt: world.now() });
    await world.handle({ ...changed, score: 5 });
    expect(await responseIn(world)).toMatchObject({ score: 5, comment: "It broke again.", revisionCount: 4 });
  });
});

describe("the thanks", () => {
  it.each([
    [9, "Thank you for the 9! What did we do well?", "pass this on"],
    [7, "Thank you. What’s the one thing we could do better?", "helps us do better"],
    [6, "We’re sorry we let you down, and thank you for telling us. Someone", "on our team will read this"],
  ])("for %i and for its reason fit the band, and only that person sees them", async (score, words, forReason) => {
    const { world } = await answered(score);
    expect(await lastIn(world)).toMatchObject({ text: expect.stringContaining(words), privateTo: customer.address });
    await world.writes(customer, "Because.");
    expect(await lastIn(world)).toMatchObject({ text: expect.stringContaining(forReason) });
  });

  it("are silent at a second tap within seconds, and say that we have the answer later on", async () => {
    const { world, surveyId } = await answered(9);
    const before = (await world.posts()).length;
    await world.pass(5 * SECOND, SECOND);
    await world.handle(tap(surveyId, 9));
    expect(await world.posts()).toHaveLength(before);
    await world.pass(MINUTE);
    await world.handle(tap(surveyId, 9));
    expect((await lastIn(world)).text).toBe("Thanks, that’s the answer we already have.");
    expect((await responseIn(world)).revisionCount).toBe(1);
  });

  it("do not flood the conversation when a stranger taps on and on", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    const before = (await world.posts()).length;
    for (let taps = 0; taps < 20; taps += 1) await world.handle(tap(id, 3, stranger));
    expect((await world.posts()).length - before).toBe(1);
  });
});

describe("changing an answer", () => {
  it("is offered within the window, and refused kindly after it", async () => {
    const { world, surveyId } = await answered(3);
    const wanted = { kind: "change-wanted", surveyId, by: customer } as const;
    await world.handle(wanted);
    expect((await lastIn(world)).actions.map(({ name }) => name)).toEqual(Array(10).fill("score"));
    await world.pass(7 * DAY, HOUR);
    expect((await world.handle(wanted)).refusal?.code).toBe("late");
    expect((await lastIn(world)).actions).toEqual([]);
  });

  it("by typing after the window is refused kindly and is not taken for the reason", async () => {
    const { world } = await answered(3, { changeWindow: "1h" });
    await world.pass(2 * HOUR);
    expect((await world.writes(customer, "9")).refusal?.code).toBe("late");
    expect(await responseIn(world)).toMatchObject({ score: 3, comment: null });
    expect((await world.interaction()).state).toBe("resolved");
  });

  it("by something like a score asks again instead of taking it for the reason", async () => {
    const { world } = await answered(3);
    expect((await world.writes(customer, "11")).refusal?.code).toBe("unclear");
    expect(await responseIn(world)).toMatchObject({ score: 3, comment: null });
    await world.writes(customer, "9");
    expect(await responseIn(world)).toMatchObject({ score: 9, revisionCount: 2 });
  });

  it("is open by word as by button to one who said not now, until the survey expires", async () => {
    const declined = async () => {
      const world = createWorld();
      const { id } = await world.asked();
      await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "not-now" });
      return { world, id };
    };
    const typed = await declined();
    await typed.world.writes(customer, "9");
    expect((await responseIn(typed.world)).score).toBe(9);
    const late = await declined();
    await late.world.pass(8 * DAY, HOUR);
    expect((await late.world.handle(tap(late.id, 9))).refusal?.code).toBe("late");
    expect(await late.world.store.list("response", {})).toEqual([]);
  });

  it("is open to one who said never, who is still never asked again", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ kind: "declined", surveyId: id, by: customer, choice: "never" });
    await world.handle({ kind: "score-given", surveyId: id, by: customer, score: 2, via: "form" });
    expect((await responseIn(world)).score).toBe(2);
    expect((await world.store.list("customer", {}))[0]?.optedOutAt).toBe(world.now());
  });

  it("of a survey that has expired is answered kindly, typed as tapped", async () => {
    const world = createWorld();
    await world.asked();
    await world.pass(8 * DAY, HOUR);
    expect((await world.writes(customer, "9")).refusal?.code).toBe("late");
    expect((await lastIn(world)).text).toContain("Thanks for coming back");
  });
});

describe("a reason that was a new question", () => {
  it("reopens once and says so once, however often it is tapped", async () => {
    const { world, surveyId } = await answered(8);
    await world.writes(customer, "How do I export?");
    for (let taps = 0; taps < 2; taps += 1) await world.handle({ kind: "new-question", surveyId, by: customer });
    const notices = await postsOf(world, "notice");
    expect(notices.filter(({ message }) => message.text.includes("is open again"))).toHaveLength(1);
    expect((await responseIn(world)).revisionCount).toBe(3);
  });

  it("can be said before a reason is given, as long as one is awaited and the resolution stands", async () => {
    const { world, surveyId } = await answered(8);
    const question = { kind: "new-question", surveyId, by: customer } as const;
    await world.pass(DAY, HOUR);
    expect((await world.handle(question)).refusal?.code).toBe("late");
    const { world: prompt, surveyId: id } = await answered(8);
    await prompt.handle({ ...question, surveyId: id });
    expect((await prompt.interaction()).state).toBe("open");
    expect(await responseIn(prompt)).toMatchObject({ score: 8, comment: null, revisionCount: 1 });
    expect((await prompt.handle({ ...question, surveyId: id })).refusal?.code).toBe("late");
  });

  it("is no longer one after a day, nor where the reason came from a form", async () => {
    const { world, surveyId } = await answered(8);
    const question = { kind: "new-question", surveyId, by: customer } as const;
    await world.writes(customer, "Could be faster.");
    await world.pass(DAY, HOUR);
    expect((await world.handle(question)).refusal?.code).toBe("late");
    await world.handle(commentGiven(surveyId, "A reason by form."));
    expect((await world.handle(question)).refusal?.code).toBe("late");
    expect((await responseIn(world)).comment).toBe("A reason by form.");
  });

  it("does not take back a later resolution", async () => {
    const { world, surveyId } = await answered(8);
    await world.writes(customer, "How do I export?");
    await world.writes(customer, "Hello?");
    await world.writes(agent, "With the button.");
    await world.resolves();
    await world.handle({ kind: "new-question", surveyId, by: customer });
    expect(await world.interaction(conversation)).toMatchObject({ state: "resolved", resolutionCount: 2 });
    expect((await responseIn(world)).comment).toBeNull();
  });
});
