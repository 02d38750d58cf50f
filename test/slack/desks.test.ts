import { describe, expect, it } from "vitest";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { MINUTE } from "../world.ts";
import { answers } from "./digest-talk.ts";
import { MODES, type SlackDesk } from "./slack-desk.ts";
import { homeOf, modalOf, moment, thread } from "./talk.ts";
import {
  ELSEWHERE,
  HOSTING,
  HOSTING_AGENT,
  LEAD,
  resolvedAt,
  rowsAt,
  SHOP,
  SHOP_AGENT,
  twoDesks,
  unhappyAtBoth,
  writtenAt,
} from "./two-desks.ts";

const said = (desk: SlackDesk, channel: string) => desk.slack.messages(channel).map(readable).join("\n");

/** What somebody sees in their conversation with the bot. */
const direct = (desk: SlackDesk, user: string): readonly Message[] => {
  const own = desk.slack.user(user);
  return own.sees(own.directChannel());
};

function alertIn(desk: SlackDesk, channel: string): Message {
  const alert = desk.slack.messages(channel).at(-1);
  if (!alert) throw new Error(`no alert in ${channel}`);
  return alert;
}

describe.each(MODES)("two desks on one Slack over %s", (mode) => {
  it("each ask in their own words and time, and tell their own team alone", async () => {
    const { desk, inHosting, askedFirst } = await unhappyAtBoth(mode);
    expect(askedFirst[0]).toContain("how likely are you to recommend Acme Shop");
    expect(askedFirst[1]).not.toContain("how likely");
    expect(thread(desk, "U3", inHosting)).not.toContain("Acme Shop");
    expect(desk.slack.messages(SHOP.team).map(readable)).toEqual([expect.stringContaining("customer one gave 2")]);
    expect(desk.slack.messages(HOSTING.team).map(readable)).toEqual([expect.stringContaining("customer two gave 3")]);
    for (const [id, score, support] of [
      ["shop", 2, SHOP.support],
      ["hosting", 3, HOSTING.support],
    ] as const) {
      expect(await rowsAt(desk, id).list("response", {})).toMatchObject([{ score }]);
      const [talk, ...others] = await rowsAt(desk, id).list("interaction", {});
      expect([talk?.conversation.split(":")[2], others]).toEqual([support, []]);
    }
    expect(desk.log.faults).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("have agents who work neither the other's cases nor its conversations", async () => {
    const { desk } = await unhappyAtBoth(mode);
    const agent = desk.slack.user(SHOP_AGENT);
    for (const button of ["case-claim", "case-more"]) {
      await agent.clicks(alertIn(desk, HOSTING.team), button);
      const seen = () => agent.sees(HOSTING.team).map(readable).join("\n");
      await expect.poll(seen).toContain("Cases are worked by agents, leads and admins");
      agent.reloads();
    }
    expect(agent.modal()).toBeUndefined();
    const open = desk.slack.user("U3").writes(HOSTING.support, "And now it is down.");
    await desk.settle();
    agent.reacts(open, "tada");
    desk.slack.user(HOSTING_AGENT).reacts(open, "white_check_mark");
    await desk.settle();
    expect(await rowsAt(desk, "hosting").list("interaction", { where: { state: "open" } })).toHaveLength(1);
    expect(await rowsAt(desk, "hosting").list("case", {})).toMatchObject([{ state: "new" }]);
    await desk.slack.user(HOSTING_AGENT).clicks(alertIn(desk, HOSTING.team), "case-claim");
    await moment(desk);
    expect(await rowsAt(desk, "hosting").list("case", {})).toMatchObject([{ state: "claimed" }]);
    expect(await rowsAt(desk, "shop").list("case", {})).toMatchObject([{ state: "new" }]);
    expect(desk.slack.complaints).toEqual([]);
  });
});

it("the digest of each of two desks comes to its own channel, and is decided on there", async () => {
  const desk = await twoDesks();
  const at = desk.time.now();
  for (const [id, score] of [
    ["shop", 9],
    ["hosting", 3],
  ] as const) {
    const given = answers([score, score, score, score, score]).map((answer, index) => ({
      ...answer,
      conversation: `import:csv:${id}.${index}`,
      customer: { ...answer.customer, address: `api:c-${index}` },
    }));
    await desk.bot.handle({ kind: "answers-imported", id: null, desk: id, at, answers: given });
    await desk.bot.handle({ kind: "digest-wanted", id: null, desk: id, at, week: "2026-W46" });
  }
  await moment(desk);
  await expect.poll(() => said(desk, HOSTING.team)).toContain("score −100");
  expect(said(desk, SHOP.team)).toContain("score +100");
  expect(said(desk, SHOP.team)).toMatch(/Shop app/);
  expect(said(desk, SHOP.team)).not.toMatch(/−100 from|Hosting/);
  const digest = desk.slack.messages(HOSTING.team)[0] as Message;
  await desk.slack.user(LEAD).clicks(digest, "decide:0");
  expect(readableView(await modalOf(desk, LEAD))).toContain("Hosting app");
  expect(await desk.slack.user(LEAD).submits({ verdict: "enhance", note: "Fewer outages." })).toBe("ok");
  await desk.settle();
  expect(await rowsAt(desk, "hosting").list("decision", {})).toMatchObject([{ product: "app", verdict: "enhance" }]);
  expect(await rowsAt(desk, "shop").list("decision", {})).toEqual([]);
  expect(desk.slack.complaints).toEqual([]);
});

it("an answer on the direct line reaches the desk that asked last, and a press the desk whose question it is", async () => {
  const desk = await twoDesks({ where: "dm" });
  const customer = desk.slack.user("U1");
  const inShop = await writtenAt(desk, SHOP, "U1");
  const inHosting = await writtenAt(desk, HOSTING, "U1");
  customer.opensHome();
  await customer.clicks(await homeOf(desk, "U1", "Ask me privately"), "dm-yes");
  await homeOf(desk, "U1", "[Ask me in the thread]");
  await resolvedAt(desk, SHOP, "U1", inShop);
  await resolvedAt(desk, HOSTING, "U1", inHosting);
  await desk.pass(10 * MINUTE, 5 * MINUTE);
  await moment(desk);
  const questions = direct(desk, "U1").filter((message) => readable(message).includes("how likely"));
  expect(questions.map(readable)).toEqual([
    expect.stringContaining("recommend Acme Shop"),
    expect.stringContaining("recommend Acme Hosting"),
  ]);
  customer.writes(customer.directChannel(), "3");
  await desk.settle();
  await moment(desk);
  expect(await rowsAt(desk, "hosting").list("response", {})).toMatchObject([{ score: 3 }]);
  expect(await rowsAt(desk, "shop").list("response", {})).toEqual([]);
  await customer.clicks(questions[0] as Message, "score:10");
  await moment(desk);
  expect(await rowsAt(desk, "shop").list("response", {})).toMatchObject([{ score: 10 }]);
  expect(await rowsAt(desk, "hosting").list("response", {})).toMatchObject([{ score: 3 }]);
  expect(desk.slack.complaints).toEqual([]);
});

describe("/emptychair where there are two desks", () => {
  it("says and changes what concerns a customer at each that knows them", async () => {
    const desk = await twoDesks();
    await resolvedAt(desk, SHOP, "U1");
    await resolvedAt(desk, HOSTING, "U1");
    const customer = desk.slack.user("U1");
    expect(await customer.runs("/emptychair data")).toBe("ok");
    const data = readable(direct(desk, "U1").at(-1) as Message);
    expect(data).toMatch(/Acme Shop\s+We keep 1 conversation[\s\S]+Acme Hosting\s+We keep 1 conversation/);
    for (const [word, isOut] of [
      ["stop", true],
      ["start", false],
    ] as const) {
      await customer.runs(`/emptychair ${word}`, HOSTING.support);
      for (const id of ["shop", "hosting"] as const) {
        const identity = await rowsAt(desk, id).get("identity", "slack:T1:U1");
        const known = await rowsAt(desk, id).get("customer", identity?.customerId ?? "");
        expect([id, word, known?.optedOutAt !== null]).toEqual([id, word, isOut]);
      }
    }
    expect(desk.slack.complaints).toEqual([]);
  });

  it("gives each team its own figures, and makes nobody a colleague of the other", async () => {
    const { desk } = await unhappyAtBoth();
    desk.slack.user(SHOP_AGENT).writes(HOSTING.support, "My own site is down too.");
    await desk.settle();
    const runs = async (user: string, text: string) => {
      expect(await desk.slack.user(user).runs(`/emptychair ${text}`)).toBe("ok");
      return () => direct(desk, user).map(readable).join("\n");
    };
    await expect.poll(await runs(SHOP_AGENT, "cases")).toMatch(/customer one/);
    await expect.poll(await runs(HOSTING_AGENT, "cases")).toMatch(/customer two/);
    await runs(SHOP_AGENT, "start");
    const identity = await rowsAt(desk, "hosting").get("identity", `slack:T1:${SHOP_AGENT}`);
    const known = await rowsAt(desk, "hosting").get("customer", identity?.customerId ?? "");
    expect(known).toMatchObject({ name: "agent ash", teamMember: false });
    expect(desk.slack.complaints).toEqual([]);
  });
});

it("what was written while nobody listened is read for each of two desks, and nothing of a channel that is nobody's", async () => {
  const before = await twoDesks();
  const { slack, time, allDesks: store } = before;
  const first = slack.user("U3").writes(HOSTING.support, "My site is slow.");
  await before.settle();
  await before.stop();
  slack.user(HOSTING_AGENT).reacts(first, "tada");
  slack.user("U1").writes(SHOP.support, "Where is my parcel?");
  slack.user("U1").writes(ELSEWHERE, "Good morning.");
  slack.user("U3").writes(slack.user("U3").directChannel(), "Is anybody there?");
  const desk = await twoDesks({ slack, time, store });
  const words = async (id: string) => (await store.at(id).list("entry", {})).map(({ text }) => text).toSorted();
  await expect.poll(() => words("shop")).toEqual(["Where is my parcel?"]);
  await expect.poll(() => words("hosting")).toEqual(["Is anybody there?", "My site is slow."]);
  await expect.poll(() => store.at("hosting").list("resolution", {})).toHaveLength(1);
  expect(desk.slack.complaints).toEqual([]);
});
