import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../world.ts";
import { buttonOf, discordDesk, saidTo } from "./discord-desk.ts";
import { aMoment, BILLING, bothAsked, type TwoDesks, twoDesks } from "./two-desks.ts";

const textsAt = async ({ desk }: Pick<TwoDesks, "desk">, id: string) =>
  (await desk.allDesks.at(id).list("entry", { orderBy: "position" })).map(({ text }) => text);

const asking = (brand: string) => expect.stringContaining(`recommend ${brand}`);

describe("two desks on one Discord server", () => {
  it("ask each customer in the words of their desk, and keep their rows apart", async () => {
    const both = await bothAsked();
    const { desk, question, billedQuestion, second } = both;
    expect(question.content).toEqual(asking("Acme"));
    expect(billedQuestion.content).toEqual(asking("Globex"));
    expect(await textsAt(both, "default")).toEqual(["It crashes.", "It is mended.", asking("Acme")]);
    expect(await textsAt(both, BILLING)).toEqual(["My invoice is wrong.", "I have corrected it.", asking("Globex")]);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ product: "app" }]);
    expect(await second.list("resolution", {})).toMatchObject([{ product: "invoice" }]);
    expect(desk.discord.gateway.identifies).toBe(1);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("tell a detractor to their own team alone, whose case nobody of the other team can claim", async () => {
    const { desk, customer, other, agent, biller, billingTeam, question, billedQuestion, second } = await bothAsked();
    await customer.clicks(question, "3");
    await other.clicks(billedQuestion, "2");
    await aMoment(desk);
    expect(saidTo(agent, desk.team).join()).toMatch(/gave 3 out of 10/);
    expect(saidTo(agent, desk.team).join()).not.toContain("2 out of 10");
    expect(saidTo(biller, billingTeam).join()).toMatch(/gave 2 out of 10/);
    expect(saidTo(biller, billingTeam).join()).not.toContain("3 out of 10");
    const alert = biller.sees(billingTeam).at(-1);
    if (!alert) throw new Error("No alert");
    await agent.clicks(alert, buttonOf(alert, "case-claim"));
    await aMoment(desk);
    expect(await second.list("case", {})).toMatchObject([{ ownerAddress: null }]);
    await biller.clicks(alert, buttonOf(alert, "case-claim"));
    await aMoment(desk);
    expect(await second.list("case", {})).toMatchObject([{ ownerAddress: `discord:${desk.guild.id}:${biller.id}` }]);
    expect(await desk.store.list("case", {})).toMatchObject([{ ownerAddress: null }]);
    await biller.runs("chair cases", { in: billingTeam });
    await expect.poll(() => JSON.stringify(biller.sees(billingTeam))).toMatch(/other gave(?!.*customer gave)/s);
    await agent.runs("chair cases", { in: desk.team });
    await expect.poll(() => JSON.stringify(agent.sees(desk.team))).toMatch(/customer gave(?!.*other gave)/s);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("let an agent resolve at their own desk alone, and with its products", async () => {
    const { desk, other, agent, biller, billing, second } = await twoDesks();
    const billed = other.createsThread(billing, "Invoice", { text: "My invoice is wrong." });
    biller.writes(billed, "I have corrected it.");
    await desk.settle();
    expect((await agent.runs("resolve", { in: billed })).text).not.toBe("");
    expect(await second.list("resolution", {})).toEqual([]);
    const foreign = await biller.runs("resolve", { in: billed, options: { product: "app" } });
    expect(foreign.text).toContain("invoice");
    expect(await second.list("resolution", {})).toEqual([]);
    await biller.runs("resolve", { in: billed, options: { product: "invoice" } });
    expect(await second.list("resolution", {})).toMatchObject([{ product: "invoice" }]);
    const resolve = desk.discord.registeredCommands().find(({ name }) => name === "resolve");
    expect(resolve?.options).toMatchObject([{ choices: [{ value: "app" }, { value: "invoice" }] }, { name: "skip" }]);
  });

  it("show the figures of the desk whose channel it is, and where it is nobody's those of the team one is in", async () => {
    const { desk, customer, agent, biller, billingTeam, general, question } = await bothAsked();
    await customer.clicks(question, "9");
    await aMoment(desk);
    expect((await agent.runs("chair status", { in: desk.team })).text).toContain("1 answered");
    expect((await biller.runs("chair status", { in: billingTeam })).text).not.toContain("1 answered");
    expect((await biller.runs("chair status", { in: general })).text).not.toContain("1 answered");
    expect((await agent.runs("chair status", { in: general })).text).toContain("1 answered");
    expect((await biller.runs("chair status", { in: desk.team })).text).not.toContain("answered");
  });

  it("keep a ticket that is moved into the other desk's category, before and after a restart", async () => {
    const two = await twoDesks();
    const { desk, customer, billingTickets, same, second } = two;
    const tickets = desk.discord.user("tickets");
    const [moved, later] = ["ticket-1", "ticket-2"].map((name) => {
      const ticket = tickets.createsChannel(desk.guild, name, { parent: desk.tickets });
      customer.writes(ticket, `About ${name}`);
      return ticket;
    });
    if (!moved || !later) throw new Error("No tickets");
    await desk.settle();
    tickets.movesToCategory(moved, billingTickets);
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    await desk.stop();
    tickets.movesToCategory(later, billingTickets);
    customer.writes(later, "Still there?");
    const next = await discordDesk(same);
    customer.writes(moved, "And this one?");
    await next.settle();
    expect(await textsAt(two, "default")).toEqual(expect.arrayContaining(["Still there?", "And this one?"]));
    expect(await second.list("interaction", {})).toEqual([]);
    expect(next.discord.complaints).toEqual([]);
  });

  it("read what they missed, each its own", async () => {
    const both = await bothAsked();
    const { desk, customer, other, agent, thread, billed, same, time } = both;
    await desk.stop();
    time.advance(HOUR);
    customer.writes(thread, "It crashes again.");
    other.writes(billed, "Another invoice is wrong.");
    agent.writes(billed, "I only pass by.");
    const next = await discordDesk(same);
    await next.settle();
    expect((await textsAt(both, "default")).slice(3)).toEqual(["It crashes again."]);
    expect((await textsAt(both, BILLING)).slice(3)).toEqual(["Another invoice is wrong.", "I only pass by."]);
  });

  it("stop asking somebody whom both know, wherever they say so", async () => {
    const { desk, customer, billing, general, second } = await bothAsked();
    customer.createsThread(billing, "Refund", { text: "Where is my refund?" });
    await desk.settle();
    await customer.runs("feedback stop", { in: general });
    const stopped = { optedOutAt: expect.any(Number) };
    const known = await second.list("identity", { where: { id: `discord:${desk.guild.id}:${customer.id}` } });
    expect(await desk.store.list("customer", {})).toMatchObject([stopped]);
    expect(await second.get("customer", known[0]?.customerId ?? "")).toMatchObject(stopped);
  });

  it("hear a direct line at the desk that knows who writes, and at the first where none does", async () => {
    const both = await bothAsked();
    const { desk, customer, other, agent, biller } = both;
    other.writesDm("Another invoice, please.");
    customer.writesDm("It is slow too.");
    biller.writesDm("Is this thing on?");
    agent.writesDm("And here?");
    await desk.settle();
    await desk.pass(MINUTE);
    expect(await textsAt(both, BILLING)).toContain("Another invoice, please.");
    expect(await textsAt(both, "default")).toContain("It is slow too.");
    expect(await textsAt(both, "default")).not.toContain("Another invoice, please.");
  });

  it("take an answer on a direct line at the desk that asked last, and a click at the one that put the question", async () => {
    const { desk, customer, agent, biller, billing, second } = await twoDesks({ where: "dm" });
    const thread = customer.createsThread(desk.support, "Crash", { text: "It crashes." });
    const billed = customer.createsThread(billing, "Invoice", { text: "My invoice is wrong." });
    agent.writes(thread, "It is mended.");
    biller.writes(billed, "I have corrected it.");
    await desk.settle();
    await customer.runs("feedback private", { in: thread });
    await agent.runs("resolve", { in: thread });
    await desk.pass(6 * MINUTE);
    await biller.runs("resolve", { in: billed });
    await desk.pass(6 * MINUTE);
    const [earlier, later] = customer.seesDms().slice(-2);
    expect([earlier?.content, later?.content].join()).toMatch(/Acme.*Globex/s);
    customer.writesDm("9");
    await desk.settle();
    expect(await second.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(await desk.store.list("response", {})).toEqual([]);
    if (earlier) await customer.clicks(earlier, "4");
    await aMoment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 4 }]);
    expect(await second.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
