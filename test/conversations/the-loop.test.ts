import { describe, expect, it } from "vitest";
import type { Unstamped } from "../world.ts";
import {
  agent,
  conversation,
  createWorld,
  customer,
  DAY,
  HOUR,
  MINUTE,
  settingsOf,
  stranger,
  type World,
} from "../world.ts";

const tap = (surveyId: string, score: unknown, by = customer): Unstamped => ({
  kind: "score-given",
  surveyId,
  by,
  score,
  via: "tap",
});

async function fateOf(world: World): Promise<string> {
  const resolution = (await world.resolutions()).at(-1);
  return [resolution?.fate, resolution?.fateReason].filter(Boolean).join(" ");
}

async function lastText(world: World, lane = conversation): Promise<string> {
  return (await world.posts(lane)).at(-1)?.message.text ?? "";
}

describe("asking", () => {
  it("asks five minutes after the resolution, once, with every score of the scale and two ways to decline", async () => {
    const world = createWorld();
    await world.writes(customer, "My invoice is wrong.");
    await world.writes(agent, "I have corrected it.");
    await world.resolves();
    await world.pass(4 * MINUTE);
    expect(await world.posts()).toHaveLength(0);
    expect(await fateOf(world)).toBe("waiting");
    await world.pass(HOUR);
    const [question, ...more] = await world.posts();
    expect(more).toHaveLength(0);
    expect(question?.message.text).toBe("On a scale of 1 to 10, how likely are you to recommend Acme to other people?");
    expect(question?.message.actions.map(({ label }) => label)).toEqual([
      ..."123456789",
      "10",
      "Not now",
      "Never ask me",
    ]);
    expect(await world.survey()).toMatchObject({ state: "asked", scale: "1-10", locale: "en", wordingVersion: "1" });
  });

  it("waits for the end of quiet hours on the customer's clock, not the desk's", async () => {
    const world = createWorld();
    const sleeper = { ...customer, zone: "Pacific/Auckland" };
    await world.writes(sleeper, "Late here.");
    await world.writes(agent, "Good night, it is done.");
    await world.resolves();
    await world.pass(DAY);
    const asked = (await world.survey()).askedAt ?? 0;
    expect(new Intl.DateTimeFormat("en-GB", { timeZone: "Pacific/Auckland", timeStyle: "short" }).format(asked)).toBe(
      "08:00",
    );
  });

  it.each([
    ["too-short", async (world: World) => void (await world.writes(customer, "Hello?"))],
    [
      "team-opened",
      async (world: World) => {
        await world.handle({ kind: "opened", conversation, customer, by: "team" });
        await world.writes(agent, "We called you.");
        await world.writes(customer, "Yes?");
      },
    ],
    [
      "team-member",
      async (world: World) => {
        await world.handle({
          kind: "opened",
          conversation,
          customer: { ...agent, address: "web:agent:birch" },
          by: "customer",
        });
        await world.writes(customer, "I am asking for a colleague.");
        await world.writes(agent, "Sure.");
      },
    ],
    [
      "opted-out",
      async (world: World) => {
        await world.writes(customer, "Hello?");
        await world.writes(agent, "Hello!");
        await world.handle({ kind: "asking-changed", by: customer, ask: false });
      },
    ],
  ])("does not ask and says why: %s", async (reason, talk) => {
    const world = createWorld();
    await talk(world);
    await world.resolves();
    await world.pass(DAY);
    expect(await fateOf(world)).toBe(`not-asked ${reason}`);
    expect(await world.posts()).toHaveLength(0);
  });

  it("records who skipped the question, and why", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves(agent, { skip: "a test" });
    expect((await world.resolutions())[0]).toMatchObject({
      fate: "not-asked",
      fateReason: "skipped-by-person",
      fateDetail: "Agent Ash: a test",
    });
  });

  it("leaves out those the sample does not draw", async () => {
    const world = createWorld({ settings: settingsOf({ ask: { sample: "0%" } }) });
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    expect(await fateOf(world)).toBe("not-asked sampled-out");
  });

  it("checks again at the moment of sending: an opt-out meanwhile cancels the survey", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes(agent, "Hello!");
    await world.resolves();
    await world.handle({ kind: "asking-changed", by: customer, ask: false });
    await world.pass(HOUR);
    expect(await fateOf(world)).toBe("not-asked opted-out");
    expect(await world.survey()).toMatchObject({ state: "cancelled", askedAt: null });
  });

  it("keeps the person's cooldown across conversations: 90 days after an answer, 30 after silence", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 9));
    const again = async (where: string) => {
      await world.writes(customer, "Another thing.", where);
      await world.writes(agent, "Done.", where);
      await world.resolves(agent, { where });
      await world.pass(HOUR);
      return fateOf(world);
    };
    expect(await again("web:chat:2")).toBe("not-asked cooldown");
    await world.pass(89 * DAY, HOUR);
    expect(await again("web:chat:3")).toBe("not-asked cooldown");
    await world.pass(DAY, HOUR);
    expect(await again("web:chat:4")).toBe("waiting");
    await world.pass(29 * DAY, HOUR);
    expect(await again("web:chat:5")).toBe("not-asked cooldown");
    await world.pass(2 * DAY, HOUR);
    expect(await again("web:chat:6")).toBe("waiting");
  });
});

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
    expect(await lastText(world)).toContain("What one thing would make it better?");
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
    await world.writes(customer, "ten out of ten");
    expect(await world.store.list("response", {})).toHaveLength(0);
    expect(await lastText(world)).toContain("one whole number from 1 to 10");
    await world.writes(customer, " 8/10 ");
    expect(await world.store.list("response", {})).toMatchObject([{ score: 8 }]);
    const entries = await world.store.list("entry", { where: { author: ["customer", "agent"] }, orderBy: "position" });
    expect(entries.map(({ text }) => text)).toEqual([
      "My invoice is wrong.",
      "I have corrected it.",
      "ten out of ten",
      " 8/10 ",
    ]);
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
    expect(late.refusal).toMatchObject({ code: "late", text: expect.stringContaining("Thank you for coming back") });
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
    expect(await lastText(world)).toContain("may ask you again");
    expect(await talk("web:chat:3")).toBe("waiting");
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

