import { expect, it } from "vitest";
import { DAY, SECOND } from "../world.ts";
import { askedOnDiscord, buttonOf, saidTo } from "./discord-desk.ts";

it("a case on Discord is one card without the score for the rated agent, and a thread under it tells what happens", async () => {
  const settings = { recovery: { agentsSeeOwnScores: false } };
  const { desk, customer, agent, question } = await askedOnDiscord({ settings });
  const lead = desk.discord.user("lead");
  await customer.clicks(question, "3");
  await desk.pass(5 * SECOND, SECOND);
  const card = () => {
    const [first] = lead.sees(desk.team).filter((one) => JSON.stringify(one.components ?? []).includes("case-"));
    if (!first) throw new Error("No card");
    return first;
  };
  expect(card().content).toContain("customer was unhappy with us. Please get in touch by");
  expect(card().content).not.toMatch(/3 out of|3\/10/);
  const refused = await agent.clicks(card(), buttonOf(card(), "case-claim"));
  expect(refused.text).toContain("You helped in this conversation yourself");
  expect((await agent.clicks(card(), buttonOf(card(), "case-score"))).text).toContain("about your own help");
  await lead.clicks(card(), buttonOf(card(), "case-score"));
  await desk.pass(5 * SECOND, SECOND);
  expect(saidTo(lead, desk.team).join()).toContain("customer gave 3 out of 10.");
  expect(saidTo(agent, desk.team).join()).not.toContain("3 out of 10");
  await lead.clicks(card(), buttonOf(card(), "case-claim"));
  await desk.pass(5 * SECOND, SECOND);
  const resolving = await lead.clicks(card(), buttonOf(card(), "case-resolve"));
  expect(resolving.modal).toMatchObject({ fields: ["outcome", "cause", "note"] });
  await lead.submitsModal(resolving.modal?.customId ?? "", { note: "Refunded.", cause: "fault" });
  await desk.pass(5 * SECOND, SECOND);
  expect(await desk.store.list("case", {})).toMatchObject([{ state: "resolved", cause: "fault" }]);
  expect(saidTo(lead, { id: card().id }).filter((text) => text !== "")).toEqual([
    expect.stringContaining("customer: lead is on it."),
    expect.stringMatching(/customer: lead has resolved this\.\n> Refunded\./),
  ]);
  expect(buttonOf(card(), "case-reopen")).toContain("case-reopen");
  expect(desk.log.faults).toEqual([]);
  expect(desk.discord.complaints).toEqual([]);
});

it("a case on Discord is given to the member who is chosen in the form, if they are of the team and had not helped themselves", async () => {
  const settings = { recovery: { agentsSeeOwnScores: false } };
  const { desk, customer, agent, question } = await askedOnDiscord({ settings });
  const { discord, guild, agents, team, store } = desk;
  const second = discord.addUser("second");
  discord.join(guild, second, [agents]);
  await customer.clicks(question, "3");
  await desk.pass(5 * SECOND, SECOND);
  const lead = discord.user("lead");
  const gives = async (to: string) => {
    const card = lead.sees(team).find((one) => JSON.stringify(one.components ?? []).includes("case-assign"));
    if (!card) throw new Error("No card");
    const { modal } = await lead.clicks(card, buttonOf(card, "case-assign"));
    expect(modal?.fields).toEqual(["person", "note"]);
    const seen = await lead.submitsModal(modal?.customId ?? "", { person: to, note: "You know them." });
    await desk.pass(5 * SECOND, SECOND);
    const [item] = await store.list("case", {});
    return { card, case: [item?.state, item?.ownerAddress], answer: seen.text };
  };
  const nobodys = ["new", null];
  const not = "Please choose somebody who helps customers";
  expect(await gives(customer.id)).toMatchObject({ case: nobodys, answer: expect.stringContaining(not) });
  expect(await gives(agent.id)).toMatchObject({ case: nobodys, answer: expect.stringContaining("They helped") });
  const { card, ...given } = await gives(second.id);
  expect(given).toEqual({ case: ["claimed", `discord:${guild.id}:${second.id}`], answer: "" });
  const words = saidTo(lead, { id: card.id }).filter((text) => text !== "");
  expect(words).toEqual([expect.stringMatching(/customer: lead gave it to .*second.*\n> You know them\./)]);
  expect(desk.log.faults).toEqual([]);
  expect(discord.complaints).toEqual([]);
});

it("a case on Discord that waits is told of under its card by the facts: how late contact is, how long the customer has waited, and whose it is", async () => {
  const { desk, customer, question } = await askedOnDiscord({});
  const lead = desk.discord.user("lead");
  await customer.clicks(question, "3");
  await desk.pass(8 * DAY, DAY);
  const card = lead.sees(desk.team).find((one) => JSON.stringify(one.components ?? []).includes("case-"));
  const under = saidTo(lead, { id: card?.id ?? "" });
  const owner = /Owner: nobody yet\./.source;
  expect(under).toEqual(
    expect.arrayContaining([
      expect.stringMatching(`customer: contact (is \\d+ (hours?|days?) overdue|has been overdue since .*)\\. ${owner}`),
      expect.stringMatching(`customer has waited \\d+ days \\(since [^)]+\\)\\. ${owner} Please step in\\.`),
    ]),
  );
  expect(desk.discord.complaints).toEqual([]);
});
