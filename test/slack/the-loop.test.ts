import { describe, expect, it } from "vitest";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY, settingsOf } from "../world.ts";
import { MODES, SHARED, SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";
import { askedOnSlack, homeOf, lastSeen, modalOf, moment, resolved, thread, untilAsked } from "./talk.ts";

const QUESTION = "how likely are you to recommend Acme to other people?";

async function fates(desk: SlackDesk) {
  return (await desk.store.list("resolution", {})).map(({ fate, fateReason }) => fateReason ?? fate);
}

describe.each(MODES)("the loop on Slack over %s", (mode) => {
  it("asks in the thread, takes the tap, thanks in private and shows nobody else the choice", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    expect(readable(question)).toContain(QUESTION);
    expect(await desk.slack.user("U1").clicks(question, "score:9")).toBe("ok");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, band: "promoter" }]);
    expect(thread(desk, "U1", first)).toContain("What did we do well?");
    expect(thread(desk, "U2", first)).not.toContain("What did we do well?");
    expect(thread(desk, "U2", first)).toContain("Thank you, we have your answer.");
    expect(thread(desk, "U2", first)).not.toContain("9");
    expect(desk.log.faults).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("asks a guest from another organisation in the shared channel", async () => {
    const { desk, first, question } = await askedOnSlack({ mode, customer: "U7", channel: SHARED });
    expect(readable(question)).toContain(QUESTION);
    await desk.slack.user("U7").clicks(question, "score:10");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 10 }]);
    expect(await desk.store.get("identity", "slack:T1:U7")).not.toBeNull();
    expect(thread(desk, "U7", first)).toContain("What did we do well?");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("holds a conversation on the customer's direct line with the bot, resolved from App Home", async () => {
    const settings = settingsOf({
      ...{ ...SLACK_SETTINGS, ask: { minAgentMessages: 0 }, desk: { brand: "Acme", directMessages: "conversation" } },
    });
    const desk = await slackDesk({ mode, settings });
    const customer = desk.slack.user("U1");
    const line = customer.directChannel();
    customer.writes(line, "Are you there?");
    await desk.settle();
    desk.slack.user("U2").opensHome();
    const home = await homeOf(desk, "U2", "customer one: Are you there? | [Resolve and ask]");
    await desk.slack.user("U2").clicks(home, "resolve");
    await modalOf(desk, "U2");
    expect(await desk.slack.user("U2").submits()).toBe("ok");
    await untilAsked(desk);
    const question = customer.sees(line).at(-1);
    if (!question) throw new Error("no question");
    expect(readable(question)).toContain(QUESTION);
    await customer.clicks(question, "score:8");
    await moment(desk);
    customer.writes(line, "Faster answers, please.");
    await desk.settle();
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 8, comment: "Faster answers, please." }]);
    expect(customer.sees(line).map(readable).join("\n")).toContain("Thank you. That helps us do better.");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is not resolved by the reaction of somebody outside the team, nor taken back by theirs", async () => {
    const desk = await slackDesk({ mode });
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    desk.slack.user("U2").writes(SUPPORT, "Hello!", { thread: first });
    await desk.settle();
    desk.slack.user("U3").reacts(first, "white_check_mark");
    await desk.settle();
    expect(await fates(desk)).toEqual([]);
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await desk.settle();
    expect(await fates(desk)).toEqual(["waiting"]);
    desk.slack.user("U3").unreacts(first, "white_check_mark");
    await desk.settle();
    expect(await fates(desk)).toEqual(["waiting"]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("takes a resolution back while nobody has been asked, and not after that", async () => {
    const desk = await slackDesk({ mode });
    const first = await resolved(desk);
    desk.slack.user("U2").unreacts(first, "white_check_mark");
    await desk.settle();
    await untilAsked(desk);
    expect(await fates(desk)).toEqual(["reopened"]);
    expect(thread(desk, "U1", first)).not.toContain(QUESTION);
    desk.slack.user("U4").reacts(first, "white_check_mark");
    await desk.settle();
    await untilAsked(desk);
    expect(thread(desk, "U1", first)).toContain(QUESTION);
    desk.slack.user("U4").unreacts(first, "white_check_mark");
    await desk.settle();
    expect(await fates(desk)).toEqual(["reopened", "waiting"]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is resolved by the message shortcut, with product and with a reason not to ask", async () => {
    const settings = settingsOf({ ...SLACK_SETTINGS, products: [{ id: "app", name: "Mobile app" }] });
    const desk = await slackDesk({ mode, settings });
    const first = desk.slack.user("U1").writes(SUPPORT, "The app is slow.");
    await desk.settle();
    const reply = desk.slack.user("U2").writes(SUPPORT, "We look into it.", { thread: first });
    await desk.settle();
    expect(await desk.slack.user("U2").usesShortcut("resolve_and_ask", reply)).toBe("ok");
    expect(readableView(await modalOf(desk, "U2"))).toBe(
      "== Resolve and ask ==\nProduct: (Mobile app)\nDo not ask, because: ______\n[Send] [Cancel]",
    );
    await desk.slack.user("U2").submits({ product: "app", note: "they are on holiday" });
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toMatchObject([
      { product: "app", fateReason: "skipped-by-person", fateDetail: "agent ash: they are on holiday" },
    ]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("tells who may not use the shortcut, and where it has nothing to resolve", async () => {
    const desk = await slackDesk({ mode });
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    const elsewhere = desk.slack.user("U2").writes("C9", "Good morning.");
    await desk.settle();
    await desk.slack.user("U3").usesShortcut("resolve_and_ask", first);
    expect(readableView(await modalOf(desk, "U3"))).toContain("This menu is for agents, leads and admins.");
    await desk.slack.user("U2").usesShortcut("resolve_and_ask", elsewhere);
    expect(readableView(await modalOf(desk, "U2"))).toContain("This is not a conversation with a customer");
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each([
    ["9", 9],
    [":eight:", 8],
    ["keycap :keycap_ten:", null],
    [":keycap_ten:", 10],
    ["<@U0BOT> 7", 7],
    ["roughly 3 to 4", null],
  ])("reads %s typed in the thread", async (text, score) => {
    const { desk, first } = await askedOnSlack({ mode });
    desk.slack.user("U1").writes(SUPPORT, text, { thread: first });
    await desk.settle();
    await moment(desk);
    const responses = await desk.store.list("response", {});
    expect(responses.map((response) => response.score)).toEqual(score === null ? [] : [score]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("asks on the direct line where the desk wants it and the customer has agreed in App Home", async () => {
    const settings = settingsOf({ ...SLACK_SETTINGS, ask: { where: "dm" } });
    const desk = await slackDesk({ mode, settings });
    const customer = desk.slack.user("U1");
    customer.opensHome();
    await customer.clicks(await homeOf(desk, "U1", "Ask me privately"), "dm-yes");
    await homeOf(desk, "U1", "[Stop asking me] [Ask me in the thread]");
    const first = await resolved(desk);
    await untilAsked(desk);
    expect(thread(desk, "U1", first)).not.toContain(QUESTION);
    const question = customer.sees(customer.directChannel()).at(-1);
    expect(readable(question as never)).toContain(QUESTION);
    await customer.clicks(question as never, "score:6");
    await moment(desk);
    expect(customer.sees(customer.directChannel()).map(readable).join("\n")).toContain("What went wrong?");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("falls back to the thread where the direct line is closed", async () => {
    const settings = settingsOf({ ...SLACK_SETTINGS, ask: { where: "dm" } });
    const desk = await slackDesk({ mode, settings });
    const customer = desk.slack.user("U1");
    customer.opensHome();
    await customer.clicks(await homeOf(desk, "U1", "Ask me privately"), "dm-yes");
    const person = desk.slack.workspace().people.get("U1");
    if (person) person.refusesDirectMessages = "user_not_visible";
    const first = await resolved(desk);
    await untilAsked(desk);
    expect(thread(desk, "U1", first)).toContain(QUESTION);
    expect(await fates(desk)).toEqual(["waiting"]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("reminds once, takes the buttons off the first question, and closes after a week", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    await desk.pass(3 * DAY, DAY);
    await moment(desk);
    expect(thread(desk, "U1", first).match(/only one we send/g)).toHaveLength(1);
    expect(readable(question)).not.toContain("[Not now]");
    await desk.pass(4 * DAY, DAY);
    await moment(desk);
    expect(readable(lastSeen(desk, "U1", first))).toContain("This question is closed now.");
    expect(await fates(desk)).toEqual(["silent"]);
    await desk.slack.user("U1").clicks(lastSeen(desk, "U1", first), "score:9", null, { stale: true });
    await moment(desk);
    expect(thread(desk, "U1", first)).toContain("This question has closed, so we couldn’t count your answer.");
    expect(await desk.store.list("response", {})).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
