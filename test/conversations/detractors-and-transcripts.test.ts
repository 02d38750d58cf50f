import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { agent, conversation, createWorld, customer, DAY, HOUR } from "../world.ts";
import { lastText, tap } from "./talk.ts";

const birch: Person = { ...agent, address: "web:agent:birch", name: "Agent Birch" };

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
    expect(latest?.message.text).toContain("Customer One gave 4 out of 10");
    expect(latest?.message.actions.map(({ name }) => name)).toEqual(["case-claim", "case-assign", "case-more"]);
  });

  it("is overdue once, escalated once, and closed only by a person who says what was done", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 2));
    await world.pass(14 * DAY, HOUR);
    const clock = (await world.store.list("step", { orderBy: "number" })).map(({ act }) => act);
    expect(clock).toEqual(["remind", "overdue", "escalate"]);
    const [item] = await world.store.list("case", {});
    const act = (act: "claim" | "resolve", by: Person = birch, note?: string) =>
      world.handle({ kind: "case-acted", caseId: item?.id ?? "", by, act, ...(note ? { note } : {}) });
    expect((await act("resolve", customer, "x")).refusal?.code).toBe("not-allowed");
    expect((await act("resolve")).refusal?.code).toBe("unclear");
    await act("claim");
    await act("resolve", birch, "Refunded and apologised.");
    expect(await world.store.list("case", {})).toMatchObject([
      { state: "resolved", ownerName: "Agent Birch", outcome: "Refunded and apologised." },
    ]);
    expect((await act("claim")).refusal?.code).toBe("late");
  });

  it("opens for an answer that worsened, is withdrawn when it improves, and is the same one when it worsens again", async () => {
    const world = createWorld();
    const survey = await world.asked();
    await world.handle(tap(survey.id, 9));
    expect(await world.store.list("case", {})).toHaveLength(0);
    for (const [score, state, text] of [
      [3, "new", "Customer One gave 3 out of 10. Please get in touch"],
      [9, "withdrawn", "Customer One gave 9 out of 10. There’s nothing left to do"],
      [4, "new", "Customer One gave 4 out of 10. Please get in touch"],
    ] as const) {
      world.sleep(HOUR);
      await world.handle(tap(survey.id, score));
      await world.settle();
      expect(await world.store.list("case", {})).toMatchObject([{ state }]);
      expect(await lastText(world, "web:team")).toContain(text);
    }
    const steps = await world.store.list("step", { orderBy: "number" });
    expect(steps.map(({ act, byAddress, facts }) => [act, byAddress, facts.before, facts.score])).toEqual([
      ["withdraw", null, 3, 9],
      ["reopen", null, 9, 4],
    ]);
    const cards = (await world.posts("web:team")).filter(({ message }) => message.replaces === undefined);
    expect(cards).toHaveLength(1);
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
