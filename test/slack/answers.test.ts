import { describe, expect, it } from "vitest";
import { readable, readableView } from "../servers/slack/readable.ts";
import { DAY } from "../world.ts";
import { MODES, SUPPORT } from "./slack-desk.ts";
import { askedOnSlack, lastSeen, modalOf, moment, thread } from "./talk.ts";

/** Asked, and answered with a tap. */
async function answered(mode: "socket" | "http", score: number) {
  const asked = await askedOnSlack({ mode });
  await asked.desk.slack.user("U1").clicks(asked.question, `score:${score}`);
  await moment(asked.desk);
  return { ...asked, thanks: lastSeen(asked.desk, "U1", asked.first) };
}

describe.each(MODES)("an answer on Slack over %s", (mode) => {
  it("takes its reason in a form", async () => {
    const { desk, first, thanks } = await answered(mode, 7);
    await desk.slack.user("U1").clicks(thanks, "comment");
    expect(readableView(await modalOf(desk, "U1"))).toBe("== Tell us why ==\nYour reason: ______\n[Send] [Cancel]");
    expect(await desk.slack.user("U1").submits({ note: "   " })).toBe("errors");
    expect(desk.slack.user("U1").modal()?.errors).toEqual({
      note: "Nothing was written. Add a few words, or leave it.",
    });
    expect(await desk.slack.user("U1").submits({ note: "It took a week." })).toBe("ok");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 7, comment: "It took a week." }]);
    expect(readable(lastSeen(desk, "U1", first))).toContain("Thank you. That helps us do better.");
    expect(thread(desk, "U1", first)).not.toContain("Nothing was written");
    expect(thread(desk, "U2", first)).not.toContain("It took a week.");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("that is a low one is answered privately, with a form for how to be reached", async () => {
    const { desk, first, thanks } = await answered(mode, 2);
    expect(readable(thanks)).toMatch(
      /only U1 sees this[\s\S]*We’re sorry[\s\S]*\[Tell you privately\] \[How to reach me\]/,
    );
    await desk.slack.user("U1").clicks(thanks, "contact-how");
    expect(readableView(await modalOf(desk, "U1"))).toContain("How and when can we reach you?: ______");
    expect(await desk.slack.user("U1").submits({ note: "By telephone." })).toBe("ok");
    await moment(desk);
    expect(await desk.store.list("case", {})).toMatchObject([{ contactWish: "yes", contactHow: "By telephone." }]);
    await desk.slack.user("U1").clicks(lastSeen(desk, "U1", first), "contact-no");
    await moment(desk);
    expect(await desk.store.list("case", {})).toMatchObject([{ contactWish: "no", dueAt: null }]);
    expect(thread(desk, "U2", first)).not.toMatch(/sorry|telephone/);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("takes its reason as a reply, and gives it back where it was a new question", async () => {
    const { desk, first } = await answered(mode, 8);
    desk.slack.user("U1").writes(SUPPORT, "And how do I export?", { thread: first });
    await desk.settle();
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ comment: "And how do I export?" }]);
    const commented = lastSeen(desk, "U1", first);
    expect(readable(commented)).toContain("[I have another question]");
    await desk.slack.user("U1").clicks(commented, "new-question");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 8, comment: null }]);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ state: "open" }]);
    expect(readable(lastSeen(desk, "U1", first))).toContain("Your conversation is open again");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is changed with the buttons that come back, and then no more after a week", async () => {
    const { desk, first, thanks } = await answered(mode, 4);
    await desk.slack.user("U1").clicks(thanks, "change");
    await moment(desk);
    const again = lastSeen(desk, "U1", first);
    expect(readable(again)).toContain("only U1 sees this");
    await desk.slack.user("U1").clicks(again, "score:8");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 8, revisionCount: 2 }]);
    await desk.pass(8 * DAY, DAY);
    await desk.slack.user("U1").clicks(again, "score:1");
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 8 }]);
    expect(readable(lastSeen(desk, "U1", first))).toContain("too late to change this answer");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("may be not now, and then a score after all", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    await desk.slack.user("U1").clicks(question, "not-now");
    await moment(desk);
    expect(thread(desk, "U1", first)).toContain("No problem. Thank you for talking to us.");
    expect(readable(question)).not.toContain("[1]");
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "declined" }]);
    await desk.slack.user("U1").clicks(question, "score:9", null, { stale: true });
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9 }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("may be never, with a way back that is confirmed in the same thread", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    await desk.slack.user("U1").clicks(question, "never");
    await moment(desk);
    const farewell = lastSeen(desk, "U1", first);
    expect(readable(farewell)).toContain("we won’t ask again.");
    expect((await desk.store.list("customer", {})).filter(({ optedOutAt }) => optedOutAt !== null)).toHaveLength(1);
    await desk.slack.user("U1").clicks(farewell, "opt-in");
    await moment(desk);
    expect((await desk.store.list("customer", {})).filter(({ optedOutAt }) => optedOutAt !== null)).toHaveLength(0);
    expect(readable(lastSeen(desk, "U1", first))).toContain("We may ask again after a future conversation.");
    expect(desk.slack.user("U1").sees(desk.slack.user("U1").directChannel())).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is not taken from anybody else, who gets a word alone", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    for (const user of ["U2", "U3"]) {
      await desk.slack.user(user).clicks(question, "score:1");
      await moment(desk);
      expect(readable(lastSeen(desk, user, first))).toContain("This question is for the person who wrote in");
      expect(readable(lastSeen(desk, user, first))).toContain(`only ${user} sees this`);
    }
    expect(await desk.store.list("response", {})).toEqual([]);
    expect(readable(question)).toContain("[10]");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("counts once when it is clicked twice, and changes when it comes from a second device later", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    const customer = desk.slack.user("U1");
    await Promise.all([customer.clicks(question, "score:9"), customer.clicks(question, "score:9")]);
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 9, revisionCount: 1 }]);
    expect(thread(desk, "U1", first).match(/What did we do well/g)).toHaveLength(1);
    await customer.clicks(question, "score:5", null, { stale: true });
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 5, revisionCount: 2 }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("gets a word where the bot knows nothing of the question any more", async () => {
    const { desk } = await askedOnSlack({ mode });
    const lost = desk.slack.happenings.posted({
      channel: SUPPORT,
      team: "T1",
      user: "U0BOT",
      botId: "B0BOT",
      content: {
        text: "An old question",
        blocks: [
          {
            type: "actions",
            block_id: "old",
            elements: [
              {
                type: "button",
                action_id: "score:9",
                text: { type: "plain_text", text: "9" },
                value: '{"subject":"gone","value":"9"}',
              },
            ],
          },
        ],
      },
    });
    expect(await desk.slack.user("U3").clicks(lost, "score:9")).toBe("ok");
    await expect
      .poll(() => desk.slack.user("U3").sees(SUPPORT).map(readable).join())
      .toContain("There is no open question here any more.");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is taken from a question that was deleted meanwhile", async () => {
    const { desk, first, question } = await askedOnSlack({ mode });
    desk.slack.happenings.deleted(question);
    await desk.settle();
    await desk.slack.user("U1").clicks(question, "score:10", null, { stale: true });
    await moment(desk);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 10 }]);
    expect(thread(desk, "U1", first)).toContain("What did we do well?");
    expect(desk.slack.complaints).toEqual([]);
  });
});
