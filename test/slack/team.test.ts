import { describe, expect, it } from "vitest";
import { readable, readableView } from "../servers/slack/readable.ts";
import { SECOND } from "../world.ts";
import { MODES, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { askedOnSlack, homeOf, modalOf, moment } from "./talk.ts";

/** A detractor has answered; the alert stands in the team's channel. */
async function alerted(mode: "socket" | "http") {
  const { desk, question } = await askedOnSlack({ mode });
  await desk.slack.user("U1").clicks(question, "score:3");
  await moment(desk);
  const alert = desk.slack.messages(TEAM_CHANNEL).at(-1);
  if (!alert) throw new Error("no alert");
  return { desk, alert };
}

describe.each(MODES)("the team on Slack over %s", (mode) => {
  it("hears of a detractor, claims, makes contact and closes with a note", async () => {
    const { desk, alert } = await alerted(mode);
    expect(readable(alert)).toContain("customer one gave 3 out of 10. Please get in touch by");
    expect(readable(alert)).toContain("*Score*\n3/10 | *Contact by*\n<!date^");
    expect(readable(alert)).toContain("*Owner*\nnobody yet | *State*\nnew | *Helped by*\nagent ash");
    const agent = desk.slack.user("U2");
    await agent.clicks(alert, "case-claim");
    await moment(desk);
    expect(readable(alert)).toContain("customer one gave 3 out of 10. agent ash will get in touch by");
    expect(readable(alert)).toContain("*Owner*\n<@U2>");
    await agent.clicks(alert, "case-contact");
    await moment(desk);
    expect(readable(alert)).toContain("customer one gave 3 out of 10. agent ash has been in touch.");
    await agent.clicks(alert, "case-resolve");
    const form = readableView(await modalOf(desk, "U2"));
    expect(form).toMatch(
      /^== Mark as resolved ==\nHow it ended.*\nRoot cause.*\nWhat was done\?: ______\n\[Send\] \[Cancel\]$/s,
    );
    expect(await agent.submits({ note: " " })).toBe("errors");
    expect(await agent.submits({ note: "Refunded & <called>." })).toBe("ok");
    await moment(desk);
    expect(readable(alert)).toContain("customer one gave 3 out of 10. agent ash has resolved this.");
    expect(readable(alert)).toContain("Outcome\nRefunded & <called>.");
    expect(await desk.store.list("case", {})).toMatchObject([{ state: "resolved", outcome: "Refunded & <called>." }]);
    const [card, ...under] = desk.slack.messages(TEAM_CHANNEL).map(readable);
    expect(card).toContain("[Reopen] [Take the last step back]");
    expect(under.map((text) => text.split("\n").slice(1).join(" ").trim())).toEqual([
      expect.stringContaining("agent ash is on it."),
      expect.stringContaining("agent ash has been in touch."),
      expect.stringMatching(/agent ash has resolved this\..*Refunded & <called>\./),
    ]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("alone works its cases", async () => {
    const { desk, alert } = await alerted(mode);
    for (const button of ["case-claim", "case-more"]) {
      await desk.slack.user("U3").clicks(alert, button);
      await expect
        .poll(() => desk.slack.user("U3").sees(TEAM_CHANNEL).map(readable).join("\n"))
        .toContain("Cases are worked by agents, leads and admins");
      desk.slack.user("U3").reloads();
    }
    expect(desk.slack.user("U3").modal()).toBeUndefined();
    expect(await desk.store.list("case", {})).toMatchObject([{ state: "new" }]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is told where a case is closed already", async () => {
    const { desk, alert } = await alerted(mode);
    await desk.slack.user("U2").clicks(alert, "case-more");
    await desk.slack.user("U4").clicks(alert, "case-more");
    await modalOf(desk, "U4");
    await modalOf(desk, "U2");
    await desk.slack.user("U2").submits({ step: "close", note: "No answer, three times." });
    await desk.slack.user("U4").submits({ step: "wait", note: "Called." });
    expect(readableView(await modalOf(desk, "U4"))).toContain("This case is closed already.");
    await moment(desk);
    expect(readable(alert)).toContain("customer one gave 3 out of 10. The case was closed without contact.");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("sees conversations and cases in App Home and works them there", async () => {
    const { desk } = await alerted(mode);
    desk.slack.user("U3").writes(SUPPORT, "Who is there?");
    await desk.settle();
    desk.slack.user("U2").opensHome();
    const home = await homeOf(desk, "U2", "customer two: Who is there?");
    expect(readableView(home)).toMatch(/customer one gave 3 out of 10\. Please get in touch by Nov 19, 2026/);
    await desk.slack.user("U2").clicks(home, "case-claim");
    const claimed = await homeOf(desk, "U2", "agent ash will get in touch");
    expect(readableView(claimed)).not.toContain("[I will take it]");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("has the command for its status and cases, and everybody theirs", async () => {
    const { desk } = await alerted(mode);
    const said = (user: string) => {
      const own = desk.slack.user(user);
      return own.sees(own.directChannel()).map(readable).at(-1) ?? "";
    };
    const runs = async (user: string, text: string) => {
      expect(await desk.slack.user(user).runs(`/emptychair ${text}`)).toBe("ok");
      return said(user);
    };
    expect(await runs("U2", "status")).toContain("1 conversation was resolved: 1 answered (100% of the 1 asked).");
    await runs("U2", "cases");
    await expect.poll(() => said("U2")).toContain("customer one gave 3 out of 10");
    expect(await runs("U2", "help")).toContain("/emptychair status (the last seven days)");
    expect(await runs("U2", "page")).toMatch(/Your link, for you alone\..*\n *https:\/\/desk\.example\/enter\/\S+$/);
    expect(await desk.store.list("link", {})).toMatchObject([{ whoAddress: "slack:T1:U2", path: "/digest" }]);
    expect(await runs("U2", "signout")).toContain("You’re signed out everywhere");
    expect(await desk.store.list("link", {})).toEqual([]);
    expect(await runs("U1", "page")).toContain("You can type: /emptychair stop (never ask me)");
    expect(await runs("U1", "status")).toContain("You can type: /emptychair stop (never ask me)");
    expect(await runs("U1", "data")).toContain("We keep 1 conversation with 1 message of yours, and 1 answer.");
    expect(await runs("U7", "data")).toContain("We keep nothing about you.");
    expect(await runs("U1", "stop asking me")).toContain("we won’t ask again.");
    expect(await runs("U1", "ask me again")).toContain("We may ask again");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is nobody when the user group cannot be looked up", async () => {
    const desk = await slackDesk({ mode });
    desk.slack.faults.add({ method: "usergroups.users.list", when: "before", how: { status: 503 }, times: 1000 });
    expect(await desk.adapter.roleOf("default", "slack:T1:U2")).toBe("agent");
    await desk.pass(6 * 60 * SECOND, 60 * SECOND);
    expect(await desk.adapter.roleOf("default", "slack:T1:U2")).toBeNull();
    const first = desk.slack.user("U1").writes(SUPPORT, "Hello?");
    await desk.settle();
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toEqual([]);
    desk.slack.faults.clear();
    await desk.pass(2 * 60 * SECOND, 60 * SECOND);
    desk.slack.user("U4").reacts(first, "white_check_mark");
    await desk.settle();
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});
