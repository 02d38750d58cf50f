import { describe, expect, it } from "vitest";
import { agent, conversation, createWorld, customer, DAY, HOUR } from "../world.ts";
import { lastText, tap } from "./talk.ts";

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
    expect(team.filter((text) => text.includes("contact is overdue"))).toHaveLength(1);
    expect(team.filter((text) => text.includes("A lead needs to step in"))).toHaveLength(1);
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
