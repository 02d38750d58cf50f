import { describe, expect, it } from "vitest";
import { DAY, MINUTE, SECOND } from "../world.ts";
import { askedOnDiscord, discordDesk, isArchived, saidTo, talkedOnDiscord } from "./discord-desk.ts";

const QUESTION = "how likely are you to recommend";

describe("a thread", () => {
  it.each([
    ["archived", (agent: Talker, thread: Thread) => agent.archives(thread)],
    ["locked", (agent: Talker, thread: Thread) => agent.locks(thread)],
    ["archived and locked", (agent: Talker, thread: Thread) => agent.archives(thread, { lock: true })],
  ])("counts as resolved when it is %s, and can be answered", async (_, close) => {
    const { desk, agent, customer, thread } = await talkedOnDiscord();
    close(agent, thread);
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toMatchObject([{ by: "Discord", fate: "waiting" }]);
    const before = isArchived(desk, thread);
    await desk.pass(5 * MINUTE + 2 * SECOND, MINUTE);
    const question = customer.sees(thread).at(-1);
    expect(question?.content).toContain(QUESTION);
    expect(isArchived(desk, thread)).toBe(before);
    if (question) expect((await customer.clicks(question, "9")).kind).toBe("nothing");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(saidTo(customer, thread).join()).toContain("What did we do well?");
    expect(customer.seesDms()).toEqual([]);
    expect(isArchived(desk, thread)).toBe(before);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    expect(desk.log.faults).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is open again when it is woken before anybody was asked", async () => {
    const { desk, agent, customer, thread } = await talkedOnDiscord();
    agent.archives(thread);
    await desk.settle();
    desk.time.advance(MINUTE);
    agent.unarchives(thread);
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    await desk.pass(10 * MINUTE);
    expect(saidTo(customer, thread).join()).not.toContain(QUESTION);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("does not change anything when it is renamed after /resolve", async () => {
    const { desk, agent, thread } = await talkedOnDiscord();
    expect((await agent.runs("resolve", { in: thread })).text).toBe("This conversation is resolved.");
    agent.renames(thread, "Invoice 7");
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it.each([
    [false, "open"],
    [true, "resolved"],
  ])(
    "that Discord archives for inactivity counts as resolved only if the setting says so (%s)",
    async (resolves, state) => {
      const desk = await discordDesk({ discord: { autoArchiveResolves: resolves } });
      const thread = desk.discord
        .user("customer")
        .createsThread(desk.support, "Slow", { text: "It is slow.", autoArchive: 1_440 });
      desk.discord.user("agent").writes(thread, "We look into it.");
      await desk.settle();
      desk.time.advance(1 * DAY);
      await desk.heard();
      expect(isArchived(desk, thread)).toBe(true);
      expect(await desk.store.list("interaction", {})).toMatchObject([{ state }]);
      expect(desk.discord.complaints).toEqual([]);
    },
  );

  it("that is deleted before the customer was asked has them asked directly", async () => {
    const { desk, customer, agent, thread } = await talkedOnDiscord();
    agent.deletesChannel(thread);
    await desk.settle();
    await desk.pass(6 * MINUTE);
    const question = customer.seesDms().at(-1);
    expect(question?.content).toContain(QUESTION);
    if (question) await customer.clicks(question, "9");
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "answered" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("that is deleted gives the conversation that fate where its customer takes no direct messages", async () => {
    const { desk, customer, agent, thread } = await talkedOnDiscord();
    customer.takesDms(false);
    agent.deletesChannel(thread);
    await desk.settle();
    await desk.pass(6 * MINUTE);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "undeliverable", fateReason: "dm-closed" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("that is deleted has its customer asked directly, if they have agreed to that", async () => {
    const { desk, customer, agent, thread } = await talkedOnDiscord({ settings: { ask: { where: "dm" } } });
    expect((await customer.runs("feedback private", { in: thread })).text).toContain("We will ask you privately");
    agent.deletesChannel(thread);
    await desk.settle();
    await desk.pass(6 * MINUTE);
    const question = customer.seesDms().at(-1);
    expect(question?.content).toContain(QUESTION);
    if (question) await customer.clicks(question, "10");
    await desk.pass(2 * SECOND, SECOND);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 10 }]);
    expect(customer.seesDms().at(-1)?.content).toContain("What did we do well?");
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("/resolve and the message menu", () => {
  const PRODUCTS = { products: [{ id: "billing", name: "Billing" }] };

  it("resolves with a product, and refuses one that is not there", async () => {
    const { desk, agent, thread } = await talkedOnDiscord({ settings: PRODUCTS });
    const wrong = await agent.runs("resolve", { in: thread, options: { product: "billin" } });
    expect([wrong.ephemeral, wrong.text]).toEqual([true, "There is no product billin. Known are: billing."]);
    const right = await agent.runs("resolve", { in: thread, options: { product: "billing" } });
    expect([right.ephemeral, right.text]).toEqual([true, "This conversation is resolved."]);
    expect(await desk.store.list("resolution", {})).toMatchObject([
      { product: "billing", by: "agent", fate: "waiting" },
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("does not ask where somebody says why not", async () => {
    const { desk, agent, thread } = await talkedOnDiscord();
    await agent.runs("resolve", { in: thread, options: { skip: "a test" } });
    expect(await desk.store.list("resolution", {})).toMatchObject([
      { fate: "not-asked", fateReason: "skipped-by-person", fateDetail: "agent: a test" },
    ]);
  });

  it("opens a form from a message, with product and the reason not to ask", async () => {
    const { desk, agent, thread } = await talkedOnDiscord({ settings: PRODUCTS });
    const [message] = agent.sees(thread);
    if (!message) throw new Error("No message");
    const seen = await agent.usesMessageMenu("Resolve and ask", message);
    expect(seen.modal?.fields).toEqual(["product", "note"]);
    const done = await agent.submitsModal(seen.modal?.customId ?? "", { product: "billing" });
    expect([done.ephemeral, done.text]).toEqual([true, "This conversation is resolved."]);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ product: "billing" }]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("says so where there is no conversation, and is not shown to customers", async () => {
    const { desk, agent, customer, thread } = await talkedOnDiscord();
    expect((await agent.runs("resolve", { in: desk.team })).text).toContain("not a conversation with a customer");
    await expect(customer.runs("resolve", { in: thread })).rejects.toThrow("does not show");
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is refused by the core to somebody whom Discord lets run it and who is not of the team", async () => {
    const { desk, thread } = await talkedOnDiscord();
    const other = desk.discord.user("other");
    const moderators = desk.discord.addRole(desk.guild, "moderators", ["ManageThreads"]);
    desk.guild.members.get(other.id)?.roles.push(moderators.id);
    const seen = await other.runs("resolve", { in: thread });
    expect([seen.ephemeral, seen.text]).toEqual([true, expect.stringContaining("by agents, leads and admins")]);
    for (const command of ["chair status", "chair cases"])
      expect((await other.runs(command, { in: thread })).text).toBe("Only members of the team can do that.");
    const [message] = other.sees(thread);
    if (message) expect((await other.usesMessageMenu("Resolve and ask", message)).text).toContain("This menu is for");
    expect(await desk.store.list("resolution", {})).toEqual([]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a reopened conversation", () => {
  it("is resolved a second time by being archived again, and the question of the first is withdrawn", async () => {
    const { desk, customer, agent, thread } = await askedOnDiscord();
    customer.writes(thread, "It is wrong again, please look at invoice 12.");
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    await desk.pass(2 * SECOND, SECOND);
    expect(saidTo(customer, thread).join()).toContain("This conversation is open again");
    desk.time.advance(MINUTE);
    agent.archives(thread);
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 2 }]);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("our own waking of a thread", () => {
  it("is not taken for somebody's reopening, even where nobody has been asked since it was resolved again", async () => {
    const { desk, customer, agent, thread } = await askedOnDiscord();
    desk.discord.faults.add({
      on: "PATCH /channels/{channel_id}/messages/{message_id}",
      when: "before",
      how: { status: 500 },
    });
    customer.writes(thread, "It is wrong again, please look at invoice 12.");
    await desk.settle();
    desk.time.advance(SECOND);
    agent.archives(thread);
    await desk.settle();
    desk.time.advance(15 * SECOND);
    await desk.settle();
    expect(saidTo(customer, thread).join()).toContain("This conversation is open again");
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 2 }]);
    expect(isArchived(desk, thread)).toBe(true);
    expect(desk.discord.complaints).toEqual([]);
  });
});

type Talked = Awaited<ReturnType<typeof talkedOnDiscord>>;
type Talker = Talked["agent"];
type Thread = Talked["thread"];