describe("asking directly", () => {
  const where = "desk:room:1";
  const direct = { ...customer, address: "desk:room:ada" };

  async function directlyAsked(
    answer: World["chat"]["answer"] = ({ post }) => ({ kind: "posted", reference: post.id }),
  ): Promise<World> {
    const world = createWorld({ settings: settingsOf({ ask: { where: "dm" } }), platform: "desk" });
    world.chat.answer = answer;
    await world.writes(direct, "My invoice is wrong.", where);
    await world.writes(agent, "I have corrected it.", where);
    await world.handle({ kind: "asking-changed", by: direct, directly: true });
    await world.resolves(agent, { where });
    await world.pass(5 * MINUTE);
    return world;
  }

  it("asks there only those who agreed to it", async () => {
    const world = await directlyAsked();
    expect(await world.survey()).toMatchObject({ state: "asked", askIn: direct.address });
    await world.handle({ kind: "asking-changed", by: direct, directly: false });
    expect(await world.store.list("customer", {})).toMatchObject([{ directConsentAt: null }]);
  });

  it("takes what is typed there for the answer and its reason, in the transcript of that conversation", async () => {
    const world = await directlyAsked();
    await world.writes(direct, "8", direct.address);
    await world.writes(direct, "Quick, but the tone was cold.", direct.address);
    expect(await world.store.list("response", {})).toMatchObject([
      { score: 8, comment: "Quick, but the tone was cold." },
    ]);
    expect(await world.store.list("interaction", {})).toMatchObject([
      { conversation: where, state: "resolved", customerMessages: 3 },
    ]);
  });

  it("falls back to the conversation where the direct line is closed", async () => {
    const world = await directlyAsked(({ post }) =>
      post.lane === direct.address ? { kind: "refused", reason: "dm-closed" } : { kind: "posted", reference: post.id },
    );
    expect(await world.survey()).toMatchObject({ state: "asked", askIn: where, deliveredAt: world.now() });
    expect((await world.posts(where)).map(({ message }) => message.kind)).toEqual(["question"]);
  });
});

