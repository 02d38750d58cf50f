import { describe, expect, it } from "vitest";
import type { Unstamped } from "../world.ts";
import { agent, createWorld, customer, DAY, HOUR, settingsOf, type World } from "../world.ts";
import { caseIn, lastIn, tap } from "./talk.ts";

const TEAM = "web:team";
const birch = { ...agent, address: "web:agent:birch", name: "Agent Birch" };

async function withCase(score: number, world = createWorld()): Promise<World> {
  const { id } = await world.asked();
  await world.handle(tap(id, score));
  await world.settle();
  return world;
}

async function wishes(world: World, wish: "yes" | "no", how?: string, by = customer) {
  const { id } = await world.survey();
  const event: Unstamped = { kind: "contact-wished", surveyId: id, by, wish, ...(how ? { how } : {}) };
  return world.handle(event);
}

describe("somebody unhappy", () => {
  it("is told privately at once that we are sorry and by when somebody is in touch, on their own clock", async () => {
    const tokyo = { ...customer, zone: "Asia/Tokyo", locale: "de" };
    const world = createWorld();
    await world.writes(tokyo, "Es geht nicht.");
    await world.writes(agent, "Jetzt schon.");
    await world.resolves(agent);
    await world.pass(24 * HOUR, HOUR);
    await world.handle(tap((await world.survey()).id, 2));
    const message = await lastIn(world);
    const { contactBy } = await caseIn(world);
    const style = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" } as const;
    const by = new Intl.DateTimeFormat("de", { ...style, timeZone: "Asia/Tokyo", timeZoneName: "short" });
    expect(message.text).toContain("Es tut uns leid");
    expect(message.text).toContain(by.format(contactBy));
    expect(message.privateTo).toBe(customer.address);
    expect(message.actions.map(({ name }) => name)).toEqual(["comment", "contact-how", "contact-no", "change"]);
    expect(JSON.stringify(message)).not.toContain("hier");
  });

  it("is told so in one message too when the words come with the score", async () => {
    const world = createWorld();
    const { id } = await world.asked();
    await world.writes(customer, "3: still broken");
    const { text, actions } = await lastIn(world);
    expect(id).toBe((await world.survey()).id);
    expect(text).toMatch(/^We’re sorry .* will be in touch by \w+, November/);
    expect(actions.map(({ name }) => name).slice(0, 3)).toEqual(["contact-how", "contact-no", "change"]);
  });

  it("is promised nothing where nobody of the team would see it on any platform of theirs", async () => {
    const world = createWorld({ teamLanes: [] });
    const { id } = await world.asked();
    await world.handle(tap(id, 2));
    const { text, actions } = await lastIn(world);
    expect(text).toBe("We’re sorry we let you down, and thank you for telling us.");
    expect(actions.map(({ name }) => name)).toEqual(["comment", "change"]);
  });
});

describe("whoever need not be contacted", () => {
  it("ends the duty, keeps the case, and is chased by nobody; it is not counted as overdue", async () => {
    const world = await withCase(2);
    await wishes(world, "no");
    await world.settle();
    expect(await caseIn(world)).toMatchObject({ state: "new", contactWish: "no", dueAt: null, stepCount: 1 });
    const { privateTo, actions } = await lastIn(world);
    expect([privateTo, actions.map(({ name }) => name)]).toEqual([customer.address, ["contact-how"]]);
    expect((await lastIn(world, TEAM)).text).toContain("rather not be contacted");
    await world.pass(10 * DAY, HOUR);
    expect((await world.store.list("step", {})).map(({ act }) => act)).toEqual(["unwanted"]);
    const week = { from: 0, to: world.now() };
    expect((await world.store.countOutcomes(week, world.now())).cases).toMatchObject({ opened: 1, overdue: 0 });
  });

  it("may think again: the time begins anew, and whoever gets in touch sees how", async () => {
    const world = await withCase(2);
    await wishes(world, "no");
    await world.pass(5 * DAY, HOUR);
    await wishes(world, "yes", "By telephone after five, 555 0100.");
    await world.settle();
    const item = await caseIn(world);
    expect(item).toMatchObject({ contactWish: "yes", contactHow: "By telephone after five, 555 0100.", stepCount: 2 });
    expect(item.contactBy).toBeGreaterThan(world.now());
    expect(item.dueAt).toBeGreaterThan(world.now());
    const team = await lastIn(world, TEAM);
    expect(team.facts?.map(({ value }) => value)).toContain("By telephone after five, 555 0100.");
    expect((await lastIn(world)).text).toContain("You’ll hear from us by");
  });

  it("has a closed case opened again when they want somebody after all", async () => {
    const world = await withCase(2);
    const { id } = await caseIn(world);
    await world.handle({ kind: "case-acted", caseId: id, by: birch, act: "close", note: "No reply." });
    await wishes(world, "yes", "Write to me.");
    expect(await caseIn(world)).toMatchObject({ state: "claimed", closedAt: null, contactWish: "yes" });
    expect((await lastIn(world, TEAM)).actions.map(({ name }) => name)).toContain("case-contact");
  });

  it("says so once: the same press again changes nothing and is confirmed kindly", async () => {
    const world = await withCase(2);
    await wishes(world, "no");
    await wishes(world, "no");
    expect((await caseIn(world)).stepCount).toBe(1);
    const passive = await withCase(8, createWorld({ settings: settingsOf() }));
    expect((await wishes(passive, "no")).refusal?.code).toBe("late");
  });
});
