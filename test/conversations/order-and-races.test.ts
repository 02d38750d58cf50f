import { describe, expect, it } from "vitest";
import { createTicker } from "../../src/clock.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, rememberingLog, settingsOf } from "../world.ts";
import { cutOff, fateOf, postsOf, racingStore, reachable, responseIn, tap } from "./talk.ts";

/** Three scores as they were given one after the other: equal ones and others. */
const SCORES = [
  [3, 3, 3],
  [3, 3, 9],
  [3, 9, 3],
  [9, 3, 3],
  [3, 9, 8],
] as const;
/** Every order in which three come. */
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** A message of the customer that was written some time ago and arrives only now. */
const late = (text: string, at: number) =>
  ({ kind: "message", conversation, messageId: "late", author: customer, text, at }) as const;

describe("a message that arrives late", () => {
  it("is not the answer where it was written before the question was put: the conversation reopens", async () => {
    const world = createWorld();
    await world.asked();
    await world.handle(late("2", world.now() - 10 * MINUTE));
    expect(await world.store.list("response", {})).toEqual([]);
    expect((await world.interaction()).state).toBe("open");
  });

  it("is the answer where only the platform's clock is a little behind", async () => {
    const world = createWorld();
    await world.asked();
    await world.handle(late("2", world.now() - 20_000));
    expect((await responseIn(world)).score).toBe(2);
  });

  it("is not the reason where it was written before the score", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.pass(HOUR);
    await world.handle(tap(id, 9));
    await world.handle(late("Still broken.", world.now() - 10 * MINUTE));
    expect((await responseIn(world)).comment).toBeNull();
    expect((await world.interaction()).state).toBe("open");
    expect(await fateOf(world)).toBe("answered");
  });

  it("is the reason where the words overtook the score by a moment", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.pass(HOUR);
    await world.handle(tap(id, 9));
    await world.handle(late("Friendly.", world.now() - 20_000));
    expect((await responseIn(world)).comment).toBe("Friendly.");
  });

  it("does not turn the conversation's last activity back", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    const { lastActivityAt } = await world.interaction();
    await world.handle(late("Hello again?", world.now() - DAY));
    expect(await world.interaction()).toMatchObject({ lastActivityAt, customerMessages: 2 });
  });

  it("without words but with a picture is no answer: the conversation reopens", async () => {
    const world = createWorld();
    await world.asked();
    const attachments = [{ name: "error.png", type: "image/png" }];
    await world.handle({ kind: "message", conversation, messageId: "1", author: customer, text: "", attachments });
    expect((await world.interaction()).state).toBe("open");
    expect(await fateOf(world)).toBe("not-asked reopened");
    const entries = await world.store.list("entry", { where: { author: "customer" }, orderBy: "position" });
    expect(entries.at(-1)).toMatchObject({ text: "", attachments });
  });
});

describe("a time that lies ahead", () => {
  it("counts as now, and shuts nobody out", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.handle({ kind: "resolved", conversation, by: agent, at: world.now() + 3650 * DAY });
    expect((await world.resolutions())[0]?.at).toBe(world.now());
    await world.pass(HOUR);
    expect((await world.survey()).state).toBe("asked");
  });

  it("does not make an answer late, nor give one more time", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.handle({ ...tap(id, 9), at: world.now() + 30 * DAY });
    expect(await responseIn(world)).toMatchObject({ score: 9, answeredAt: world.now() });
  });
});

