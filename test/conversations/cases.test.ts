import { describe, expect, it } from "vitest";
import type { Unstamped } from "../world.ts";
import { agent, createWorld, customer, DAY, HOUR, settingsOf, type World } from "../world.ts";
import { caseIn, lastIn, racingStore, reachable, responseIn, tap } from "./talk.ts";

const TEAM = "web:team";
const birch = { ...agent, address: "web:agent:birch", name: "Agent Birch" };
const cedar = { ...agent, address: "web:agent:cedar", name: "Agent Cedar" };

/** A world with one case, of an answer with that score. */
async function withCase(score: number, world = createWorld()): Promise<World> {
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  await world.settle();
  return world;
}

async function acts(
  world: World,
  act: "claim" | "contact" | "resolve" | "close",
  { by = birch, note }: { by?: typeof agent; note?: string } = {},
) {
  const { id } = await caseIn(world);
  const event: Unstamped = { kind: "case-acted", caseId: id, by, act, ...(note ? { note } : {}) };
  return world.handle(event);
}

const stepsIn = async (world: World) =>
  (await world.store.list("step", { orderBy: "number" })).map(({ act }) => act).join(" ");
const openActions = async (world: World) => (await lastIn(world, TEAM)).actions.map(({ name }) => name);

describe("the clock of a case", () => {
  it("goes on when somebody only claims it: overdue, then escalated", async () => {
    const world = await withCase(2);
    const { dueAt } = await caseIn(world);
    await acts(world, "claim");
    expect(await caseIn(world)).toMatchObject({ state: "claimed", dueAt });
    await world.pass(14 * DAY, HOUR);
    expect(await stepsIn(world)).toBe("claim remind overdue escalate");
    expect((await caseIn(world)).state).toBe("escalated");
  });

  it.each(["contact", "resolve", "close"] as const)("stops at %s, and nobody is chased", async (act) => {
    const world = await withCase(2);
    await acts(world, act, { note: "Talked it over." });
    const { dueAt, closedAt } = await caseIn(world);
    expect(dueAt).toBe(act === "resolve" ? Number(closedAt) + 3 * DAY : null);
    await world.pass(14 * DAY, HOUR);
    const { overdueAt, escalatedAt } = await caseIn(world);
    expect([overdueAt, escalatedAt]).toEqual([null, null]);
    expect(await stepsIn(world)).toBe(act);
  });

  it("keeps the moment of the first contact, and a later claim does not undo it", async () => {
    const world = await withCase(2);
    await acts(world, "contact");
    const { contactedAt } = await caseIn(world);
    await world.pass(2 * HOUR);
    await acts(world, "contact", { by: cedar });
    await acts(world, "claim", { by: cedar });
    await acts(world, "resolve", { note: "Refunded." });
    expect(await caseIn(world)).toMatchObject({ contactedAt, ownerName: "Agent Birch", state: "resolved" });
  });
});

describe("the owner of a case", () => {
  it("is whoever claimed it first; the second is told that it is taken", async () => {
    const world = await withCase(4);
    await acts(world, "claim");
    const second = await acts(world, "claim", { by: cedar });
    expect(second.refusal).toEqual({
      code: "late",
      text: "Somebody is looking after this case already.",
      told: false,
    });
    expect(await caseIn(world)).toMatchObject({ ownerName: "Agent Birch" });
    expect(await openActions(world)).not.toContain("case-claim");
  });

  it("is shown although the customer's reason is being saved at the moment of the claim", async () => {
    const racing = racingStore();
    const world = await withCase(2, createWorld({ store: racing.store }));
    racing.before(() => world.writes(customer, "It was late."));
    await acts(world, "claim");
    await world.settle();
    expect(await openActions(world)).not.toContain("case-claim");
    expect((await lastIn(world, TEAM)).quote?.text).toBe("It was late.");
  });

  it("is shown although the claim is being saved at the moment of the reason", async () => {
    const racing = racingStore();
    const world = await withCase(2, createWorld({ store: racing.store }));
    racing.before(() => acts(world, "claim"));
    await world.writes(customer, "It was late.");
    await world.settle();
    expect(await openActions(world)).not.toContain("case-claim");
    expect((await lastIn(world, TEAM)).quote?.text).toBe("It was late.");
  });
});

describe("words that come in while a claimed case is being worked", () => {
  const reasonOf = (surveyId: string) =>
    ({ kind: "comment-given", surveyId, by: customer, comment: "It was late.", via: "form" }) as const;

  it("are in the alert that says so, where they are saved just before it", async () => {
    const racing = racingStore();
    const world = await withCase(2, createWorld({ store: racing.store }));
    await acts(world, "claim");
    await world.settle();
    const { id } = await world.survey();
    racing.before(() => world.handle(reasonOf(id)));
    await acts(world, "contact");
    const { text, quote } = await lastIn(world, TEAM);
    expect([text, quote?.text]).toEqual([
      "Customer One gave 2 out of 10. Agent Birch has been in touch.",
      "It was late.",
    ]);
  });

  it("do not offer again what has been done, where that is saved just before them", async () => {
    const racing = racingStore();
    const world = await withCase(2, createWorld({ store: racing.store }));
    await acts(world, "claim");
    const { id } = await world.survey();
    racing.before(() => acts(world, "contact"));
    await world.handle(reasonOf(id));
    expect(await stepsIn(world)).toBe("claim contact comment");
    expect(await openActions(world)).not.toContain("case-contact");
  });
});

