import { expect, it } from "vitest";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY, settingsOf } from "../world.ts";
import { type SlackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, modalOf, moment } from "./talk.ts";

const roles = { agents: ["slack:T1:S1"], leads: ["slack:T1:U4"], admins: ["slack:T1:U5"] };

/** The first message of the team's channel, and what stands in the thread under it. */
function cardIn(desk: SlackDesk) {
  const [card] = desk.slack.messages(TEAM_CHANNEL);
  if (!card) throw new Error("No card");
  const under = desk.slack.messages(TEAM_CHANNEL).filter(({ threadTs }) => threadTs === card.ts);
  return { card, under: under.filter((one) => one !== card).map(readable) };
}

it("a case on Slack is one card without the score where the rated agent reads along, who may not take it, but say what they know", async () => {
  const more = [{ id: "U5", name: "admin elm" }];
  const { desk, question } = await askedOnSlack({ settings: settingsOf({ roles }), more });
  await desk.slack.user("U1").clicks(question, "score:3");
  await moment(desk);
  const { card } = cardIn(desk);
  expect(readable(card)).toMatch(/customer one was unhappy with us\. Please get in touch by/);
  expect(readable(card)).not.toMatch(/3 out of|3\/10/);
  const privately = (user: string) =>
    desk.slack
      .user(user)
      .sees(TEAM_CHANNEL)
      .map(readable)
      .filter((text) => text.includes("only"))
      .join("\n");
  await desk.slack.user("U2").clicks(card, "case-claim");
  await expect.poll(() => privately("U2")).toContain("You helped in this conversation yourself");
  await desk.slack.user("U2").clicks(card, "case-score");
  await expect.poll(() => privately("U2")).toContain("This score is about your own help");
  await desk.slack.user("U4").clicks(card, "case-score");
  await moment(desk);
  expect(privately("U4")).toContain("customer one gave 3 out of 10.");
  await desk.slack.user("U2").clicks(card, "case-more");
  expect(readableView(await modalOf(desk, "U2"))).toContain("Add a note");
  await desk.slack.user("U2").submits({ step: "note", note: "They were in a hurry." });
  await desk.slack.user("U4").clicks(card, "case-assign");
  await modalOf(desk, "U4");
  expect(await desk.slack.user("U4").submits({ person: "U5", note: "Please." })).toBe("ok");
  await moment(desk);
  expect(await desk.store.list("case", {})).toMatchObject([{ state: "claimed", ownerAddress: "slack:T1:U5" }]);
  const { card: after, under } = cardIn(desk);
  expect(readable(after)).toContain("*Owner*\n<@U5>");
  const giving = (await desk.store.list("post", {})).find(({ message }) => message.text.includes("gave it to"));
  expect(giving?.message.mentions).toEqual(["slack:T1:U5"]);
  expect(under).toEqual([
    expect.stringContaining("agent ash added a note."),
    expect.stringContaining("gave it to admin elm."),
  ]);
  expect(
    desk.slack.messages(TEAM_CHANNEL).filter(({ threadTs, ts, onlyFor }) => !onlyFor && (!threadTs || threadTs === ts)),
  ).toHaveLength(1);
  expect(desk.slack.complaints).toEqual([]);
});

it("a case on Slack that waits is told of under its card by the facts: how late contact is, how long the customer has waited, and whose it is", async () => {
  const { desk, question } = await askedOnSlack({ settings: settingsOf({ roles }) });
  await desk.slack.user("U1").clicks(question, "score:3");
  await desk.pass(8 * DAY, DAY);
  const { under } = cardIn(desk);
  const owner = /Owner: nobody yet\./.source;
  expect(under).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        `customer one: contact (is \\d+ (hours?|days?) overdue|has been overdue since .*)\\. ${owner}`,
      ),
      expect.stringMatching(`customer one has waited \\d+ days \\(since [^)]+\\)\\. ${owner} Please step in\\.`),
    ]),
  );
  expect(desk.slack.complaints).toEqual([]);
});