describe("the case of a detractor", () => {
  it("opens at once with the words, a due time in business hours and what can be done", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 4));
    await world.writes(customer, "Nobody told me about the delay.");
    await world.settle();
    const [item] = await world.store.list("case", {});
    expect(item).toMatchObject({ state: "new", contactBy: Date.parse("2026-11-19T09:05:00Z") });
    const latest = (await world.posts("web:team")).at(-1);
    expect(latest?.message).toMatchObject({ quote: { text: "Nobody told me about the delay." } });
    expect(latest?.message.text).toContain("Customer One gave 4 of 10");
    expect(latest?.message.actions.map(({ name }) => name)).toEqual([
      "case-claim",
      "case-contact",
      "case-resolve",
      "case-unreachable",
    ]);
  });

  it("is overdue once, escalated once, and closed only by a person who says what was done", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 2));
    await world.pass(14 * DAY, HOUR);
    const team = (await world.posts("web:team")).map(({ message }) => message.text);
    expect(team.filter((text) => text.includes("has not been contacted yet"))).toHaveLength(1);
    expect(team.filter((text) => text.includes("A lead should step in"))).toHaveLength(1);
    const [item] = await world.store.list("case", {});
    const act = (act: "claim" | "resolve", by = agent, note?: string) =>
      world.handle({ kind: "case-acted", caseId: item?.id ?? "", by, act, ...(note ? { note } : {}) });
    expect((await act("resolve", customer, "x")).refusal?.code).toBe("not-allowed");
    expect((await act("resolve")).refusal?.code).toBe("unclear");
    await act("claim");
    await act("resolve", agent, "Refunded and apologised.");
    expect(await world.store.list("case", {})).toMatchObject([
      { state: "resolved", ownerName: "Agent Ash", outcome: "Refunded and apologised." },
    ]);
    expect((await act("claim")).refusal?.code).toBe("late");
  });

  it("opens for an answer that worsened into a detractor, and stays open when it improves", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 9));
    expect(await world.store.list("case", {})).toHaveLength(0);
    await world.handle(tap(survey.id, 5));
    expect(await lastText(world, "web:team")).toContain("from 9 to 5");
    await world.handle(tap(survey.id, 10));
    expect(await lastText(world, "web:team")).toContain("from 5 to 10");
    expect(await world.store.list("case", {})).toMatchObject([{ state: "new" }]);
  });
});

describe("the transcript", () => {
  it("keeps edits and deletions as such, and a message only once", async () => {
    const world = createWorld();
    await world.writes(customer, "Helo");
    const written = { kind: "message", conversation, messageId: "m1", author: customer, text: "Helo" } as const;
    await world.handle(written);
    await world.handle({ kind: "message-edited", conversation, messageId: "m1", text: "Hello" });
    await world.handle({ kind: "message-deleted", conversation, messageId: "m1" });
    const entries = await world.store.list("entry", {});
    expect(entries).toMatchObject([{ text: "Hello", history: [{ text: "Helo" }], deletedAt: world.now() }]);
    expect((await world.interaction()).customerMessages).toBe(1);
  });

  it("keeps product, agents and the credited agent as they stood at the resolution", async () => {
    const world = createWorld();
    await world.writes(customer, "Hello?");
    await world.writes({ ...agent, address: "web:agent:birch", name: "Agent Birch" }, "One moment.");
    await world.writes(agent, "Here I am.");
    await world.resolves(agent, { product: "billing" });
    await world.writes({ ...agent, address: "web:agent:cedar", name: "Agent Cedar" }, "Anything else?");
    const [resolution] = await world.resolutions();
    expect(resolution?.agents.map(({ name }) => name)).toEqual(["Agent Birch", "Agent Ash"]);
    expect(resolution).toMatchObject({ product: "billing", creditedAgent: { name: "Agent Ash" } });
  });
});