describe("a case that was closed", () => {
  it("is somebody's again when the customer lowers the answer, with a fresh due time", async () => {
    const world = await withCase(5);
    const before = await caseIn(world);
    await acts(world, "resolve", { note: "Apologised." });
    await world.pass(3 * DAY, HOUR);
    await world.handle(tap((await world.survey()).id, 1));
    const after = await caseIn(world);
    expect(after).toMatchObject({ id: before.id, state: "claimed", closedAt: null, contactedAt: null });
    expect(after.contactBy).toBeGreaterThan(world.now());
    expect(after.dueAt).toBeGreaterThan(world.now());
    expect(await openActions(world)).toContain("case-resolve");
  });

  it("stays closed when the customer raises the answer, and the team is told without being called", async () => {
    const world = await withCase(5);
    await acts(world, "resolve", { note: "Apologised." });
    await world.handle(tap((await world.survey()).id, 10));
    const { text, facts } = await lastIn(world, TEAM);
    expect(text).toBe("Customer One gave 10 out of 10. Agent Birch has resolved this.");
    expect(facts?.[0]).toEqual({ label: "Score", value: "10/10 (before: 5/10)" });
    expect(await stepsIn(world)).toBe("resolve raise");
    expect((await caseIn(world)).state).toBe("resolved");
  });
});

describe("the alert of a case", () => {
  it("is posted anew when it never came to stand and the case moves", async () => {
    const world = createWorld();
    world.chat.answer = (outgoing) =>
      outgoing.post.lane === TEAM ? { kind: "refused", reason: "is_archived" } : reachable(outgoing);
    await withCase(5, world);
    world.chat.answer = reachable;
    await world.writes(customer, "So late.");
    await world.settle();
    expect((await world.posts(TEAM)).map(({ state }) => state)).toEqual(["failed", "posted"]);
    const { alerts } = await caseIn(world);
    expect(alerts).toEqual([{ lane: TEAM, postId: (await world.posts(TEAM)).at(-1)?.id, thread: null }]);
  });

  it("takes the place of the one that stands there when the reason comes in, and stays the one card once it is claimed", async () => {
    const world = await withCase(3);
    const [first] = await world.posts(TEAM);
    await world.writes(customer, "It was late.");
    expect(await lastIn(world, TEAM)).toMatchObject({ replaces: first?.id, quote: { text: "It was late." } });
    await acts(world, "claim");
    const surveyId = (await world.survey()).id;
    await world.handle({ kind: "comment-given", surveyId, by: customer, comment: "And cold.", via: "form" });
    const card = await lastIn(world, TEAM);
    expect(card).toMatchObject({ replaces: first?.id, quote: { text: "And cold." } });
    expect(card.text).toContain("gave 3 out of 10");
    expect((await world.posts(TEAM)).filter(({ message }) => message.replaces === undefined)).toHaveLength(1);
  });

  it("drops the words that turned out to be a new question", async () => {
    const world = await withCase(2);
    await world.writes(customer, "And how do I export?");
    await world.settle();
    await world.handle({ kind: "new-question", surveyId: (await world.survey()).id, by: customer });
    expect((await lastIn(world, TEAM)).quote).toBeUndefined();
  });

  it("follows the message that gave the reason when it is edited or deleted", async () => {
    const world = await withCase(2);
    const { conversation } = await world.interaction();
    const messageId = "reason";
    await world.handle({ kind: "message", conversation, messageId, author: customer, text: "My card is 4111." });
    await world.handle({ kind: "message-edited", conversation, messageId, text: "My card was charged twice." });
    expect((await responseIn(world)).comment).toBe("My card was charged twice.");
    expect((await lastIn(world, TEAM)).quote?.text).toBe("My card was charged twice.");
    await world.handle({ kind: "message-deleted", conversation, messageId });
    expect(await responseIn(world)).toMatchObject({ comment: null, commentedAt: null, revisionCount: 4 });
    expect((await lastIn(world, TEAM)).quote).toBeUndefined();
  });

  it("names the product and who helped, in the team's words", async () => {
    const world = createWorld({ settings: settingsOf({ products: [{ id: "app", name: "Mobile app" }] }) });
    await world.writes(customer, "It does not start.");
    await world.writes(agent, "Now it does.");
    await world.resolves(agent, { product: "app" });
    await world.pass(6 * 60_000);
    await world.handle(tap((await world.survey()).id, 3));
    expect((await lastIn(world, TEAM)).facts).toEqual([
      { label: "Score", value: "3/10" },
      { label: "Contact by", value: "Nov 19, 2026, 10:06 AM (Europe/Berlin)", moment: expect.any(Number) },
      { label: "Owner", value: "nobody yet" },
      { label: "State", value: "new" },
      { label: "Product", value: "Mobile app" },
      { label: "Helped by", value: "Agent Ash" },
      { label: "With us since", value: "Nov 16, 2026" },
    ]);
  });
});
