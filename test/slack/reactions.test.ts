import { describe, expect, it } from "vitest";
import { reactionName } from "../../adapters/slack/reactions.ts";
import { slackSection } from "../../adapters/slack/section.ts";
import { MINUTE, settingsOf } from "../world.ts";
import { SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";
import { askedOnSlack, untilAsked } from "./talk.ts";

describe("the name of a reaction", () => {
  it.each([
    ["white_check_mark", "white_check_mark"],
    [" :white_check_mark: ", "white_check_mark"],
    ["✅", "white_check_mark"],
    ["✔️", "heavy_check_mark"],
    ["👍🏽", "+1"],
    ["+1::skin-tone-4", "+1"],
    [":thumbsup::skin-tone-2:", "+1"],
    ["Résolu", "résolu"],
    ["🦩", null],
    ["white check mark", null],
  ])("%s is %s", (given, name) => {
    expect(reactionName(given)).toBe(name);
  });

  it("is read from the settings as it is meant, and one that cannot be is refused", () => {
    expect(slackSection.parse({ resolveReaction: ":tada:" }).resolveReaction).toBe("tada");
    expect(slackSection.parse({}).resolveReaction).toBe("white_check_mark");
    expect(slackSection.safeParse({ resolveReaction: "🦩" }).success).toBe(false);
  });
});

async function begun(desk: SlackDesk) {
  const first = desk.slack.user("U1").writes(SUPPORT, "My invoice is wrong.");
  await desk.settle();
  const reply = desk.slack.user("U2").writes(SUPPORT, "I have corrected it.", { thread: first });
  await desk.settle();
  return { first, reply };
}

const resolutions = (desk: SlackDesk) => desk.store.list("resolution", {});
const lookUps = (desk: SlackDesk) => desk.slack.calls("conversations.replies").length;

describe("the resolving reaction", () => {
  it("of an agent counts on any message of the thread, in any skin, and the thread is looked up once", async () => {
    const desk = await slackDesk();
    const { reply } = await begun(desk);
    const before = lookUps(desk);
    desk.slack.user("U2").reacts(reply, "white_check_mark::skin-tone-2");
    desk.slack.user("U4").reacts(reply, "white_check_mark");
    await desk.settle();
    expect(await resolutions(desk)).toMatchObject([{ by: "agent ash" }]);
    desk.slack.user("U2").unreacts(reply, "white_check_mark::skin-tone-2");
    await desk.settle();
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    expect(lookUps(desk) - before).toBe(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("of a customer counts on their first message alone", async () => {
    const desk = await slackDesk();
    const { first, reply } = await begun(desk);
    desk.slack.user("U1").reacts(reply, "white_check_mark");
    await desk.settle();
    expect(await resolutions(desk)).toEqual([]);
    desk.slack.user("U1").reacts(first, "white_check_mark");
    await desk.settle();
    expect(await resolutions(desk)).toMatchObject([{ by: "customer one" }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is not lost where the thread cannot be looked up now: Slack brings it again", async () => {
    const desk = await slackDesk({ mode: "http" });
    const { reply } = await begun(desk);
    desk.slack.faults.add({ method: "conversations.replies", when: "before", how: { retryAfter: 5 }, times: 2 });
    desk.slack.user("U2").reacts(reply, "white_check_mark");
    await desk.settle();
    expect(await resolutions(desk)).toEqual([]);
    await desk.pass(2 * MINUTE);
    expect(await resolutions(desk)).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("a reaction to the question", () => {
  it("is an answer where it shows a score, and taking it away changes nothing", async () => {
    const { desk, question } = await askedOnSlack();
    desk.slack.user("U1").reacts(question, "nine");
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
    desk.slack.user("U1").unreacts(question, "nine");
    desk.slack.user("U3").reacts(question, "one");
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("counts on the direct line too", async () => {
    const settings = settingsOf({
      ...{ ...SLACK_SETTINGS, ask: { minAgentMessages: 0 }, desk: { brand: "Acme", directMessages: "conversation" } },
    });
    const desk = await slackDesk({ settings });
    const customer = desk.slack.user("U1");
    customer.writes(customer.directChannel(), "Are you there?");
    await desk.settle();
    const by = { address: "slack:T1:U2", role: "agent", name: "agent ash" } as const;
    await desk.bot.handle({ kind: "resolved", id: null, at: desk.time.now(), conversation: "slack:T1:U1", by });
    await untilAsked(desk);
    const question = customer.sees(customer.directChannel()).at(-1);
    if (!question) throw new Error("no question");
    customer.reacts(question, "keycap_ten");
    await desk.settle();
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 10 }]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
