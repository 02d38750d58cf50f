import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { MINUTE, SECOND } from "../world.ts";
import { type DiscordDeskOptions, discordDesk } from "./discord-desk.ts";
import { overheard } from "./overheard.ts";

/** A desk of which every event is heard, with a ticket in which the customer and an agent have talked. */
async function ticketed(options: DiscordDeskOptions = {}, name = "ticket-0003") {
  const heard = overheard();
  const desk = await discordDesk({ ...options, between: heard.between });
  const [customer, agent, tickets] = ["customer", "agent", "tickets"].map((who) => desk.discord.user(who));
  if (!customer || !agent || !tickets) throw new Error("Somebody is missing");
  const access = [
    { who: desk.guild.id, deny: ["ViewChannel"] as const },
    { who: customer.id, allow: ["ViewChannel", "SendMessages"] as const },
    ...[desk.agents.id, desk.discord.botId].map((who) => ({ who, allow: ["ViewChannel", "SendMessages"] as const })),
  ];
  const channel = tickets.createsChannel(desk.guild, name, { parent: desk.tickets, access });
  tickets.writes(channel, `Welcome <@${customer.id}>, support will be with you shortly.`);
  customer.writes(channel, "My invoice is wrong.");
  agent.writes(channel, "I have corrected it.");
  await desk.settle();
  return { desk, customer, agent, tickets, channel, ends: () => heard.of("resolved") };
}

const button = (label: string) => ({ type: 2, style: 2, label, custom_id: `ticket/${label}` });
const row = (...labels: string[]) => ({ components: [{ type: 1, components: labels.map(button) }] as never });

describe("a ticket bot that asks to close the ticket", () => {
  it("gives the first sign of its end, once, while the customer still sees it", async () => {
    const { desk, tickets, channel, ends } = await ticketed();
    tickets.writes(channel, "Are you sure you want to close this ticket?", row("Close", "Cancel"));
    await desk.settle();
    expect(ends()).toMatchObject([{ isClosing: true, by: { name: "tickets", role: "bot" } }]);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    tickets.writes(channel, "This ticket will be deleted in 3 seconds.");
    desk.time.advance(3 * SECOND);
    tickets.deletesChannel(channel);
    await desk.settle();
    expect(ends()).toMatchObject([{ isClosing: true }, { isPlaceGone: true }]);
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("gives none with the buttons under its welcome", async () => {
    const { desk, tickets, channel, ends } = await ticketed();
    tickets.writes(channel, "To close this ticket press the button.", row("Close", "Claim"));
    await desk.settle();
    expect(ends()).toEqual([]);
  });
});

describe("a ticket whose opener is shut out", () => {
  it.each([
    ["barred", true],
    ["no longer let in", false],
  ])("(%s) is no place to ask in any more, whether it had closed before or not", async (_, isBarred) => {
    const { desk, customer, tickets, channel, ends } = await ticketed();
    const shut = () => {
      if (isBarred) tickets.setsAccess(channel, { who: customer.id, deny: ["ViewChannel"] });
      else tickets.removesAccess(channel, customer);
    };
    tickets.renames(channel, "🔒-ticket-0003");
    await desk.settle();
    expect(ends()).toMatchObject([{ isClosing: true }]);
    shut();
    await desk.settle();
    expect(customer.sees(channel)).toEqual([]);
    expect(ends()).toMatchObject([{ isClosing: true }, { isPlaceGone: true }]);
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a ticket that is closed by its name", () => {
  it.each(["🔒-ticket-0003", "✅ticket-0003", "geschlossen-0003", "resolved-0003", "ticket-0003-closed"])(
    "is closed as %s",
    async (name) => {
      const { desk, tickets, channel, ends } = await ticketed();
      tickets.renames(channel, name);
      await desk.settle();
      expect(ends()).toMatchObject([{ isClosing: true }]);
      expect(desk.discord.complaints).toEqual([]);
    },
  );

  it.each([
    ["closed-beta-help", "open"],
    ["closed-0003", "resolved"],
  ])("%s is found %s after a start: what nobody has seen change needs a number", async (name, state) => {
    const store = createMemoryStore();
    const { desk, tickets, channel } = await ticketed({ store }, name === "closed-0003" ? "ticket-0003" : name);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    await desk.stop();
    if (channel.name !== name) tickets.renames(channel, name);
    const next = await discordDesk({ furnished: desk, time: desk.time, store });
    await next.settle();
    expect(await next.store.list("interaction", {})).toMatchObject([{ state }]);
  });
});

describe("the question about a ticket", () => {
  const QUESTION = "how likely are you to recommend";

  it("comes before the ticket bot deletes the channel, in the ticket that the customer still sees", async () => {
    const { desk, customer, tickets, channel } = await ticketed();
    tickets.writes(channel, "Are you sure you want to close this ticket?", row("Close", "Cancel"));
    await desk.settle();
    await desk.pass(2 * SECOND, SECOND);
    const question = customer.sees(channel).find(({ content }) => content.includes(QUESTION));
    expect(question).toBeDefined();
    if (question) await customer.clicks(question, "9");
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
  });

  it("comes directly to a customer who has been shut out", async () => {
    const { desk, customer, tickets, channel } = await ticketed();
    tickets.removesAccess(channel, customer);
    await desk.settle();
    await desk.pass(6 * MINUTE);
    const question = customer.seesDms().find(({ content }) => content.includes(QUESTION));
    expect(question).toBeDefined();
    expect(desk.discord.complaints).toEqual([]);
  });
});
