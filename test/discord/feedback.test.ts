import { describe, expect, it } from "vitest";
import { SECOND } from "../world.ts";
import { askedOnDiscord, discordDesk } from "./discord-desk.ts";

describe("/feedback", () => {
  it("stops and resumes asking, and says so to the person alone", async () => {
    const { desk, customer, thread } = await askedOnDiscord();
    const stop = await customer.runs("feedback stop", { in: thread });
    expect([stop.ephemeral, stop.text]).toEqual([true, expect.stringContaining("we won’t ask again.")]);
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: expect.any(Number) }]);
    const start = await customer.runs("feedback start", { in: thread });
    expect([start.ephemeral, start.text]).toEqual([true, expect.stringContaining("We may ask again")]);
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: null }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("tells people what is kept about them, and nobody else", async () => {
    const { desk, customer, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "9");
    await desk.pass(2 * SECOND, SECOND);
    const own = await (await customer.runs("feedback data", { in: thread })).settled();
    expect([own.ephemeral, own.text]).toEqual([true, expect.stringContaining("We keep 1 conversation with 1 message")]);
    expect(own.text).toContain(": 9");
    const other = await desk.discord.user("other").runs("feedback data", { in: thread });
    expect((await other.settled()).text).toBe("We keep nothing about you.");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("lets them take an answer back, with one tap more, and tells them alone", async () => {
    const { desk, customer, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "8");
    await desk.pass(2 * SECOND, SECOND);
    const own = await (await customer.runs("feedback data", { in: thread })).settled();
    if (!own.message) throw new Error("no receipt");
    await customer.clicks(own.message, "Take back: Nov 16, 2026");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("response", {})).toMatchObject([{ excluded: null }]);
    const sure = customer.sees(thread).findLast(({ content }) => content.includes("Shall we take your answer back?"));
    if (!sure) throw new Error("not asked once more");
    await customer.clicks(sure, "Yes, take it back");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("response", {})).toMatchObject([{ excluded: "withdrawn" }]);
    expect(customer.sees(thread).at(-1)?.content).toContain("Your answer no longer counts");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("can be used on the direct line to the bot", async () => {
    const desk = await discordDesk();
    const customer = desk.discord.user("customer");
    const line = customer.writesDm("Hello");
    await desk.settle();
    const stop = await customer.runs("feedback stop", { in: { id: line.channel_id } });
    expect(stop.text).toContain("we won’t ask again.");
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: expect.any(Number) }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("/chair", () => {
  it("tells the team what became of the week and who is waiting", async () => {
    const { desk, customer, agent, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "2");
    await desk.pass(2 * SECOND, SECOND);
    const status = await agent.runs("chair status", { in: thread });
    expect([status.ephemeral, status.text]).toEqual([
      true,
      expect.stringContaining("1 conversation was resolved: 1 answered (100% of the 1 asked)."),
    ]);
    const page = await agent.runs("chair page", { in: thread });
    expect([page.ephemeral, page.text]).toEqual([
      true,
      expect.stringMatching(/for you alone.*\n<https:\/\/desk\.example\/enter\//),
    ]);
    const [link] = await desk.store.list("link", {});
    expect(link).toMatchObject({ path: "/digest", role: "agent" });
    expect(await desk.adapter.roleOf("default", link?.whoAddress ?? "")).toBe("agent");
    const out = await agent.runs("chair signout", { in: thread });
    expect([out.ephemeral, out.text]).toEqual([true, expect.stringContaining("You’re signed out everywhere")]);
    await agent.runs("chair cases", { in: desk.team });
    await expect
      .poll(() => JSON.stringify(agent.sees(desk.team).at(-1)))
      .toMatch(/Open cases.*customer gave 2 out of 10/);
    await expect(customer.runs("chair status", { in: thread })).rejects.toThrow("does not show");
    expect(desk.discord.complaints).toEqual([]);
  });
});
