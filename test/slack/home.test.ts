import { describe, expect, it } from "vitest";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY, HOUR } from "../world.ts";
import { type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, homeOf, moment } from "./talk.ts";

async function home(desk: SlackDesk, user: string, words: string) {
  desk.slack.user(user).opensHome();
  return homeOf(desk, user, words);
}

describe("App Home of a customer", () => {
  it("shows their conversations with a way there, their answers with a way to change them, and their switches", async () => {
    const { desk, question, first } = await askedOnSlack();
    await desk.slack.user("U1").clicks(question, "score:9");
    desk.slack.user("U1").writes(SUPPORT, "Quick, and friendly.", { thread: first });
    await moment(desk);
    desk.slack.user("U1").writes(SUPPORT, "And another matter.");
    desk.slack.user("U3").writes(SUPPORT, "Not theirs.");
    await desk.settle();
    const own = await home(desk, "U1", "Your conversations");
    expect(readableView(own)).toBe(
      [
        "== Home ==",
        "# Support",
        "# Your conversations",
        "Nov 16, 2026, open: And another matter. | [Go there]",
        "Nov 16, 2026, resolved: My invoice is wrong. | [Go there]",
        "# Your answers",
        "Nov 16, 2026: 9 – Quick, and friendly. · Your words reached the people who helped you. | [Change my answer]",
        "[Take my answer back]",
        "---",
        "After a conversation we may ask you how likely you are to recommend Acme. One question, and never more than one reminder.",
        "[Stop asking me]",
      ].join("\n"),
    );
    expect(JSON.stringify(own.definition)).toContain(`/archives/${SUPPORT}/p${first.ts.replace(".", "")}`);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("changes an answer from there: the buttons wait in the conversation, and the page says so", async () => {
    const { desk, question, first } = await askedOnSlack();
    await desk.slack.user("U1").clicks(question, "score:9");
    await moment(desk);
    const [survey] = await desk.store.list("survey", {});
    const own = await home(desk, "U1", "[Change my answer]");
    await desk.slack.user("U1").clicks(own, `change:${survey?.id}`);
    await homeOf(desk, "U1", "The buttons to change it are waiting in the conversation, for you alone.");
    await moment(desk);
    const buttons = desk.slack
      .user("U1")
      .sees(SUPPORT, first)
      .findLast(({ onlyFor }) => onlyFor === "U1");
    if (!buttons) throw new Error("no buttons");
    await desk.slack.user("U1").clicks(buttons, "score:4");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 4 }]);
    await desk.pass(31 * DAY, 31 * DAY);
    expect(readableView(await home(desk, "U1", "Nov 16, 2026: 4"))).toContain("Your answers");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("takes an answer back from there, once Slack has asked whether that is meant", async () => {
    const { desk, question } = await askedOnSlack();
    await desk.slack.user("U1").clicks(question, "score:8");
    await moment(desk);
    const [survey] = await desk.store.list("survey", {});
    const own = await home(desk, "U1", "[Take my answer back]");
    expect(JSON.stringify(own.definition)).toContain('"confirm":{"title"');
    await desk.slack.user("U1").clicks(own, `withdraw-sure:${survey?.id}`);
    await homeOf(desk, "U1", "Your answer no longer counts");
    expect(await desk.store.list("response", {})).toMatchObject([{ excluded: "withdrawn" }]);
    expect(readableView(await home(desk, "U1", "You took this answer back."))).not.toContain("[Take my answer back]");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is theirs alone, and says where there is nothing yet", async () => {
    const { desk } = await askedOnSlack();
    const other = readableView(await home(desk, "U3", "You have not written to us yet."));
    expect(other).not.toMatch(/invoice|Your answers/);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has all of a long list, page by page", async () => {
    const desk = await slackDesk();
    for (let count = 1; count <= 13; count += 1) {
      desk.slack.user("U1").writes(SUPPORT, `Matter ${count}.`);
      await desk.time.advance(1_000);
    }
    await desk.settle();
    const own = await home(desk, "U1", "and 3 more | [Show more]");
    expect(readableView(own)).not.toMatch(/Matter [123]\./);
    await desk.slack.user("U1").clicks(own, "home-more:talks");
    const rest = readableView(await homeOf(desk, "U1", "Matter 1."));
    expect(rest).toContain("Matter 3.");
    expect(rest).not.toMatch(/Matter 4\.|Show more/);
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("App Home of the team", () => {
  it("shows what waits first: cases overdue, then those due, conversations unanswered, then the others, then figures", async () => {
    const { desk, question } = await askedOnSlack();
    await desk.slack.user("U1").clicks(question, "score:3");
    await desk.pass(4 * DAY, DAY);
    const second = desk.slack.user("U3").writes(SUPPORT, "My export is empty.");
    await desk.settle();
    desk.slack.user("U2").writes(SUPPORT, "It is full again.", { thread: second });
    await desk.settle();
    desk.slack.user("U2").reacts(second, "white_check_mark");
    await desk.pass(10 * 60_000, 5 * 60_000);
    const asked = desk.slack.user("U3").sees(SUPPORT, second).at(-1);
    if (!asked) throw new Error("not asked");
    await desk.slack.user("U3").clicks(asked, "score:2");
    await desk.settle();
    const answered = desk.slack.user("U1").writes(SUPPORT, "Answered already.");
    await desk.settle();
    desk.slack.user("U2").writes(SUPPORT, "Here it is.", { thread: answered });
    await desk.time.advance(HOUR);
    desk.slack.user("U1").writes(SUPPORT, "Nobody yet?");
    await desk.settle();
    const text = readableView(await home(desk, "U2", "Nobody yet?"));
    const order = [
      "# Overdue: please get in touch",
      "customer one gave 3 out of 10",
      "# Open cases",
      "customer two gave 2 out of 10",
    ];
    const then = ["# Waiting for our answer", "Nobody yet?", "# Open conversations", "Answered already."];
    const places = [...order, ...then].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(text).toContain("Read the conversation <https://");
    expect(desk.slack.messages(TEAM_CHANNEL).map(readable).join("\n")).toContain("Contact is overdue");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has every open conversation, page by page, within Slack's hundred blocks", async () => {
    const desk = await slackDesk();
    for (let count = 1; count <= 28; count += 1) {
      desk.slack.user("U1").writes(SUPPORT, `Matter ${count}.`);
      await desk.time.advance(1_000);
    }
    await desk.settle();
    const first = await home(desk, "U2", "and 8 more | [Show more]");
    expect(readableView(first)).not.toContain("Matter 21.");
    await desk.slack.user("U2").clicks(first, "home-more:talks");
    expect(readableView(await homeOf(desk, "U2", "Matter 28."))).toContain("Matter 21.");
    expect(desk.slack.complaints).toEqual([]);
  });
});
