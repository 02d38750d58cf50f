import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { MINUTE, SECOND } from "../world.ts";
import { askedOnDiscord, type DiscordDesk, saidTo, talkedOnDiscord, unstartedDesk } from "./discord-desk.ts";

const MESSAGES = "GET /channels/{channel_id}/messages";
const POST = "POST /channels/{channel_id}/messages";
const EDIT = "PATCH /channels/{channel_id}/messages/{message_id}";
const FOLLOW_UP = "POST /webhooks/{webhook_id}/{webhook_token}";
const QUESTION = "how likely are you to recommend";

/** A resolved conversation a moment before its question is put. */
async function beforeAsking(options: Parameters<typeof talkedOnDiscord>[0] = {}) {
  const talked = await talkedOnDiscord(options);
  await talked.agent.runs("resolve", { in: talked.thread });
  await talked.desk.pass(5 * MINUTE - SECOND);
  return talked;
}
type Talked = Awaited<ReturnType<typeof beforeAsking>>;

const questions = ({ customer, thread }: Talked) => saidTo(customer, thread).filter((text) => text.includes(QUESTION));
const fate = async ({ store }: DiscordDesk) => (await store.list("resolution", {}))[0];

describe("a question", () => {
  it.each([
    ["fails with 502 before Discord has it", "before", { status: 502 }],
    ["fails with 502 after Discord has it", "after-commit", { status: 502 }],
    ["is cut off before", "before", "reset"],
    ["is cut off after", "after-commit", "reset"],
    ["ends without an answer", "after-commit", "end"],
    ["meets a forbidden gate", "before", { status: 408 }],
  ] as const)("stands there once when its sending %s", async (_, when, how) => {
    const talked = await beforeAsking();
    talked.desk.discord.faults.add({ on: POST, when, how });
    await talked.desk.pass(5 * SECOND, SECOND);
    expect(questions(talked)).toHaveLength(1);
    expect(await talked.desk.store.list("survey", {})).toMatchObject([{ deliveredAt: expect.any(Number) }]);
    expect(talked.desk.discord.faults.pending).toBe(0);
    expect(talked.desk.discord.complaints).toEqual([]);
  });

  it("is found by reading the channel after the time in which Discord knows its nonce", async () => {
    const talked = await beforeAsking();
    const { desk } = talked;
    desk.discord.faults.add({ on: POST, when: "after-commit", how: { status: 500 } });
    desk.discord.faults.add({
      on: MESSAGES,
      when: "before",
      how: { status: 500 },
      times: 12,
    });
    await desk.pass(SECOND, SECOND);
    desk.discord.faults.clear();
    await desk.pass(10 * MINUTE);
    expect(questions(talked)).toHaveLength(1);
    expect(desk.discord.requests.filter(({ route }) => route === POST)).toHaveLength(1);
    expect(await desk.store.list("post", { where: { state: "posted" } })).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is not said again by a start at which Discord has not said yet who we are", async () => {
    const talked = await beforeAsking({ store: createMemoryStore() });
    const { desk } = talked;
    desk.discord.faults.add({ on: POST, when: "after-commit", how: { status: 500 } });
    desk.discord.faults.add({ on: MESSAGES, when: "before", how: { status: 500 }, times: 12 });
    await desk.pass(SECOND, SECOND);
    await desk.stop();
    desk.discord.faults.clear();
    desk.time.advance(10 * MINUTE);
    const fresh = await unstartedDesk({ time: desk.time, furnished: desk, store: desk.allDesks });
    await fresh.dispatcher.drain();
    await fresh.start();
    await fresh.pass(MINUTE);
    expect(questions(talked)).toHaveLength(1);
    expect(await fresh.store.list("post", { where: { state: "posted" } })).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it.each(["user", "shared", "global"] as const)("waits as long as Discord's %s limit wants", async (scope) => {
    const talked = await beforeAsking();
    const { desk } = talked;
    desk.discord.strikesLimit({ on: POST, scope, retryAfterMs: 300 });
    await desk.pass(SECOND, SECOND);
    expect(questions(talked)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await desk.pass(10 * SECOND, SECOND);
    expect(questions(talked)).toHaveLength(1);
    expect(desk.discord.invalidRequests).toBeLessThanOrEqual(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("goes to the customer directly where the channel is hidden from the bot, and gives the fate where that is closed too", async () => {
    for (const takesDms of [true, false]) {
      const talked = await beforeAsking();
      const { desk, agent, customer } = talked;
      customer.takesDms(takesDms);
      agent.setsAccess(desk.support, { who: desk.discord.botId, deny: ["ViewChannel"] });
      await desk.pass(MINUTE, 5 * SECOND);
      expect(customer.seesDms().some(({ content }) => content.includes("how likely"))).toBe(takesDms);
      const fated = takesDms ? { fate: "waiting" } : { fate: "undeliverable", fateReason: "dm-closed" };
      expect(await fate(desk)).toMatchObject(fated);
      expect(desk.discord.complaints).toEqual([]);
    }
  });

  it("waits, and shouts with the remedy, where the bot lacks a permission", async () => {
    const talked = await beforeAsking();
    const { desk, agent } = talked;
    agent.setsAccess(desk.support, { who: desk.discord.botId, deny: ["SendMessagesInThreads"] });
    const elsewhere = talked.customer.createsThread(desk.forum, "Export", { text: "How?" });
    agent.writes(elsewhere, "Like this.");
    await desk.pass(2 * MINUTE, 5 * SECOND);
    expect(desk.log.faults.join()).toContain("for want of a permission");
    expect(desk.discord.invalidRequests).toBe(1);
    await desk.bot.handle({
      ...{ kind: "asking-changed", id: null, at: desk.time.now(), ask: true },
      ...{ by: { address: `discord:${desk.guild.id}:${talked.customer.id}`, role: "customer" } },
      answerIn: `discord:${desk.guild.id}:${elsewhere.id}:channel`,
    });
    await desk.pass(SECOND, SECOND);
    expect(saidTo(talked.customer, elsewhere)).toEqual(["How?", "Like this."]);
    expect(talked.customer.seesDms().at(-1)?.content).toContain("We may ask again");
    agent.removesAccess(desk.support, { id: desk.discord.botId });
    await desk.pass(5 * MINUTE, 20 * SECOND);
    expect(questions(talked)).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("waits, and shouts, where the token is refused, and is asked for once a minute at most", async () => {
    const talked = await beforeAsking();
    const { desk } = talked;
    desk.discord.faults.add({ on: "*", when: "before", how: { status: 401 }, times: 1 });
    await desk.pass(30 * SECOND, SECOND);
    expect(desk.log.faults.join()).toContain("set DISCORD_TOKEN anew");
    expect(questions(talked)).toEqual([]);
    expect(desk.discord.invalidRequests).toBe(1);
    await desk.pass(6 * MINUTE, 10 * SECOND);
    expect(questions(talked)).toHaveLength(1);
    expect(desk.discord.invalidRequests).toBe(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("does not run into a ban with a token that was taken away for good", async () => {
    const talked = await beforeAsking();
    const { desk } = talked;
    desk.discord.revokesToken();
    await desk.pass(60 * MINUTE, 10 * SECOND);
    expect(desk.discord.invalidRequests).toBeLessThan(10);
    expect(desk.log.faults.length).toBeGreaterThan(0);
    expect(await fate(desk)).toMatchObject({ fate: "waiting" });
  });

  it("notifies nobody, whatever stands in it", async () => {
    const { desk, customer, agent, question } = await askedOnDiscord();
    await customer.clicks(question, "1");
    await desk.pass(2 * SECOND, SECOND);
    const thanks = customer.sees({ id: question.channel_id }).at(-1);
    if (!thanks) throw new Error("No thanks");
    const form = await customer.clicks(thanks, "Tell you privately");
    const note = `@everyone <@${agent.id}> <@&${desk.agents.id}> **loud** https://example.invalid/a_b`;
    await customer.submitsModal(form.modal?.customId ?? "", { note });
    await desk.pass(2 * SECOND, SECOND);
    const alert = agent.sees(desk.team).at(-1);
    expect(alert?.content.replaceAll("\\", "")).toContain(note);
    expect(alert?.content).not.toContain("**loud**");
    expect(alert && desk.discord.pingsOf(alert)).toEqual([]);
    const sent = desk.discord.requests.filter(({ route }) => route === POST || route === EDIT || route === FOLLOW_UP);
    expect(sent.length).toBeGreaterThan(3);
    for (const { body } of sent) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a direct question", () => {
  const directly = { settings: { ask: { where: "dm" } } };

  it("is put in the thread where direct messages are not taken", async () => {
    const talked = await talkedOnDiscord(directly);
    const { desk, customer, agent, thread } = talked;
    await customer.runs("feedback private", { in: thread });
    customer.takesDms(false);
    await agent.runs("resolve", { in: thread });
    await desk.pass(6 * MINUTE);
    expect(questions(talked)).toHaveLength(1);
    expect(customer.seesDms()).toEqual([]);
    expect(desk.discord.requests.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });

  it("is answered by typing on the direct line", async () => {
    const talked = await talkedOnDiscord(directly);
    const { desk, customer, agent, thread } = talked;
    await customer.runs("feedback private", { in: thread });
    await agent.runs("resolve", { in: thread });
    await desk.pass(6 * MINUTE);
    expect(customer.seesDms().at(-1)?.content).toContain(QUESTION);
    customer.writesDm("9");
    await desk.settle();
    customer.writesDm("Friendly people");
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, comment: "Friendly people" }]);
    expect(await desk.store.list("interaction", {})).toHaveLength(1);
    expect(desk.discord.complaints).toEqual([]);
  });
});

describe("a post to the team", () => {
  it.each(["home", "4711"])("waits for a channel that is wrong, and says in which setting (%s)", async (home) => {
    const { desk, customer, question } = await askedOnDiscord({ discord: { teamChannel: "123" }, home });
    await customer.clicks(question, "3");
    await desk.pass(MINUTE, 5 * SECOND);
    expect(desk.log.faults.join()).toContain("discord.teamChannel names no channel");
    const [alert] = await desk.store.list("post", { where: { lane: `discord:${home}:123:channel` } });
    expect(alert).toMatchObject({ state: "pending" });
    expect(desk.discord.complaints).toEqual([]);
  });

  it("that is longer than a message may be comes in several, with no word cut, and is found again whole", async () => {
    const { desk, customer, agent, thread, question } = await askedOnDiscord();
    await customer.clicks(question, "1");
    await desk.pass(2 * SECOND, SECOND);
    const thanks = customer.sees(thread).at(-1);
    if (!thanks) throw new Error("No thanks");
    const form = await customer.clicks(thanks, "Tell you privately");
    const note = Array.from({ length: 600 }, (_, index) => `word${index}`)
      .join(" ")
      .slice(0, 3_990);
    desk.discord.faults.add({ on: POST, when: "after-commit", how: { status: 500 }, skip: 0 });
    await customer.submitsModal(form.modal?.customId ?? "", { note });
    await desk.pass(30 * SECOND, SECOND);
    const shown = agent.sees(desk.team);
    expect(shown.length).toBeGreaterThan(1);
    const words = shown.flatMap(({ content }) => content.match(/\bword[0-9]+\b/g) ?? []);
    expect(words).toEqual(note.match(/word[0-9]+/g));
    expect(shown.map(({ components }) => components?.length ?? 0)).toEqual([...shown.slice(1).map(() => 0), 1]);
    expect(desk.discord.complaints).toEqual([]);
  });
});
