import { describe, expect, it } from "vitest";
import { readable } from "../servers/slack/readable.ts";
import { HOUR, settingsOf } from "../world.ts";
import { SHARED, SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, homeOf, lastSeen, modalOf, moment, resolved, thread, untilAsked } from "./talk.ts";

function line(desk: SlackDesk, user: string): string {
  const person = desk.slack.user(user);
  return person.sees(person.directChannel()).map(readable).join("\n");
}

async function says(desk: SlackDesk, user: string, text: string): Promise<string> {
  const person = desk.slack.user(user);
  person.writes(person.directChannel(), text);
  await desk.settle();
  await moment(desk);
  return line(desk, user);
}

describe("a message to the bot itself", () => {
  it("is answered with where to write, by channels that can be opened, where there are several", async () => {
    const desk = await slackDesk();
    await says(desk, "U1", "my invoice is wrong");
    const person = desk.slack.user("U1");
    const [, answer] = person.sees(person.directChannel());
    const channels = [SUPPORT, SHARED].map((id) => ({ type: "channel", channel_id: id }));
    expect(answer?.content.text).toContain(
      `Our team answers in <#${SUPPORT}>, <#${SHARED}>: please write to us there.`,
    );
    expect(JSON.stringify(answer?.content.blocks)).toContain(JSON.stringify(channels[0]));
    expect(JSON.stringify(answer?.content.blocks)).toContain(JSON.stringify(channels[1]));
    expect(await desk.store.list("interaction", {})).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is a conversation that the team is told of where the desk wants that, and is edited and taken back there", async () => {
    const settings = settingsOf({ ...SLACK_SETTINGS, desk: { directMessages: "conversation" } });
    const desk = await slackDesk({ settings });
    expect(await says(desk, "U1", "my invoice is wrong")).toContain("Our team has your message");
    expect(desk.slack.messages(TEAM_CHANNEL).map(readable).join("\n")).toContain("wrote to the bot directly");
    const person = desk.slack.user("U1");
    const [first] = person.sees(person.directChannel());
    if (!first) throw new Error("nothing written");
    person.edits(first, "my invoice 4711 is wrong");
    await desk.settle();
    const [entry] = await desk.store.list("entry", { where: { author: "customer" } });
    expect(entry).toMatchObject({ text: "my invoice 4711 is wrong", history: [{ text: "my invoice is wrong" }] });
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is a command of whoever writes it, of the team too", async () => {
    const { desk } = await askedOnSlack();
    expect(await says(desk, "U2", "status")).toContain("1 conversation was resolved");
    expect(await says(desk, "U2", "help")).toContain("You can type: status (the last seven days)");
    expect(await says(desk, "U1", "stop")).toContain("we won’t ask again");
    expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: expect.any(Number) }]);
    const before = [line(desk, "U1"), line(desk, "U2")];
    desk.slack.socketMode.cut();
    await desk.pass(2 * HOUR, HOUR);
    expect([line(desk, "U1"), line(desk, "U2")]).toEqual(before);
    expect(await desk.store.list("interaction", {})).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("whoever resolves", () => {
  it("by reaction sees privately in the thread what that did", async () => {
    const desk = await slackDesk();
    const first = await resolved(desk);
    await moment(desk);
    expect(readable(lastSeen(desk, "U2", first))).toMatch(/only U2 sees this.*\n.*customer one/);
    expect(thread(desk, "U1", first)).not.toContain("only U2");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has a customer asked anyway whom a rule spared, and sees that too", async () => {
    const desk = await slackDesk();
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await desk.settle();
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await desk.settle();
    await moment(desk);
    const spared = lastSeen(desk, "U2", first);
    expect(readable(spared)).toContain("only U2 sees this");
    await desk.slack.user("U2").clicks(spared, "ask-anyway");
    await moment(desk);
    expect(thread(desk, "U2", first)).toMatch(/only U2 sees this[\s\S]+only U2 sees this/);
    await untilAsked(desk);
    expect(thread(desk, "U1", first)).toContain("how likely are you to recommend");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("in App Home is told on their direct line", async () => {
    const desk = await slackDesk();
    desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await desk.settle();
    desk.slack.user("U2").opensHome();
    await desk.slack.user("U2").clicks(await homeOf(desk, "U2", "Hello?"), "resolve");
    await modalOf(desk, "U2");
    await desk.slack.user("U2").submits();
    await desk.settle();
    await moment(desk);
    expect(line(desk, "U2")).toContain("customer one");
    expect(desk.slack.complaints).toEqual([]);
  });
});
