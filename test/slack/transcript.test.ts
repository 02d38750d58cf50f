import { describe, expect, it } from "vitest";
import { MODES, type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";

async function entries(desk: SlackDesk) {
  return desk.store.list("entry", { orderBy: "position" });
}

describe.each(MODES)("the transcript from Slack over %s", (mode) => {
  it("keeps words, emoji, references, files by name and type, edits and deletions", async () => {
    const desk = await slackDesk({ mode });
    const customer = desk.slack.user("U1");
    const first = customer.writes(SUPPORT, "a &lt;b&gt; &amp; <https://example.com|example.com> :wave: <@U2>", {
      files: ["screen.png"],
    });
    await desk.settle();
    const second = customer.writes(SUPPORT, "It is teh invoice.", { thread: first });
    const third = customer.writes(SUPPORT, "Never mind.", { thread: first, broadcast: true });
    await desk.settle();
    customer.edits(second, "It is the invoice.");
    customer.unfurls(third);
    customer.deletes(third);
    await desk.settle();
    customer.deletes(first);
    await desk.settle();
    expect(await entries(desk)).toMatchObject([
      {
        author: "customer",
        name: "customer one",
        text: "a <b> & example.com :wave: @U2",
        attachments: [{ name: "screen.png", type: "image/png" }],
        editedAt: null,
        deletedAt: expect.any(Number),
      },
      { text: "It is the invoice.", history: [{ text: "It is teh invoice." }], deletedAt: null },
      { text: "Never mind.", history: [], deletedAt: expect.any(Number) },
    ]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("opens nothing for joins, bots, its own echo, messages of other channels and reactions of other kinds", async () => {
    const desk = await slackDesk({ mode });
    const { happenings } = desk.slack;
    desk.slack.user("U3").leaves(SUPPORT);
    desk.slack.user("U3").joins(SUPPORT);
    const bot = { channel: SUPPORT, team: "T1", content: { text: "beep" } };
    happenings.posted({ ...bot, user: "U0BOT", botId: "B0BOT" });
    happenings.posted({ ...bot, user: "U8", botId: "B7OTHER", subtype: "bot_message" });
    const elsewhere = desk.slack.user("U2").writes("C9", "hello");
    desk.slack.user("U2").reacts(elsewhere, "white_check_mark");
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has each thing once, however often Slack brings it, and a mention no second time", async () => {
    const desk = await slackDesk({ mode });
    desk.slack.events.repeat(10);
    const first = desk.slack.user("U1").writes(SUPPORT, "<@U0BOT> hello <@U0BOT>");
    await desk.settle();
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await desk.settle();
    expect((await entries(desk)).map(({ text }) => text)).toEqual(["hello @U0BOT"]);
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("begins with the customer's message even where the agent's reply arrives first", async () => {
    const desk = await slackDesk({ mode });
    const release = desk.slack.events.hold();
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    desk.slack.user("U2").writes(SUPPORT, "Hello!", { thread: first });
    release("reversed");
    await desk.settle();
    expect((await entries(desk)).map(({ text, author }) => [author, text])).toEqual([
      ["customer", "Hello?"],
      ["agent", "Hello!"],
    ]);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ openedBy: "customer", agentMessages: 1 }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has a message as it was last edited, and none that was taken back, where that arrives before the message", async () => {
    const desk = await slackDesk({ mode });
    const customer = desk.slack.user("U1");
    const release = desk.slack.events.hold();
    const first = customer.writes(SUPPORT, "My PIN is 1234");
    const second = customer.writes(SUPPORT, "Oops, wrong window.");
    await desk.time.advance(1_000);
    customer.edits(first, "My card does not work");
    customer.deletes(second);
    release("reversed");
    await desk.settle();
    const all = await entries(desk);
    // Over the socket both may be handled at once, and the message be kept just before it is taken back.
    const standing = all.filter(({ deletedAt }) => deletedAt === null);
    expect(standing).toMatchObject([{ text: "My card does not work", editedAt: expect.any(Number) }]);
    expect(await desk.store.list("interaction", {})).toHaveLength(all.length);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("does not write the bot's own posts twice", async () => {
    const desk = await slackDesk({ mode });
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await desk.settle();
    desk.slack.happenings.posted({
      channel: SUPPORT,
      team: "T1",
      user: "U0BOT",
      botId: "B0BOT",
      threadTs: first.ts,
      content: { text: "our own" },
    });
    await desk.settle();
    expect(await entries(desk)).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});
