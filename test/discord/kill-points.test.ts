import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { manualTime } from "../servers/discord/time.ts";
import { countingIds, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { type DiscordDesk, discordDesk, furnishedDiscord, isArchived, saidTo } from "./discord-desk.ts";
import { mortal, moved } from "./mortal.ts";

const POST = "POST /channels/{channel_id}/messages";
const TURN = "PATCH /channels/{channel_id}";
const QUESTION = "how likely are you to recommend";

/** A desk whose program can be killed and started again on the same store, clock and Discord. */
async function mortalDesk() {
  const time = manualTime(MONDAY_TEN);
  const furnished = await furnishedDiscord(time);
  const life = mortal();
  const same = { time, furnished, store: createMemoryStore(), ids: countingIds() };
  const desk = await discordDesk({ ...same, between: life.between });
  const [customer, agent] = [furnished.discord.user("customer"), furnished.discord.user("agent")];
  const thread = customer.createsThread(desk.support, "Invoice", { text: "My invoice is wrong." });
  agent.writes(thread, "I have corrected it.");
  await desk.settle();
  const again = async (): Promise<DiscordDesk> => {
    await desk.stop();
    const next = await discordDesk(same);
    await next.pass(10 * SECOND, SECOND);
    return next;
  };
  return { desk, life, customer, agent, thread, again };
}
type Mortal = Awaited<ReturnType<typeof mortalDesk>>;

const untilDead = async ({ desk, life }: Mortal, ms = 6 * MINUTE) => {
  for (let left = ms; left > 0 && !life.isDead; left -= 10 * SECOND)
    await desk.pass(10 * SECOND, 10 * SECOND).catch(() => {});
  expect(life.isDead).toBe(true);
};
const questions = ({ customer, thread }: Mortal) => saidTo(customer, thread).filter((text) => text.includes(QUESTION));

describe("killed and started again, Discord hears and says everything once:", () => {
  it("killed before a message was saved", async () => {
    const all = await mortalDesk();
    const { desk, life, customer, thread } = all;
    life.dies("before", ({ kind }) => kind === "message");
    customer.writes(thread, "And the address is wrong too.");
    await desk.heard();
    expect(life.isDead).toBe(true);
    const next = await all.again();
    expect(await next.store.list("entry", { orderBy: "position" })).toMatchObject([
      { text: "My invoice is wrong." },
      { text: "I have corrected it." },
      { text: "And the address is wrong too." },
    ]);
    expect(next.discord.complaints).toEqual([]);
  });

  it("killed before an archived thread was taken for resolved", async () => {
    const all = await mortalDesk();
    const { desk, life, agent, thread } = all;
    life.dies("before", ({ kind }) => kind === "resolved");
    agent.archives(thread);
    await desk.heard();
    const next = await all.again();
    expect(await next.store.list("resolution", {})).toMatchObject([{ fate: "waiting" }]);
    await next.pass(6 * MINUTE);
    expect(questions(all)).toHaveLength(1);
    expect(isArchived(next, thread)).toBe(true);
    expect(next.discord.complaints).toEqual([]);
  });

  it.each([
    ["before the question was claimed", "before", "sending"],
    ["after the question was claimed and before it was sent", "after", "sending"],
    ["after the question was sent and before that was saved", "before", "posted"],
    ["after it was saved that the question stands", "after", "posted"],
  ] as const)("killed %s", async (_, when, kind) => {
    const all = await mortalDesk();
    const { life, agent, thread } = all;
    agent.archives(thread);
    await all.desk.settle();
    life.dies(when, moved(kind));
    await untilDead(all);
    const next = await all.again();
    expect(questions(all)).toHaveLength(1);
    expect(isArchived(next, thread)).toBe(true);
    expect(await next.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    expect(await next.store.list("survey", {})).toMatchObject([{ state: "asked", deliveredAt: expect.any(Number) }]);
    expect(next.discord.complaints).toEqual([]);
  });

  it.each([
    ["after the thread was woken and before the question was sent", { how: { status: 500 } }],
    ["after the question was sent and before the thread was archived again", null],
  ] as const)("killed %s", async (_, lost) => {
    const all = await mortalDesk();
    const { desk, life, agent, thread } = all;
    agent.archives(thread);
    await desk.settle();
    desk.discord.faults.add({ on: TURN, when: "before", how: "reset", skip: 1 });
    if (lost) desk.discord.faults.add({ on: POST, when: "before", ...lost });
    life.dies("before", (event) => event.kind === "post-moved" && event.move.kind !== "sending");
    await untilDead(all);
    expect(isArchived(desk, thread)).toBe(false);
    const next = await all.again();
    expect(questions(all)).toHaveLength(1);
    expect(isArchived(next, thread)).toBe(true);
    expect(await next.store.list("interaction", {})).toMatchObject([{ state: "resolved", resolutionCount: 1 }]);
    expect(next.discord.complaints).toEqual([]);
  });

  it("killed long after the time in which Discord knows a nonce", async () => {
    const all = await mortalDesk();
    const { desk, life, agent, thread } = all;
    await agent.runs("resolve", { in: thread });
    life.dies("before", moved("posted"));
    await untilDead(all);
    desk.time.advance(60 * MINUTE);
    const next = await all.again();
    expect(questions(all)).toHaveLength(1);
    expect(desk.discord.requests.filter(({ route }) => route === POST)).toHaveLength(1);
    expect(next.discord.complaints).toEqual([]);
  });

  it.each([
    ["before a click was saved", "before"],
    ["after a click was saved and before it was acknowledged", "after"],
  ] as const)("killed %s", async (_, when) => {
    const all = await mortalDesk();
    const { desk, life, customer, agent, thread } = all;
    await agent.runs("resolve", { in: thread });
    await desk.pass(5 * MINUTE + 10 * SECOND, 10 * SECOND);
    const question = customer.sees(thread).at(-1);
    if (!question) throw new Error("No question");
    life.dies(when, ({ kind }) => kind === "score-given");
    const seen = await customer.clicks(question, "2");
    expect(seen.text).toBe("Not sent. Please try again.");
    const next = await all.again();
    if (when === "before") expect(await next.store.list("response", {})).toEqual([]);
    const still = customer.sees(thread).find(({ id }) => id === question.id);
    if (when === "before" && still) expect((await customer.clicks(still, "2")).kind).toBe("nothing");
    await next.pass(10 * SECOND, SECOND);
    expect(await next.store.list("response", {})).toMatchObject([{ score: 2, revisionCount: 1 }]);
    const thanks = [...saidTo(customer, thread), ...customer.seesDms().map(({ content }) => content)];
    expect(thanks.filter((text) => text.includes("What went wrong?"))).toHaveLength(1);
    expect(saidTo(agent, thread).join()).not.toContain("What went wrong?");
    expect(saidTo(agent, next.team).filter((text) => text.includes("gave 2 out of 10"))).toHaveLength(1);
    expect(next.discord.complaints).toEqual([]);
  });

  it("killed after the team was alerted and before that was saved", async () => {
    const all = await mortalDesk();
    const { desk, life, customer, agent, thread } = all;
    await agent.runs("resolve", { in: thread });
    await desk.pass(5 * MINUTE + 10 * SECOND, 10 * SECOND);
    const question = customer.sees(thread).at(-1);
    if (!question) throw new Error("No question");
    await customer.clicks(question, "2");
    const alerts = await desk.store.list("post", { where: { lane: `discord:home:${desk.team.id}:channel` } });
    life.dies(
      "before",
      (event) => moved("posted")(event) && alerts.some((post) => "postId" in event && post.id === event.postId),
    );
    await untilDead(all, MINUTE);
    const next = await all.again();
    expect(saidTo(agent, next.team)).toHaveLength(1);
    expect(next.discord.complaints).toEqual([]);
  });
});
