import { join } from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { keptBeside, marksIn, rowsWith } from "../privacy/bytes.ts";
import type { Message } from "../servers/slack/messages.ts";
import { readable } from "../servers/slack/readable.ts";
import { DAY, MINUTE, SECOND, settingsOf } from "../world.ts";
import { SLACK_SETTINGS, type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { lastSeen, modalOf, untilAsked } from "./talk.ts";

const PERSON = "U0QUIRIN";
const LEADER = "U6";
const MARKS = [PERSON, "quirin", "zebedaeus", "kumquat", "marzipan", "persimmon", "tangerine", "loganberry"];

async function openedDesk() {
  const path = join(temporaryFolder(), "desk.db");
  const store = await openStore(path);
  const settings = settingsOf({
    ...SLACK_SETTINGS,
    roles: { agents: ["slack:T1:S1"], executives: [`slack:T1:${LEADER}`] },
    ask: { cooldownAnswered: "0s", cooldownUnanswered: "0s" },
    digest: { minAnswers: 1 },
    webhooks: [{ id: "crm", url: "https://crm.example/hook" }],
  });
  const desk = await slackDesk({
    ...{ store, settings },
    more: [
      { id: PERSON, name: "Quirin Zebedaeus" },
      { id: LEADER, name: "executive elm" },
    ],
  });
  await keptBeside(path, store, desk.bot, desk.time.now, desk.log);
  return { path, store, desk };
}

const line = (desk: SlackDesk, user: string): readonly Message[] =>
  desk.slack.user(user).sees(desk.slack.user(user).directChannel());
const posted = (desk: SlackDesk, count: number) => desk.pass(count * SECOND, SECOND);
const last = (desk: SlackDesk, words: string, user = LEADER): Message => {
  const found = line(desk, user).findLast((one) => readable(one).includes(words));
  if (!found) throw new Error(`Nothing says “${words}”:\n${line(desk, user).map(readable).join("\n")}`);
  return found;
};

/** An unhappy conversation of the person, read and listened to by a leader, and said in the team's channel. */
async function wellKnown(desk: SlackDesk): Promise<void> {
  const [person, agent, leader] = [desk.slack.user(PERSON), desk.slack.user("U2"), desk.slack.user(LEADER)];
  leader.joins(TEAM_CHANNEL);
  const first = person.writes(SUPPORT, "The kumquat on our page does not load for anybody.");
  await desk.settle();
  await leader.runs("/shadow live");
  await posted(desk, 2);
  await leader.clicks(last(desk, "One conversation is going on"), "live-follow:0");
  await posted(desk, 3);
  const more = person.writes(SUPPORT, "loganberry", { thread: first });
  await desk.settle();
  person.edits(more, "It was a loganberry, of all things.");
  agent.writes(SUPPORT, "Hello Quirin, I see your kumquat.", { thread: first });
  await posted(desk, 3);
  await leader.clicks(last(desk, "You are listening now"), "live-note");
  await modalOf(desk, LEADER);
  await leader.submits({ note: "Ask Quirin about it." });
  await posted(desk, 2);
  agent.reacts(first, "white_check_mark");
  await desk.settle();
  await untilAsked(desk);
  await person.clicks(lastSeen(desk, PERSON, first), "score:2");
  await posted(desk, 2);
  person.writes(SUPPORT, "Because the marzipan was missing again.", { thread: first });
  await posted(desk, 3);
  const other = desk.slack.user("U1").writes(SUPPORT, "Something else is wrong here.");
  person.writes(SUPPORT, "I have that persimmon as well.", { thread: other });
  agent.writes(SUPPORT, "Thank you both, Quirin.", { thread: other });
  await posted(desk, 3);
}

async function sat(desk: SlackDesk): Promise<void> {
  const leader = desk.slack.user(LEADER);
  await leader.runs("/shadow");
  await posted(desk, 2);
  await leader.clicks(last(desk, "ready"), "sit-next");
  await posted(desk, 4);
  await leader.clicks(last(desk, "Guess before you see it"), "guess:4");
  await posted(desk, 3);
  await leader.clicks(last(desk, "You guessed 4"), "lesson");
  await modalOf(desk, LEADER);
  const lesson = { note: "Quirin Zebedaeus is so patient.", toFix: "Tell Quirin sooner.", person: "U2" };
  expect(await leader.submits({ ...lesson, dueOn: "2026-12-01" })).toBe("ok");
  await posted(desk, 3);
  await leader.runs("/chair", TEAM_CHANNEL);
  await posted(desk, 2);
  await leader.runs("/emptychair chair page");
  await posted(desk, 2);
}

it("leaves nothing of a person in the rows, in any byte, or in what it posted to leaders and the team", async () => {
  const { path, store, desk } = await openedDesk();
  await wellKnown(desk);
  await sat(desk);
  await desk.pass(7 * DAY, DAY);
  await posted(desk, 4);
  const before = line(desk, LEADER).map(readable).join("\n");
  for (const words of ["kumquat", "loganberry", "marzipan"]) expect(before).toContain(words);
  const person = desk.slack.user(PERSON);
  person.writes(person.directChannel(), "forget me");
  await posted(desk, 2);
  const sure = line(desk, PERSON).at(-1);
  if (sure) await person.clicks(sure, "forget-sure");
  await desk.pass(10 * MINUTE);
  expect(await desk.store.list("tombstone", {})).toMatchObject([{ stage: "done" }]);
  expect(await rowsWith(store, DEFAULT_DESK, MARKS)).toEqual([]);
  expect(await marksIn(path, store, MARKS)).toEqual([]);
  const shown = [...line(desk, LEADER), ...line(desk, "U2"), ...desk.slack.messages(TEAM_CHANNEL)].filter(
    ({ onlyFor }) => !onlyFor,
  );
  expect(
    shown.map(readable).filter((text) => MARKS.some((mark) => text.toLowerCase().includes(mark.toLowerCase()))),
  ).toEqual([]);
  expect(desk.slack.complaints).toEqual([]);
  expect(desk.log.faults).toEqual([]);
});
