import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { openDesk } from "../web/open-desk.ts";
import { agent, createWorld, customer, MINUTE, settingsOf } from "../world.ts";
import { fateOf, responseIn } from "./talk.ts";

describe("a customer of a help desk whose chat address is known", () => {
  const where = "web:api:1";
  const direct: Person = { address: "slack:T:U", role: "customer" };

  async function asked() {
    const world = createWorld({ platform: "slack" });
    const byId: Person = { address: "api:customer-1", role: "customer" };
    const opened = { kind: "opened", conversation: where, askIn: direct.address, alsoAt: direct.address } as const;
    await world.handle({ ...opened, customer: byId, by: "customer" });
    await world.writes(byId, "Hello?", where);
    await world.writes(agent, "Hello!", where);
    await world.resolves(agent, { where });
    await world.pass(6 * MINUTE);
    return world;
  }

  it("is asked there, and what they type there is the answer and its reason", async () => {
    const world = await asked();
    expect(world.chat.posted.map(({ post }) => [post.lane, post.message.kind])).toEqual([[direct.address, "question"]]);
    await world.writes(direct, "7", direct.address);
    await world.writes(direct, "Quick help.", direct.address);
    expect(await responseIn(world)).toMatchObject({ score: 7, comment: "Quick help." });
  });

  it("reopens the conversation with other words there, which go where the agents look", async () => {
    const world = await asked();
    await world.writes(direct, "It is still broken.", direct.address);
    await world.writes(direct, "And the export is too.", direct.address);
    expect(await world.store.list("interaction", {})).toMatchObject([
      { conversation: where, state: "open", customerMessages: 3 },
    ]);
    expect(await fateOf(world)).toBe("not-asked reopened");
  });
});

describe("a customer who prefers to be asked directly", () => {
  it("is asked in the conversation until they have agreed to direct messages", async () => {
    const where = "web:room:1";
    const world = createWorld({ settings: settingsOf({ ask: { where: "dm" } }) });
    await world.writes(customer, "Hello?", where);
    await world.writes(agent, "Hello!", where);
    await world.resolves(agent, { where });
    expect((await world.survey()).askIn).toBe(where);
  });
});

describe("the page of a survey", () => {
  it("counts the second choice of somebody who went back to the first form", async () => {
    const desk = await openDesk();
    const { token } = await desk.world.asked();
    for (const score of ["3", "9"]) {
      const body = new URLSearchParams({ form: "form-1", choice: "answer", score, comment: "" });
      await desk.ask(`/survey/${token}`, { method: "POST", headers: { Origin: desk.origin }, body });
    }
    expect(await responseIn(desk.world)).toMatchObject({ score: 9, revisionCount: 2 });
  });
});