describe("two things at the same moment", () => {
  it("counts one answer of two different taps as changed by the other, in either order", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await Promise.all([world.handle(tap(id, 3)), world.handle(tap(id, 9))]);
    const revisions = await world.store.list("revision", { orderBy: "number" });
    expect(revisions.map(({ score }) => score).toSorted()).toEqual([3, 9]);
    expect((await responseIn(world)).score).toBe(revisions.at(-1)?.score);
    expect(await postsOf(world, "question")).toHaveLength(1);
  });

  it("keeps the answer when the survey expires while it is being saved", async () => {
    const racing = racingStore();
    const world = createWorld({ store: racing.store });
    const { id } = await world.asked();
    const { askedAt } = await world.survey();
    world.sleep((askedAt ?? 0) + 7 * DAY - world.now());
    racing.before(() => world.handle({ ...tap(id, 9), at: world.now() - 1 }));
    await world.handle({ kind: "survey-due", id: null, subject: id });
    expect(await fateOf(world)).toBe("answered");
    expect((await world.survey()).state).toBe("answered");
  });

  it("lets the later of two scores stand when the earlier one comes after it, whatever reason was given meanwhile", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    const score = async () => (await world.store.list("response", {}))[0]?.score;
    const [first, second] = [world.now() + MINUTE, world.now() + 5 * MINUTE];
    world.sleep(6 * MINUTE);
    await world.handle({ ...tap(id, 9), at: second });
    world.sleep(HOUR);
    await world.handle({ ...tap(id, 3), at: first });
    expect(await score()).toBe(9);
    expect(await world.store.list("case", {})).toEqual([]);
    await world.handle({ ...tap(id, 8), at: second + MINUTE });
    expect(await score()).toBe(8);
  });

  it("lets the score stand that was given last, in whatever order three taps come", async () => {
    const wrong: string[] = [];
    for (const scores of SCORES)
      for (const order of ORDERS) {
        const world = createWorld();
        const { id } = await world.asked();
        const begun = world.now();
        world.sleep(HOUR);
        for (const index of order)
          await world.handle({ ...tap(id, scores[index] ?? 0), at: begun + (1 + 5 * index) * MINUTE });
        const { score } = await responseIn(world);
        if (score !== scores[2]) wrong.push(`${scores} in the order ${order}: ${score}`);
      }
    expect(wrong).toEqual([]);
  });

  it("holds the question back when the answer is being saved at the moment of sending", async () => {
    const racing = racingStore();
    const world = createWorld({ store: racing.store });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    world.sleep(6 * MINUTE);
    await world.ticker.tick();
    const { id } = await world.survey();
    racing.before(() => world.handle({ kind: "score-given", surveyId: id, by: customer, score: 9, via: "form" }));
    await world.dispatcher.drain();
    expect(world.chat.posted.map(({ post }) => post.message.kind)).toEqual(["thanks"]);
  });

  it("does not send a question again that is being answered, where nobody knew whether it had arrived", async () => {
    const racing = racingStore();
    const world = createWorld({ store: racing.store });
    world.chat.answer = cutOff;
    const { id } = await world.asked();
    world.chat.answer = reachable;
    world.chat.posted.length = 0;
    world.sleep(HOUR);
    racing.before(() => world.handle({ kind: "score-given", surveyId: id, by: customer, score: 9, via: "form" }));
    await world.dispatcher.drain();
    expect(world.chat.posted.map(({ post }) => post.message.kind)).toEqual(["thanks"]);
    expect((await postsOf(world, "question")).map(({ state }) => state)).toEqual(["withdrawn"]);
  });

  it("holds the question back when an opt-out is being saved at the moment of sending", async () => {
    const racing = racingStore();
    const world = createWorld({ store: racing.store });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    world.sleep(6 * MINUTE);
    await world.ticker.tick();
    racing.before(() => world.handle({ kind: "asking-changed", by: customer, ask: false }));
    await world.dispatcher.drain();
    expect(world.chat.posted).toEqual([]);
    expect(await fateOf(world)).toBe("not-asked opted-out");
  });
});

describe("what is saved", () => {
  it("counts as saved although a listener fails at it", async () => {
    const world = createWorld();
    world.bot.onSaved(() => {
      throw new Error("the page is gone");
    });
    expect(await world.writes(customer, "Hello?")).toEqual({ status: "saved" });
    expect(world.log.faults).toHaveLength(1);
  });
});

describe("the clock", () => {
  it("does not let a whole batch that cannot be done keep the next waiting", async () => {
    const names = Array.from({ length: 201 }, (_, index) => String(index).padStart(4, "0"));
    const done: string[] = [];
    const due = async (table: string, _now: number, limit: number) => {
      const waiting = table === "survey" ? names.filter((name) => !done.includes(name)) : [];
      return waiting.slice(0, limit).map((id) => ({ desk: DEFAULT_DESK, id }));
    };
    const ticker = createTicker({
      store: { due },
      bot: {
        ...createWorld().bot,
        async handle(event) {
          const subject = "subject" in event ? event.subject : "";
          if (subject !== "0200") throw new Error("not today");
          done.push(subject);
          return { status: "saved" };
        },
      },
      clock: { now: () => 1 },
      log: rememberingLog(),
      owner: "a ticker",
    });
    await ticker.tick();
    expect(done).toEqual(["0200"]);
  });

  it("asks once although two clocks come round at once", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { delay: "0s" } }) });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    await Promise.all([world.ticker.tick(), world.ticker.tick(), world.dispatcher.drain(), world.dispatcher.drain()]);
    await world.settle();
    expect(world.chat.posted.map(({ post }) => post.message.kind)).toEqual(["question"]);
  });
});
