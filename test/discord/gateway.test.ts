import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { parseShards } from "../../adapters/discord/shards.ts";
import { manualTime } from "../servers/discord/time.ts";
import { countingIds, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import {
  type DiscordDesk,
  discordDesk,
  furnishedDiscord,
  saidTo,
  talkedOnDiscord,
  unstartedDesk,
} from "./discord-desk.ts";

const texts = async ({ store }: DiscordDesk) =>
  (await store.list("entry", { orderBy: "position" })).map(({ text }) => text);

async function restartable() {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const settings = { desk: { directMessages: "conversation" } };
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds(), settings };
  const talked = await talkedOnDiscord(same);
  return { ...talked, time, same };
}

describe("the connection to Discord", () => {
  it("resumes after it was cut and after Discord asked for it, and nothing is missed or heard twice", async () => {
    const { desk, customer, thread } = await talkedOnDiscord();
    desk.discord.gateway.cuts();
    customer.writes(thread, "In the gap");
    await expect.poll(() => texts(desk), { timeout: 60_000 }).toContain("In the gap");
    desk.discord.gateway.asksToReconnect();
    customer.writes(thread, "On the way");
    await expect.poll(() => desk.discord.gateway.resumes, { timeout: 60_000 }).toBe(2);
    await desk.heard();
    expect(await texts(desk)).toEqual(["My invoice is wrong.", "I have corrected it.", "In the gap", "On the way"]);
    expect(desk.discord.gateway.identifies).toBe(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("reads what was written, changed and closed while its session was lost", async () => {
    const { desk, customer, agent, thread } = await talkedOnDiscord();
    const changed = customer.writes(thread, "A mistake");
    await desk.settle();
    desk.time.advance(MINUTE);
    desk.discord.gateway.turnsAway(true);
    desk.discord.gateway.invalidatesSessions(false);
    desk.discord.gateway.cuts();
    customer.writes(thread, "Nobody listens");
    customer.edits(changed, "Not a mistake");
    const second = customer.createsThread(desk.support, "Second", { text: "Another one" });
    agent.archives(thread);
    desk.discord.gateway.turnsAway(false);
    await expect.poll(() => desk.discord.gateway.identifies, { timeout: 60_000 }).toBe(2);
    await desk.heard();
    await expect.poll(() => texts(desk)).toContain("Another one");
    expect(await texts(desk)).toEqual(expect.arrayContaining(["Nobody listens", "Not a mistake"]));
    expect(await desk.store.list("interaction", { orderBy: "openedAt" })).toMatchObject([
      { state: "resolved", customerMessages: 3 },
      { state: "open", conversation: expect.stringContaining(second.id) },
    ]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("ends with 4014 where an intent was taken away, says what to do, and goes on without it", async () => {
    const { desk, customer, thread } = await talkedOnDiscord();
    desk.discord.portal.messageContent = false;
    desk.discord.gateway.closes(4014);
    await expect.poll(() => desk.log.faults.join()).toContain("Message Content Intent");
    await expect.poll(() => desk.adapter.gateway?.isReady, { timeout: 60_000 }).toBe(true);
    customer.writes(thread, "Still there?");
    await desk.settle();
    expect((await texts(desk)).at(-1)).toBe("[The platform did not give us the words of this message.]");
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a start", () => {
  it("fails with the remedy where the token is wrong", async () => {
    const desk = await unstartedDesk();
    desk.discord.revokesToken();
    await expect(desk.adapter.start()).rejects.toThrow(/set DISCORD_TOKEN anew/);
  });

  it("fails with the remedy where Discord refuses an intent that the portal had allowed", async () => {
    const desk = await unstartedDesk();
    const { portal, requests } = desk.discord;
    const started = desk.adapter.start();
    void started.catch(() => {});
    await expect.poll(() => requests.some(({ path }) => path === "/applications/@me"), { interval: 1 }).toBe(true);
    portal.messageContent = false;
    await expect(started).rejects.toThrow(/4014.*Message Content Intent/);
  });

  it("goes on trying where Discord is out of reach, and hears everything then", async () => {
    const desk = await unstartedDesk();
    desk.discord.faults.add({ on: "GET /applications/@me", when: "before", how: { status: 503 }, times: 2 });
    await desk.adapter.start();
    await expect.poll(() => desk.adapter.gateway?.isReady, { timeout: 60_000 }).toBe(true);
    desk.discord.user("customer").createsThread(desk.support, "Hello", { text: "Hello" });
    await desk.settle();
    expect(await texts(desk)).toEqual(["Hello"]);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("does not wait for a gateway that turns it away, and ends in good order meanwhile", async () => {
    const desk = await unstartedDesk();
    desk.discord.gateway.turnsAway(true);
    await desk.adapter.start();
    expect(desk.adapter.gateway?.isReady).toBe(false);
    await desk.adapter.stop();
    expect(desk.adapter.gateway).toBeNull();
    expect(desk.log.faults).toEqual([]);
  });

  it.each([
    ["auto", [0, 1]],
    ["1-1/2", [1]],
  ])("with DISCORD_SHARDS=%s runs the shards %j", async (shards, own) => {
    const desk = await unstartedDesk({
      local: { shards: 2, maxConcurrency: 2 },
      shards: parseShards(shards) ?? "auto",
    });
    await desk.adapter.start();
    await expect.poll(() => desk.adapter.gateway?.isReady, { timeout: 60_000 }).toBe(true);
    expect(desk.discord.gateway.sessions.map(({ shard }) => shard[0]).toSorted()).toEqual(own);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("registers the commands once, and again only if they have changed", async () => {
    const { desk, same } = await restartable();
    const puts = () =>
      desk.discord.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));
    expect(puts()).toHaveLength(1);
    expect(desk.discord.registeredCommands().map(({ name }) => name)).toEqual([
      "feedback",
      "chair",
      "shadow",
      "resolve",
      "Resolve and ask",
      "Pull the cord",
      "setup",
    ]);
    await desk.stop();
    const next = await discordDesk(same);
    expect(puts()).toHaveLength(1);
    await next.stop();
    await discordDesk({ ...same, settings: { products: [{ id: "app", name: "App" }] } });
    expect(puts()).toHaveLength(2);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("after a restart", () => {
  it("what was written meanwhile is in the transcript, in threads, tickets and on direct lines", async () => {
    const { desk, customer, agent, thread, same, time } = await restartable();
    customer.writesDm("A direct question");
    const ticket = desk.discord.user("tickets").createsChannel(desk.guild, "ticket-1", { parent: desk.tickets });
    customer.writes(ticket, "A ticket");
    await desk.settle();
    await desk.stop();
    time.advance(30 * MINUTE);
    customer.writesDm("More directly");
    customer.writes(ticket, "More in the ticket");
    agent.writes(thread, "An agent's word");
    customer.createsThread(desk.forum, "New", { text: "A new post" });
    const next = await discordDesk(same);
    await next.adapter.quiet();
    expect(await texts(next)).toEqual(
      expect.arrayContaining(["More directly", "More in the ticket", "An agent's word", "A new post"]),
    );
    const [first] = await next.store.list("interaction", { orderBy: "openedAt", limit: 1 });
    expect(first).toMatchObject({ agentMessages: 2 });
    expect(next.discord.complaints).toEqual([]);
  });

  it.each([
    ["archived", "thread"],
    ["deleted", "thread"],
    ["renamed", "ticket"],
    ["deleted", "ticket"],
  ] as const)("a conversation that was %s meanwhile is resolved (%s)", async (how, kind) => {
    const { desk, customer, agent, same, time, ...talked } = await restartable();
    const tickets = desk.discord.user("tickets");
    const ticket = tickets.createsChannel(desk.guild, "ticket-1", { parent: desk.tickets });
    customer.writes(ticket, "A ticket");
    await desk.settle();
    await desk.stop();
    time.advance(30 * MINUTE);
    const place = kind === "ticket" ? ticket : talked.thread;
    if (how === "archived") agent.archives(place);
    else if (how === "renamed") tickets.renames(place, "closed-1");
    else tickets.deletesChannel(place);
    const next = await discordDesk(same);
    await next.adapter.quiet();
    const conversation = `discord:${desk.guild.id}:${place.id}:channel`;
    const interactions = await next.store.list("interaction", {});
    expect(interactions.filter(({ state }) => state === "resolved").map((one) => one.conversation)).toEqual([
      conversation,
    ]);
    expect(next.discord.complaints).toEqual([]);
  });

  it("an answer typed meanwhile counts, and is thanked for where it was typed", async () => {
    const { desk, customer, agent, thread, same, time } = await restartable();
    await agent.runs("resolve", { in: thread });
    await desk.pass(5 * MINUTE + 2 * SECOND, MINUTE);
    await desk.stop();
    time.advance(10 * MINUTE);
    customer.writes(thread, "4");
    const next = await discordDesk(same);
    await next.adapter.quiet();
    await next.pass(5 * SECOND, SECOND);
    expect(await next.store.list("response", {})).toMatchObject([{ score: 4 }]);
    expect(saidTo(customer, thread).join()).toContain("What went wrong?");
    expect(next.discord.complaints).toEqual([]);
  });

  it("what is older than the first start is left alone", async () => {
    const time = manualTime(MONDAY_TEN);
    const furnished = await furnishedDiscord(time);
    furnished.discord.user("customer").createsThread(furnished.support, "Old", { text: "Long ago" });
    time.advance(60 * MINUTE);
    const desk = await discordDesk({ time, furnished });
    await desk.adapter.quiet();
    expect(await desk.store.list("interaction", {})).toEqual([]);
  });

  it("what could not be saved is read again without a restart", async () => {
    let fails = 0;
    const { desk, customer, thread } = await talkedOnDiscord({
      between: (bot) => ({
        ...bot,
        handle: (event) => {
          const isLost = event.kind === "message" && event.text === "Lost at first" && fails++ === 0;
          return isLost ? Promise.reject(new Error("the disk is full")) : bot.handle(event);
        },
      }),
    });
    customer.writes(thread, "Lost at first");
    await desk.heard();
    expect(await texts(desk)).not.toContain("Lost at first");
    await expect.poll(() => texts(desk), { timeout: 60_000 }).toContain("Lost at first");
    expect(desk.discord.complaints).toEqual([]);
  });
});
