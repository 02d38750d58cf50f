import { describe, expect, it } from "vitest";
import { DAY, MINUTE, SECOND } from "../world.ts";
import { askedOnDiscord, buttonOf, type DiscordDesk, isArchived, saidTo } from "./discord-desk.ts";

const aMoment = (desk: DiscordDesk) => desk.pass(5 * SECOND, SECOND);

describe("the loop on Discord", () => {
  it("asks in the archived thread, takes the tap, thanks in private and tells the team of a detractor", async () => {
    const { desk, customer, agent, thread, question } = await askedOnDiscord();
    expect(question.content).toContain("how likely are you to recommend Acme to other people?");
    expect(isArchived(desk, thread)).toBe(true);
    expect((await customer.clicks(question, "3")).kind).toBe("nothing");
    await aMoment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3 }]);
    expect(saidTo(customer, thread).at(-1)).toContain("What went wrong?");
    expect(saidTo(agent, thread).join()).not.toContain("What went wrong?");
    expect(saidTo(agent, thread).join()).toContain("Thank you, we have your answer.");
    expect(saidTo(agent, desk.team).join()).toContain("gave 3 out of 10");
    const address = `https://discord.com/channels/${desk.guild.id}/${thread.id}`;
    expect(saidTo(agent, desk.team).join()).toContain(`[Read the conversation](<${address}>)`);
    expect(isArchived(desk, thread)).toBe(true);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("shows ten equal buttons in rows of five, and the two ways out in a row of their own", async () => {
    const { question, desk } = await askedOnDiscord();
    const rows = (question.components ?? []) as unknown as { components: { label: string; style: number }[] }[];
    expect(rows.map(({ components }) => components.map(({ label }) => label))).toEqual([
      ["1", "2", "3", "4", "5"],
      ["6", "7", "8", "9", "10"],
      ["Not now", "Never ask me"],
    ]);
    expect(new Set(rows.flatMap(({ components }) => components.map(({ style }) => style)))).toEqual(new Set([2]));
    expect(desk.discord.complaints).toEqual([]);
  });

  it("takes the reason in a form and lets the answer be changed", async () => {
    const { desk, customer, agent, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "9");
    await aMoment(desk);
    const thanks = customer.sees(thread).at(-1);
    if (!thanks) throw new Error("No thanks");
    const form = await customer.clicks(thanks, "Tell us why");
    expect(form.modal).toMatchObject({ fields: ["note", "score"] });
    expect((await customer.submitsModal(form.modal?.customId ?? "", { note: "Quick and kind" })).kind).toBe("nothing");
    await aMoment(desk);
    expect(saidTo(customer, thread).at(-1)).toContain("We’ll pass this on");
    await customer.clicks(thanks, "Change my answer");
    await aMoment(desk);
    const again = customer.sees(thread).at(-1);
    if (!again) throw new Error("No buttons");
    await customer.clicks(again, "2");
    await aMoment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([
      { score: 2, comment: "Quick and kind", revisionCount: 3 },
    ]);
    expect(saidTo(agent, desk.team).join()).toContain("2 out of 10");
    expect(saidTo(agent, thread).filter((text) => /2|kind/.test(text))).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("takes a typed score and a typed reason, and answers in the thread where they were typed", async () => {
    const { desk, customer, thread } = await askedOnDiscord();
    customer.writes(thread, "8");
    await desk.settle();
    await aMoment(desk);
    expect(saidTo(customer, thread).join()).toContain("the one thing we could do better?");
    customer.writes(thread, "The search is slow");
    await desk.settle();
    await aMoment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 8, comment: "The search is slow" }]);
    expect(saidTo(customer, thread).join()).toContain("That helps us do better.");
    expect(customer.seesDms()).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("tells somebody else, and them alone, that the question is not theirs", async () => {
    const { desk, customer, agent, thread, question } = await askedOnDiscord();
    const other = desk.discord.user("other");
    expect((await other.clicks(question, "9")).kind).toBe("nothing");
    await aMoment(desk);
    expect(saidTo(other, thread).at(-1)).toContain("This question is for the person who wrote in");
    for (const person of [customer, agent]) expect(saidTo(person, thread).join()).not.toContain("for the person who");
    expect(await desk.store.list("response", {})).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("counts two clicks at once as one answer, and both are acknowledged", async () => {
    const { desk, customer, question } = await askedOnDiscord();
    const seen = await Promise.all([customer.clicks(question, "7"), customer.clicks(question, "7")]);
    expect(seen.map(({ kind }) => kind)).toEqual(["nothing", "nothing"]);
    await aMoment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 7, revisionCount: 1 }]);
  });

  it("lets the customer say not now, never, and ask again after all", async () => {
    const { desk, customer, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "Never ask me");
    await aMoment(desk);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "declined" }]);
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: expect.any(Number) }]);
    const word = customer.sees(thread).at(-1);
    if (!word) throw new Error("No word");
    const seen = await customer.clicks(word, "You can ask me again");
    expect([seen.ephemeral, seen.text]).toEqual([true, "Thanks. We may ask again after a future conversation."]);
    await desk.settle();
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: null }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("reminds once in the archived thread, closes in silence, and never wakes the conversation", async () => {
    const { desk, customer, thread } = await askedOnDiscord();
    const reminders = () => saidTo(customer, thread).filter((text) => text.includes("A small reminder"));
    await desk.pass(4 * DAY, 6 * 60 * MINUTE);
    expect(reminders()).toHaveLength(1);
    await desk.pass(4 * DAY, 6 * 60 * MINUTE);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "silent" }]);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    expect(saidTo(customer, thread).join()).toContain("This question is closed now.");
    expect(isArchived(desk, thread)).toBe(true);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("works a case with buttons in the team's channel, for the team alone", async () => {
    const { desk, customer, agent, question } = await askedOnDiscord();
    await customer.clicks(question, "2");
    await aMoment(desk);
    const alert = () => {
      const post = agent.sees(desk.team).at(-1);
      if (!post) throw new Error("No alert");
      return post;
    };
    const refused = await customer.clicks(alert(), "I will take it");
    expect([refused.ephemeral, refused.text]).toEqual([
      true,
      expect.stringContaining("Cases are worked by agents, leads and admins"),
    ]);
    expect((await customer.clicks(alert(), buttonOf(alert(), "case-more"))).text).toBe(refused.text);
    await agent.clicks(alert(), buttonOf(alert(), "case-claim"));
    await aMoment(desk);
    expect(alert().content).toContain("gave 2 out of 10. agent will get in touch by");
    const form = await agent.clicks(alert(), "Mark as resolved");
    await agent.submitsModal(form.modal?.customId ?? "", { note: "Called and refunded" });
    await aMoment(desk);
    expect(alert().content).toContain("Called and refunded");
    expect(await desk.store.list("case", {})).toMatchObject([{ state: "resolved", ownerName: "agent" }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
