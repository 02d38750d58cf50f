import { describe, expect, it } from "vitest";
import { manualTime } from "../servers/discord/time.ts";
import { MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { discordDesk, furnishedDiscord, saidTo } from "./discord-desk.ts";

async function told(desk: Awaited<ReturnType<typeof discordDesk>>) {
  await desk.settle();
  const [interactions, entries, customers] = [
    await desk.store.list("interaction", {}),
    await desk.store.list("entry", { orderBy: "position" }),
    await desk.store.list("customer", {}),
  ];
  return { interactions, entries, customers };
}

describe("a conversation on Discord", () => {
  it("is a forum post, and its opener is the customer", async () => {
    const desk = await discordDesk();
    const post = desk.discord
      .user("customer")
      .createsThread(desk.forum, "How do I export?", { text: "As CSV, please." });
    desk.discord.user("agent").writes(post, "Under Settings.");
    const { interactions, entries } = await told(desk);
    expect(interactions).toMatchObject([
      { conversation: `discord:${desk.guild.id}:${post.id}:channel`, openedBy: "customer", agentMessages: 1 },
    ]);
    expect(entries.map(({ author, name, text }) => [author, name, text])).toEqual([
      ["customer", "customer", "As CSV, please."],
      ["agent", "agent", "Under Settings."],
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is a private thread, even if somebody else writes first in it", async () => {
    const desk = await discordDesk();
    const [customer, agent] = [desk.discord.user("customer"), desk.discord.user("agent")];
    const thread = customer.createsThread(desk.support, "Confidential", { private: true });
    agent.writes(thread, "How can I help?");
    customer.writes(thread, "My password is gone.");
    const { interactions, customers } = await told(desk);
    expect(interactions).toMatchObject([{ openedBy: "team", customerMessages: 1, agentMessages: 1 }]);
    expect(customers.map(({ name }) => name)).toEqual(["customer"]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is a thread that an agent starts from a customer's message, which is its first entry", async () => {
    const desk = await discordDesk();
    const [customer, agent] = [desk.discord.user("customer"), desk.discord.user("agent")];
    const message = customer.writes(desk.support, "Nothing works.");
    const thread = agent.createsThread(desk.support, "Nothing works", { from: message });
    agent.writes(thread, "Since when?");
    const { interactions, entries, customers } = await told(desk);
    expect(interactions).toMatchObject([{ openedBy: "customer" }]);
    expect(customers.map(({ name, teamMember }) => [name, teamMember])).toEqual([["customer", false]]);
    expect(entries.map(({ text }) => text)).toEqual(["Nothing works.", "Since when?"]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it.each([
    ["names in its text", (id: string) => ({ text: `Welcome <@${id}>, support will be with you shortly.` })],
    [
      "names in a card",
      (id: string) => ({
        text: "A new ticket",
        extras: { embeds: [{ title: "Ticket", description: `Opened by <@${id}>` }] },
      }),
    ],
    ["only lets in", () => ({ text: "A new ticket" })],
  ])("is a ticket channel whose opener is whom the ticket bot %s", async (_, words) => {
    const desk = await discordDesk();
    const customer = desk.discord.user("customer");
    const tickets = desk.discord.user("tickets");
    const channel = tickets.createsChannel(desk.guild, "ticket-0001", {
      parent: desk.tickets,
      access: [{ who: customer.id, allow: ["ViewChannel", "SendMessages"] }],
    });
    const { text, extras } = words(customer.id) as { text: string; extras?: object };
    tickets.writes(channel, text, extras);
    customer.writes(channel, "My order is late.");
    const { interactions, entries, customers } = await told(desk);
    expect(interactions).toMatchObject([{ openedBy: "customer", customerMessages: 1 }]);
    expect(customers).toMatchObject([{ name: "customer" }]);
    expect(entries.map(({ author }) => author)).toEqual(["system", "customer"]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is a direct line to the bot, answered and asked there", async () => {
    const desk = await discordDesk({ settings: { desk: { directMessages: "conversation" } } });
    const customer = desk.discord.user("customer");
    const address = `discord:${desk.guild.id}:${customer.id}`;
    customer.writesDm("Hello, is anybody there?");
    const { interactions } = await told(desk);
    expect(interactions).toMatchObject([{ conversation: address, openedBy: "customer" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("belongs to the one person of no team whom a form's post or a colleague's first words name", async () => {
    const desk = await discordDesk();
    const [customer, other, agent, form] = ["customer", "other", "agent", "tickets"].map((who) =>
      desk.discord.user(who),
    );
    if (!customer || !other || !agent || !form) throw new Error("Somebody is missing");
    form.createsThread(desk.forum, "Contact form", { text: `Request of <@${customer.id}>: it never came` });
    agent.createsThread(desk.support, "Call back", { text: `<@${other.id}>, <@${agent.id}> will call you.` });
    agent.createsThread(desk.support, "Both", { text: `<@${other.id}> and <@${customer.id}>, look here.` });
    const { interactions, customers } = await told(desk);
    const nameOf = (wanted: string) => customers.find(({ id }) => id === wanted)?.name;
    expect(interactions.map(({ customerId, openedBy }) => `${nameOf(customerId)} by ${openedBy}`).sort()).toEqual([
      "agent by team",
      "customer by customer",
      "other by team",
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is not what is said in the support channel itself or anywhere else", async () => {
    const desk = await discordDesk();
    desk.discord.user("customer").writes(desk.support, "Good morning");
    const thread = desk.discord.user("customer").createsThread(desk.team, "Lunch", { text: "Where?" });
    desk.discord.user("agent").writes(thread, "Here.");
    expect(await told(desk)).toEqual({ interactions: [], entries: [], customers: [] });
  });

  it("keeps edits and deletions, and files by name, type and id", async () => {
    const desk = await discordDesk();
    const customer = desk.discord.user("customer");
    const thread = customer.createsThread(desk.support, "Broken", { text: "It is brocken" });
    const picture = customer.writes(thread, "See", { files: [{ name: "shot.png", content: "x", type: "image/png" }] });
    const wrong = customer.writes(thread, "My password is 1234");
    await desk.settle();
    desk.time.advance(MINUTE);
    const [, first] = customer.sees(thread).map((message, index) => [index, message] as const)[0] ?? [];
    if (first) customer.edits(first, "It is broken");
    customer.deletes(wrong);
    const { entries } = await told(desk);
    expect(entries).toMatchObject([
      { text: "It is broken", history: [{ text: "It is brocken" }] },
      { text: "See", attachments: [{ name: "shot.png", type: "image/png", id: picture.attachments[0]?.id }] },
      { text: "My password is 1234", deletedAt: expect.any(Number) },
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("names people where Discord writes ids", async () => {
    const desk = await discordDesk();
    const [customer, agent] = [desk.discord.user("customer"), desk.discord.user("agent")];
    customer.createsThread(desk.support, "Thanks", { text: `Thanks to <@${agent.id}> <:happy:123456>` });
    expect((await told(desk)).entries[0]?.text).toBe("Thanks to @agent :happy:");
  });
});

describe("the customer's language", () => {
  it("is that of their client once they have clicked, and the guild's before", async () => {
    const time = manualTime(MONDAY_TEN);
    const furnished = await furnishedDiscord(time);
    const { discord, guild } = furnished;
    (guild as { locale: string }).locale = "de";
    const french = discord.addUser("french", { locale: "fr" });
    discord.join(guild, french);
    const desk = await discordDesk({ furnished, time });
    const [customer, agent] = [discord.user("french"), discord.user("agent")];
    const thread = customer.createsThread(desk.support, "Invoice", { text: "Bonjour" });
    agent.writes(thread, "Done.");
    agent.archives(thread);
    await desk.settle();
    await desk.pass(5 * MINUTE + SECOND);
    const question = customer.sees(thread).at(-1);
    expect(question?.content).toContain("Wie wahrscheinlich");
    if (question) await customer.clicks(question, "9");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("customer", {})).toMatchObject([{ locale: "fr" }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a ticket channel", () => {
  async function ticket(settings: Record<string, unknown> = {}) {
    const desk = await discordDesk({ settings });
    const [customer, agent, tickets] = ["customer", "agent", "tickets"].map((name) => desk.discord.user(name));
    if (!customer || !agent || !tickets) throw new Error("Nobody is there");
    const access = [
      { who: desk.guild.id, deny: ["ViewChannel" as const] },
      { who: customer.id, allow: ["ViewChannel" as const, "SendMessages" as const] },
      { who: desk.agents.id, allow: ["ViewChannel" as const] },
      { who: desk.discord.botId, allow: ["ViewChannel" as const, "SendMessages" as const] },
    ];
    const channel = tickets.createsChannel(desk.guild, "ticket-0001", { parent: desk.tickets, access });
    tickets.writes(channel, `Welcome <@${customer.id}>`);
    customer.writes(channel, "My order is late.");
    agent.writes(channel, "It arrives today.");
    await desk.settle();
    return { desk, customer, agent, tickets, channel };
  }
  type Ticket = Awaited<ReturnType<typeof ticket>>;

  it.each([
    ["renamed", ({ tickets, channel }: Ticket) => tickets.renames(channel, "closed-0001")],
    ["moved to another category", ({ desk, tickets, channel }: Ticket) => tickets.movesToCategory(channel, desk.done)],
    [
      "closed to its opener",
      ({ tickets, channel, customer }: Ticket) => tickets.removesAccess(channel, { id: customer.id }),
    ],
  ])("is resolved by being %s", async (_, close) => {
    const talked = await ticket();
    close(talked);
    const { interactions } = await told(talked.desk);
    expect(interactions).toMatchObject([{ state: "resolved" }]);
    await talked.desk.pass(5 * MINUTE + SECOND);
    const seen = [
      ...saidTo(talked.customer, talked.channel),
      ...talked.customer.seesDms().map(({ content }) => content),
    ];
    expect(seen.join()).toContain("how likely are you to recommend");
    expect(talked.desk.log.faults).toEqual([]);
    expect(talked.desk.discord.complaints).toEqual([]);
  });

  it("stays resolved when it is called otherwise after its customer was asked at once", async () => {
    const { desk, tickets, customer, channel } = await ticket();
    tickets.renames(channel, "closed-0001");
    await desk.settle();
    expect(saidTo(customer, channel).join()).toContain("how likely are you to recommend");
    tickets.renames(channel, "ticket-0001");
    expect((await told(desk)).interactions).toMatchObject([{ state: "resolved" }]);
  });

  it("is still listened to after it was moved away", async () => {
    const { desk, tickets, customer, channel } = await ticket();
    tickets.movesToCategory(channel, desk.done);
    tickets.setsAccess(channel, { who: customer.id, allow: ["ViewChannel", "SendMessages"] });
    await desk.settle();
    customer.writes(channel, "It did not arrive after all, where is it?");
    expect((await told(desk)).interactions).toMatchObject([{ state: "open", customerMessages: 2 }]);
  });

  it("is not changed by a new topic", async () => {
    const { desk, agent, tickets, channel } = await ticket();
    await agent.runs("resolve", { in: channel });
    tickets.setsAccess(channel, { who: desk.discord.user("other").id, allow: ["ViewChannel"] });
    expect((await told(desk)).interactions).toMatchObject([{ state: "resolved" }]);
  });

  it("that is deleted once it is resolved leaves the fate of its question, where its customer takes no direct messages", async () => {
    const { desk, agent, customer, tickets, channel } = await ticket();
    customer.takesDms(false);
    await agent.runs("resolve", { in: channel });
    tickets.deletesChannel(channel);
    await desk.settle();
    await desk.pass(6 * MINUTE);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "undeliverable", fateReason: "dm-closed" }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
