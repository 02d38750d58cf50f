import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/database/memory.ts";
import { HOUR, MINUTE } from "../world.ts";
import { type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";
import { askedOnSlack, lastSeen, modalOf, moment, resolved, untilAsked } from "./talk.ts";

async function texts(desk: SlackDesk): Promise<string[]> {
  return (await desk.store.list("entry", {})).filter(({ author }) => author !== "bot").map(({ text }) => text);
}

/** A program that has been stopped; what happens meanwhile, Slack gives up on. */
async function stopped(options: Parameters<typeof slackDesk>[0] = {}) {
  const store = createMemoryStore();
  const desk = await slackDesk({ store, ...options });
  return { desk, store };
}

async function gapOf(desk: SlackDesk, meanwhile: () => void): Promise<void> {
  await desk.stop();
  await expect.poll(() => desk.slack.socketMode.count).toBe(0);
  await desk.time.advance(MINUTE);
  meanwhile();
  await desk.slack.events.quiet();
  for (let waits = 0; waits < 3; waits += 1) {
    await desk.time.advance(5 * MINUTE);
    await desk.slack.events.quiet();
  }
}

/** A fresh program on the same Slack and store. */
function again(desk: SlackDesk): Promise<SlackDesk> {
  return slackDesk({ slack: desk.slack, time: desk.time, store: desk.allDesks });
}

describe("after a gap", () => {
  it("what happened while no socket was open comes with Slack's retry, once", async () => {
    const { desk } = await stopped();
    await desk.stop();
    await expect.poll(() => desk.slack.socketMode.count).toBe(0);
    desk.slack.user("U1").writes(SUPPORT, "Anybody there?");
    await desk.slack.events.quiet();
    const fresh = await again(desk);
    await fresh.time.advance(MINUTE);
    await fresh.settle();
    expect(fresh.slack.deliveries.at(-1)).toMatchObject({ parcel: { retry: { num: 2 } }, receipt: { ok: true } });
    expect(await texts(fresh)).toEqual(["Anybody there?"]);
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("what Slack gave up on is read from history: messages, replies, edits, deletions and a resolving reaction", async () => {
    const { desk } = await stopped();
    const { slack } = desk;
    const old = slack.user("U1").writes(SUPPORT, "My bill is wrnog.");
    const gone = slack.user("U3").writes(SUPPORT, "Oops.");
    await desk.settle();
    slack.user("U2").writes(SUPPORT, "Sorry?", { thread: gone });
    await desk.settle();
    await gapOf(desk, () => {
      slack.user("U1").edits(old, "My bill is wrong.");
      slack.user("U2").writes(SUPPORT, "Corrected.", { thread: old });
      slack.user("U3").reacts(old, "white_check_mark");
      slack.user("U2").reacts(old, "white_check_mark");
      slack.user("U3").deletes(gone);
      const fresh = slack.user("U3").writes(SUPPORT, "A new matter.", { files: ["log.txt"] });
      slack.user("U2").writes(SUPPORT, "I look into it.", { thread: fresh });
    });
    expect(slack.events.lost.length).toBeGreaterThan(0);
    const fresh = await again(desk);
    await expect.poll(() => texts(fresh)).toContain("I look into it.");
    await expect.poll(() => fresh.store.list("resolution", {})).toMatchObject([{ by: "agent ash" }]);
    expect((await texts(fresh)).toSorted()).toEqual(
      ["My bill is wrong.", "Oops.", "Sorry?", "Corrected.", "A new matter.", "I look into it."].toSorted(),
    );
    const entries = await fresh.store.list("entry", {});
    expect(entries.find(({ text }) => text === "Oops.")?.deletedAt).not.toBeNull();
    expect(entries.find(({ text }) => text === "My bill is wrong.")?.history).toMatchObject([
      { text: "My bill is wrnog." },
    ]);
    expect(entries.find(({ text }) => text === "A new matter.")?.attachments).toMatchObject([{ name: "log.txt" }]);
    expect(await fresh.store.list("interaction", {})).toHaveLength(3);
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("the customer's own resolving reaction counts as it would have then, and a stranger's does not", async () => {
    const { desk } = await stopped();
    const { slack } = desk;
    const own = slack.user("U1").writes(SUPPORT, "It works again.");
    const others = slack.user("U3").writes(SUPPORT, "Mine does not.");
    await desk.settle();
    await gapOf(desk, () => {
      slack.user("U1").reacts(own, "white_check_mark");
      slack.user("U1").reacts(others, "white_check_mark");
      slack.user("U2").writes(SUPPORT, "Good to hear.", { thread: own });
    });
    const fresh = await again(desk);
    await expect.poll(() => fresh.store.list("resolution", {})).toMatchObject([{ by: "customer one" }]);
    expect(await fresh.store.list("interaction", { where: { state: "open" } })).toHaveLength(1);
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("a score typed meanwhile counts, and a word on the direct line is heard, the first one too", async () => {
    const { desk, first } = await askedOnSlack({ store: createMemoryStore() });
    const { slack } = desk;
    await gapOf(desk, () => {
      slack.user("U1").writes(SUPPORT, "9", { thread: first });
      slack.user("U3").writes(slack.user("U3").directChannel(), "Psst.");
    });
    const fresh = await again(desk);
    await expect.poll(() => fresh.store.list("response", {})).toMatchObject([{ score: 9 }]);
    const line = () => slack.user("U3").sees(slack.user("U3").directChannel());
    const answered = async () => {
      await fresh.settle();
      return line().length;
    };
    await expect.poll(answered).toBe(2);
    expect(line()[1]?.content.text).toContain("Our team answers in");
    await moment(fresh);
    expect(lastSeen(fresh, "U1", first).content.text).toContain("What did we do well?");
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("history is read page by page, as slowly as Slack wants, and again where it failed", async () => {
    const { desk } = await stopped({ local: { limits: { historyPage: 2 } } });
    const { slack } = desk;
    const words = Array.from({ length: 7 }, (_, index) => `message ${index}`);
    await gapOf(desk, () => {
      for (const text of words) slack.user("U1").writes(SUPPORT, text);
    });
    const before = slack.calls("conversations.history").length;
    slack.faults.add({ method: "conversations.history", when: "before", how: { retryAfter: 1 } });
    slack.faults.add({ method: "conversations.history", when: "before", how: { status: 502 } });
    const fresh = await again(desk);
    await expect.poll(() => texts(fresh), { timeout: 5_000 }).toEqual(words);
    expect(slack.calls("conversations.history").length - before).toBeGreaterThan(5);
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("nothing is read twice into the transcript, and nobody is asked twice", async () => {
    const { desk } = await stopped();
    const first = await resolved(desk);
    await untilAsked(desk);
    for (let round = 0; round < 2; round += 1) {
      desk.slack.socketMode.cut();
      await desk.time.advance(HOUR);
      await desk.connected();
      await moment(desk);
    }
    expect(await texts(desk)).toEqual(["My invoice is wrong.", "I have corrected it."]);
    expect(
      desk.slack
        .user("U1")
        .sees(SUPPORT, first)
        .filter(({ botId }) => botId),
    ).toHaveLength(1);
    expect(await desk.store.list("resolution", {})).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("a colleague's resolving reaction to a reply counts, in whatever skin, and a form's person is its customer", async () => {
    const { desk } = await stopped();
    const { slack } = desk;
    const old = slack.user("U1").writes(SUPPORT, "My bill is wrong.");
    await desk.settle();
    await gapOf(desk, () => {
      const reply = slack.user("U2").writes(SUPPORT, "Corrected.", { thread: old });
      slack.user("U1").reacts(reply, "white_check_mark");
      slack.user("U4").reacts(reply, "white_check_mark::skin-tone-3");
      const content = { text: "New request from <@U3>", attachments: [{ title: "My export is empty" }] };
      slack.happenings.posted({ channel: SUPPORT, team: "T1", user: "U8", botId: "B7FORM", content });
    });
    const fresh = await again(desk);
    await expect.poll(() => fresh.store.list("resolution", {})).toMatchObject([{ by: "agent birch" }]);
    await expect.poll(() => texts(fresh)).toContain("New request from @U3\nMy export is empty");
    expect(await fresh.store.get("identity", "slack:T1:U3")).not.toBeNull();
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("nobody is looked up twice, nobody for what is kept already, and everybody in time where Slack wants a wait", async () => {
    const { desk } = await stopped();
    const { slack } = desk;
    slack.user("U2").writes(SUPPORT, "Kept already.");
    await desk.settle();
    await gapOf(desk, () => {
      for (let count = 0; count < 8; count += 1) slack.user(count % 2 ? "U1" : "U3").writes(SUPPORT, `${count}`);
    });
    const before = slack.calls("users.info").length;
    slack.faults.add({ method: "users.info", when: "before", how: { retryAfter: 1 } });
    const fresh = await again(desk);
    await expect.poll(() => texts(fresh), { timeout: 5_000 }).toHaveLength(9);
    const asked = slack.calls("users.info").slice(before);
    expect(asked.map(({ args }) => args.user)).toEqual(["U3", "U3", "U1"]);
    const customers = await fresh.store.list("customer", {});
    expect(customers.map(({ name }) => name).toSorted()).toEqual(["agent ash", "customer one", "customer two"]);
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("what breaks off goes on where it was: threads that were read are not read again", async () => {
    const { desk } = await stopped();
    const { slack } = desk;
    const firsts = ["one", "two", "three"].map((text) => slack.user("U1").writes(SUPPORT, text));
    await desk.settle();
    await gapOf(desk, () => {
      for (const first of firsts)
        slack.user("U2").writes(SUPPORT, `Answer to ${first.content.text}`, { thread: first });
    });
    const before = slack.calls("conversations.replies").length;
    const only = ({ ts }: Readonly<Record<string, string>>) => ts === firsts[2]?.ts;
    slack.faults.add({ method: "conversations.replies", when: "before", how: { status: 502 }, only });
    const fresh = await again(desk);
    await expect.poll(() => texts(fresh), { timeout: 5_000 }).toContain("Answer to three");
    const read = slack
      .calls("conversations.replies")
      .slice(before)
      .map(({ args }) => args.ts);
    expect(read).toEqual([0, 1, 2, 2].map((index) => firsts[index]?.ts));
    expect(fresh.slack.complaints).toEqual([]);
  });

  it("a stop does not wait for a reading that Slack has put off", async () => {
    const { desk } = await stopped();
    desk.slack.faults.add({ method: "conversations.history", when: "before", how: { retryAfter: 60 }, times: 10 });
    const before = desk.slack.calls("conversations.history").length;
    desk.slack.socketMode.cut();
    await expect.poll(() => desk.slack.calls("conversations.history").length).toBeGreaterThan(before);
    const begun = performance.now();
    await desk.adapter.stop();
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("what is done in a conversation before the reading of its channel has come to it", () => {
  /** An agent answered while the program was away; it is back, and cannot read the channel as a whole. */
  async function back() {
    const { desk } = await stopped();
    const { slack } = desk;
    const question = slack.user("U1").writes(SUPPORT, "My bill is wrong.");
    await desk.settle();
    await gapOf(desk, () => slack.user("U2").writes(SUPPORT, "Corrected.", { thread: question }));
    slack.faults.add({ method: "conversations.history", when: "before", how: { status: 502 }, times: 1_000 });
    const fresh = await again(desk);
    await fresh.connected();
    return { fresh, slack, question };
  }

  const isAsked = async ({ fresh }: Awaited<ReturnType<typeof back>>) => {
    await expect.poll(() => fresh.store.list("resolution", {})).toMatchObject([{ fate: "waiting", fateReason: null }]);
    expect(await texts(fresh)).toEqual(["My bill is wrong.", "Corrected."]);
    expect(fresh.slack.complaints).toEqual([]);
  };

  it("a resolving reaction is decided with what was missed", async () => {
    const returned = await back();
    returned.slack.user("U2").reacts(returned.question, "white_check_mark");
    await isAsked(returned);
  });

  it("the form of the shortcut is decided with what was missed", async () => {
    const returned = await back();
    const agent = returned.slack.user("U2");
    await agent.usesShortcut("resolve_and_ask", returned.question);
    await modalOf(returned.fresh, "U2");
    expect(await agent.submits({})).toBe("ok");
    await isAsked(returned);
  });

  it("nothing is decided where that cannot be read, and Slack brings the reaction again", async () => {
    const returned = await back();
    const { slack, fresh } = returned;
    slack.faults.add({ method: "conversations.replies", when: "before", how: { status: 502 } });
    const before = slack.calls("conversations.replies").length;
    slack.user("U2").reacts(returned.question, "white_check_mark");
    await expect.poll(() => slack.calls("conversations.replies").length).toBeGreaterThan(before);
    expect(await fresh.store.list("resolution", {})).toEqual([]);
    await fresh.time.advance(2 * MINUTE);
    await isAsked(returned);
  });
});
