import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Message } from "../servers/slack/messages.ts";
import { readable, readableView } from "../servers/slack/readable.ts";
import { conversations, ENDLESS, HOSTILE, PRODUCTS } from "../shadowing/long-talk.ts";
import { HOUR, SECOND, settingsOf } from "../world.ts";
import { mortal, mortalDesk } from "./mortal.ts";
import { MODES, type Mode, SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { homeOf, modalOf } from "./talk.ts";

const LEADER = "U6";
const MORE = [{ id: LEADER, name: "executive elm" }];

async function leadersDesk(mode: Mode = "socket", count = 7): Promise<SlackDesk> {
  const roles = { agents: ["slack:T1:S1"], executives: [`slack:T1:${LEADER}`] };
  const desk = await slackDesk({
    mode,
    more: MORE,
    settings: settingsOf({ ...SLACK_SETTINGS, roles, products: PRODUCTS }),
  });
  await conversations({ allDesks: desk.allDesks, now: () => desk.time.now() }, count);
  desk.slack.user(LEADER).joins(TEAM_CHANNEL);
  return desk;
}

const line = (desk: SlackDesk, user = LEADER): readonly Message[] =>
  desk.slack.user(user).sees(desk.slack.user(user).directChannel());
const shown = (desk: SlackDesk, user = LEADER): string[] => line(desk, user).map(readable);
const last = (desk: SlackDesk, words: string): Message => {
  const found = line(desk).findLast((one) => readable(one).includes(words));
  if (!found) throw new Error(`Nothing says “${words}”:\n${shown(desk).join("\n")}`);
  return found;
};

/** The seconds that the posts take on one direct line. */
const posted = (desk: SlackDesk, count: number) => desk.pass(count * SECOND, SECOND);

describe("A sitting on Slack", () => {
  it.each(MODES)("goes all the way in private messages over %s, and a second press changes nothing", async (mode) => {
    const desk = await leadersDesk(mode);
    const leader = desk.slack.user(LEADER);
    await leader.runs("/shadow", TEAM_CHANNEL);
    await posted(desk, 2);
    const aside = leader.sees(TEAM_CHANNEL).map(readable).join("\n");
    expect(aside).toContain("It comes to you in a direct message.");
    const offer = last(desk, "3 conversations with customers are ready");
    await Promise.all([leader.clicks(offer, "sit-next"), leader.clicks(offer, "sit-next")]);
    await posted(desk, 6);
    const question = last(desk, "Guess before you see it");
    expect(shown(desk).filter((text) => text.includes("Conversation 1 of 3"))).toHaveLength(1);
    expect(shown(desk).join("\n")).toMatch(/Customer: My invoice is wrong\.\n.*4 min later\n.*Agent: Hello \[name\]/);
    expect(shown(desk).join("\n")).toContain("First answer of a person after 4 min.");
    expect(shown(desk).join("\n")).not.toMatch(/I give you|Nadja|Such a slow/);
    const audits = () => desk.store.list("audit", { orderBy: "number" });
    expect(await audits()).toMatchObject([{ act: "read", byAddress: `slack:T1:${LEADER}` }, { act: "read" }]);

    await leader.clicks(question, "open-page");
    await posted(desk, 1);
    expect(shown(desk).at(-1)).toMatch(/only U6 sees this[\s\S]*http/);
    await leader.clicks(question, "guess:4");
    await leader.clicks(question, "guess:9", null, { stale: true });
    await posted(desk, 3);
    expect(await desk.store.list("sitting", { where: { state: "guessed" } })).toMatchObject([{ guess: 4 }]);
    const revealed = last(desk, "You guessed 4");
    expect([revealed.ts, readable(revealed)]).toEqual([question.ts, expect.stringContaining("edited")]);

    await leader.clicks(revealed, "lesson");
    expect(readableView(await modalOf(desk, LEADER))).toContain("What surprised you?");
    expect(await leader.submits({ note: "So patient.", toFix: "", person: "U2", dueOn: "2026-12-01" })).toBe("errors");
    expect(
      await leader.submits({ note: "So patient.", toFix: "Answer sooner.", person: "U2", dueOn: "2026-12-01" }),
    ).toBe("ok");
    await posted(desk, 3);
    expect(await desk.store.list("lesson", {})).toMatchObject([
      { surprised: "So patient.", toFix: "Answer sooner.", ownerAddress: "slack:T1:U2", dueOn: "2026-12-01" },
    ]);
    await leader.clicks(last(desk, "that is noted"), "sit-next");
    await posted(desk, 5);
    last(desk, "Conversation 2 of 3");

    const owner = desk.slack.user("U2");
    await owner.runs("/shadow lessons");
    await expect.poll(() => shown(desk, "U2").join("\n")).toContain("1. Answer sooner. (agent ash, by Dec 1, 2026)");
    const listed = line(desk, "U2").findLast((one) => readable(one).includes("1 is done")) as Message;
    await owner.clicks(listed, "lesson-done:0");
    await posted(desk, 2);
    expect(await desk.store.list("lesson", {})).toMatchObject([{ state: "done", doneBy: "agent ash" }]);
    expect(desk.slack.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });

  it("gives sixty entries whole and in order, hostile and endless ones as they were written", async () => {
    const desk = await leadersDesk();
    const leader = desk.slack.user(LEADER);
    await leader.runs("/emptychair shadow product long talks 1");
    await posted(desk, 2);
    await leader.clicks(last(desk, "This is not a mixed draw"), "sit-next");
    await posted(desk, 14);
    const all = shown(desk).join("\n");
    const at = (words: string) => all.indexOf(words);
    const lines = Array.from({ length: 57 }, (_, index) => index).filter((index) => index !== 10 && index !== 20);
    const places = lines.map((index) => at(`This is line ${index} of it.`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(all.replace(/\s+/g, " ")).toContain(HOSTILE);
    const numbers = [...all.matchAll(/\bz[bcdfghjklmnpqrstvwxz]{3}\b/g)].map(([number]) => number).join(" ");
    expect(numbers).toContain(ENDLESS);
    for (const { content } of line(desk)) expect(content.blocks?.length ?? 0).toBeLessThanOrEqual(50);
    const held = await desk.store.list("post", { where: { lane: `slack:T1:${LEADER}` } });
    const [sitting] = await desk.store.list("sitting", {});
    expect(held.filter(({ message }) => message.wordsOf === sitting?.interactionId).length).toBeGreaterThan(6);
    expect(desk.slack.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });

  it("is not for agents and customers, who are told kindly, and the role is looked at with each press", async () => {
    const desk = await leadersDesk();
    const leader = desk.slack.user(LEADER);
    for (const user of ["U1", "U2"]) {
      await desk.slack.user(user).runs("/shadow");
      await desk.slack.user(user).runs("/chair", SUPPORT);
      await posted(desk, 1);
      expect(shown(desk, user).join("\n")).toContain("Reading whole conversations is for leads");
      expect(desk.slack.user(user).sees(SUPPORT).map(readable).join("\n")).toContain(
        "Reading whole conversations is for",
      );
    }
    await leader.runs("/shadow");
    await posted(desk, 2);
    expect(await desk.store.list("sitting", {})).toHaveLength(3);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("can be asked for in words, comes at its time, and is offered once more", async () => {
    const desk = await leadersDesk();
    const leader = desk.slack.user(LEADER);
    const line = leader.directChannel();
    leader.writes(line, "sit");
    await posted(desk, 2);
    last(desk, "3 conversations with customers are ready");
    leader.writes(line, "Shadow every tue 09:00 2");
    await posted(desk, 2);
    last(desk, "every week on Tuesday");
    await desk.pass(23 * HOUR, HOUR);
    await posted(desk, 2);
    last(desk, "2 conversations with customers are ready");
    await leader.opensHome();
    expect(readableView(await homeOf(desk, LEADER, "Listen to your customers"))).toContain("Next appointment: Tuesday");
    await leader.runs("/shadow stop");
    await posted(desk, 2);
    last(desk, "Your standing appointment has ended");
    await leader.runs("/shadow every now and then");
    await leader.runs("/shadow nonsense");
    expect(shown(desk).join("\n")).toContain("Please write a day and a time");
    expect(shown(desk).join("\n")).toContain("/shadow lessons");
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is there after the program was killed between keeping it and saying it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sittings-"));
    const roles = { agents: ["slack:T1:S1"], executives: ["slack:T1:U3"] };
    const settings = settingsOf({ ...SLACK_SETTINGS, roles, products: PRODUCTS });
    const ground = { mode: "socket", path: join(folder, "sittings.db"), settings } as const;
    const life = mortal({ when: "after", what: "saving sitting-next" });
    const dead = await mortalDesk(ground, life);
    await conversations({ allDesks: dead.allDesks, now: () => dead.time.now() });
    await dead.slack.user("U3").runs("/shadow");
    await posted(dead, 2);
    const said = (desk: SlackDesk) => shown(desk, "U3").join("\n");
    const offer = line(dead, "U3").findLast((one) => readable(one).includes("are ready")) as Message;
    expect(await Promise.race([dead.slack.user("U3").clicks(offer, "sit-next"), life.killed])).toBe("killed");
    life.bury();
    await dead.stop();
    await expect.poll(() => dead.slack.socketMode.count).toBe(0);
    await dead.allDesks.close();
    expect(said(dead)).not.toContain("Conversation 1 of 3");
    const desk = await mortalDesk(ground, mortal(null), dead);
    await posted(desk, 8);
    expect(said(desk).match(/Conversation 1 of 3/g)).toHaveLength(1);
    expect(said(desk).match(/Guess before you see it/g)).toHaveLength(1);
    expect(await desk.store.list("audit", {})).toHaveLength(1);
    await desk.stop();
    await desk.allDesks.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lets a customer speak first where people meet", async () => {
    const desk = await leadersDesk();
    await desk.slack.user(LEADER).runs("/chair", TEAM_CHANNEL);
    await posted(desk, 2);
    const said = desk.slack
      .messages(TEAM_CHANNEL)
      .filter(({ onlyFor }) => !onlyFor)
      .map(readable)
      .join("\n");
    expect(said).toMatch(/The empty chair speaks first\. A customer wrote:\n +> \S/);
    await desk.slack.user(LEADER).runs("/emptychair chair", SUPPORT);
    await posted(desk, 2);
    expect(desk.slack.messages(SUPPORT).filter(({ onlyFor, botId }) => botId && !onlyFor)).toEqual([]);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("follows a conversation as it goes on, tells its agent, and takes a note", async () => {
    const desk = await leadersDesk("socket", 1);
    const leader = desk.slack.user(LEADER);
    const first = desk.slack.user("U1").writes(SUPPORT, "I am Nadja Weber, mail me at nadja@example.com");
    await desk.settle();
    desk.slack.user("U2").writes(SUPPORT, "Just a second.", { thread: first });
    await desk.settle();
    await leader.runs("/shadow live");
    await posted(desk, 2);
    await leader.clicks(last(desk, "One conversation is going on"), "live-follow:0");
    await posted(desk, 4);
    const following = last(desk, "You are listening now");
    expect(shown(desk).join("\n")).toContain("Agent: Just a second.");
    expect(shown(desk).join("\n")).not.toContain("nadja@example.com");
    await expect.poll(() => shown(desk, "U2").join("\n")).toContain("executive elm is listening to your conversation");
    const more = desk.slack.user("U1").writes(SUPPORT, "It is a *very* long wait.", { thread: first });
    await desk.settle();
    await desk.pass(SECOND, SECOND);
    last(desk, "It is a *very* long wait.");
    desk.slack.user("U1").edits(more, "It is far too long.");
    await posted(desk, 2);
    expect(readable(last(desk, "It is far too long."))).toContain("Customer, edited:");
    await leader.clicks(following, "live-note");
    await modalOf(desk, LEADER);
    await leader.submits({ note: "Ask about the queue." });
    await posted(desk, 2);
    await leader.clicks(following, "live-leave");
    await posted(desk, 2);
    expect(readable(last(desk, "You have stopped listening"))).toContain("Ask about the queue.");
    desk.slack.user("U1").writes(SUPPORT, "Anybody there?", { thread: first });
    await posted(desk, 2);
    expect(shown(desk).join("\n")).not.toContain("Anybody there?");
    expect(desk.slack.complaints).toEqual([]);
    expect(desk.log.faults).toEqual([]);
  });
});
