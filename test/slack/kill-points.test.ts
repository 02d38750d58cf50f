import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/database/sqlite.ts";
import { createIds } from "../../adapters/ids.ts";
import type { Bot } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import type { Chat } from "../../src/ports.ts";
import type { Post } from "../../src/rows.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { MINUTE, MONDAY_TEN } from "../world.ts";
import { localSlack, type Mode, type SlackDesk, SUPPORT, slackDesk, TEAM_CHANNEL } from "./slack-desk.ts";
import { moment } from "./talk.ts";

const folder = mkdtempSync(join(tmpdir(), "kill-points-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the program is about to do or has just done when it is killed. */
interface Point {
  readonly when: "before" | "after";
  readonly what: string;
}

/** A program that dies at the point, once: from then on nothing of it comes back. */
function mortal(point: Point | null) {
  const waiting: ((error: Error) => void)[] = [];
  let tell = () => {};
  const killed = new Promise<"killed">((resolve) => {
    tell = () => resolve("killed");
  });
  let isDead = false;
  let isBuried = false;
  const die = () =>
    new Promise<never>((_, reject) => {
      if (isBuried) reject(new Error("killed"));
      else waiting.push(reject);
    });
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const isHere = point?.what === what && !isDead;
    if (isHere && point.when === "before") {
      isDead = true;
      tell();
    }
    if (isDead) return die();
    const result = await work();
    if (isHere && point.when === "after") {
      isDead = true;
      tell();
    }
    return isDead ? die() : result;
  };
  return {
    killed,
    step,
    /** Lets what the dead one was waiting for end, so that its connections can be closed. */
    bury: () => {
      isDead = true;
      isBuried = true;
      for (const reject of waiting.splice(0)) reject(new Error("killed"));
    },
  };
}

function nameOfPost({ message }: Post): string {
  if (message.replaces) return "edit";
  return message.privateTo ? "private word" : message.kind;
}

function nameOf(event: InboundEvent, post: Post | null): string {
  if (event.kind === "message") return `saving the message "${event.text}"`;
  if (event.kind !== "post-moved") return `saving ${event.kind}`;
  return `saving that the ${post ? nameOfPost(post) : "post"} is ${event.move.kind}`;
}

type Mortal = ReturnType<typeof mortal>;

async function program(mode: Mode, path: string, life: Mortal, before?: SlackDesk): Promise<SlackDesk> {
  const time = before?.time ?? createHandTime(MONDAY_TEN);
  const slack = before?.slack ?? (await localSlack(time));
  const store = await openSqliteStore({ path, migrations: "data/migrations", clock: time, durable: false });
  const between = (bot: Bot): Bot => ({
    ...bot,
    async handle(event) {
      const post = event.kind === "post-moved" ? await store.get("post", event.postId) : null;
      return life.step(nameOf(event, post), () => bot.handle(event));
    },
  });
  const around = (chat: Chat): Chat => ({
    ...chat,
    post: (outgoing) => life.step(`posting the ${nameOfPost(outgoing.post)}`, () => chat.post(outgoing)),
  });
  return slackDesk({ mode, time, slack, store, ids: createIds(), between, around });
}

/** The whole loop with people who try again when Slack shows them an error; killed at the point and started anew. */
async function lived(mode: Mode, point: Point): Promise<{ desk: SlackDesk; wasKilled: boolean }> {
  const path = join(folder, `${createIds().next()}.db`);
  let life = mortal(point);
  let wasKilled = false;
  let desk = await program(mode, path, life);
  const startAnew = async () => {
    wasKilled = true;
    life.bury();
    await desk.stop();
    await expect.poll(() => desk.slack.socketMode.count).toBe(0);
    await desk.store.close();
    life = mortal(null);
    desk = await program(mode, path, life, desk);
    await desk.pass(MINUTE + 5_000, 10_000);
  };
  const does = async (act: () => Promise<unknown>, isDone: () => Promise<boolean> = async () => true) => {
    const end = await Promise.race([act(), life.killed]);
    if (end === "killed") await startAnew();
    if (!(await isDone())) await act();
  };
  const writes = (user: string, text: string, thread?: { channel: string; ts: string }) => {
    const message = desk.slack.user(user).writes(SUPPORT, text, thread ? { thread } : {});
    return { message, heard: () => desk.settle() };
  };

  const first = writes("U1", "Hello?");
  await does(first.heard);
  await does(writes("U2", "Hello!", first.message).heard);
  desk.slack.user("U2").reacts(first.message, "white_check_mark");
  await does(() => desk.settle());
  await does(() => desk.pass(5 * MINUTE, 5 * MINUTE));
  await does(() => moment(desk));
  const [question] = desk.slack.messages(SUPPORT).filter(({ botId }) => botId);
  if (!question) throw new Error("Nobody was asked");
  const click = () => desk.slack.user("U1").clicks(question, "score:3", null, { stale: true });
  await does(click, async () => (await desk.store.list("response", {})).length > 0);
  await does(() => moment(desk));
  await does(writes("U1", "It took a week.", first.message).heard);
  await does(() => moment(desk));
  await does(() => desk.pass(10 * MINUTE, 5 * MINUTE));
  return { desk, wasKilled };
}

const BROUGHT = [
  'saving the message "Hello?"',
  "saving resolved",
  "saving score-given",
  'saving the message "It took a week."',
];
const OWN = [
  "saving survey-due",
  ...["question", "edit", "private word", "alert"].flatMap((post) => [
    `saving that the ${post} is sending`,
    `posting the ${post}`,
    `saving that the ${post} is posted`,
  ]),
];
const POINTS: [Mode, Point["when"], string][] = [
  ...(["socket", "http"] as const).flatMap((mode) => BROUGHT.map((what) => [mode, what] as const)),
  ...OWN.map((what, index) => [index % 2 === 0 ? "http" : "socket", what] as const),
].flatMap(([mode, what]) =>
  (["before", "after"] as const).map((when): [Mode, Point["when"], string] => [mode, when, what]),
);

describe("a program that is killed", () => {
  it.each(POINTS)("over %s %s %s loses no answer and asks no second time", async (mode, when, what) => {
    const { desk, wasKilled } = await lived(mode, { when, what });
    expect(wasKilled).toBe(true);
    const entries = (await desk.store.list("entry", {})).filter(({ author }) => author !== "bot");
    expect(entries.map(({ text }) => text)).toEqual(["Hello?", "Hello!", "It took a week."]);
    expect(await desk.store.list("response", {})).toMatchObject([{ score: 3, comment: "It took a week." }]);
    expect(await desk.store.list("resolution", {})).toMatchObject([{ fate: "answered" }]);
    expect((await desk.store.list("post", {})).map(({ state }) => state)).not.toContain("sending");
    const bots = desk.slack.messages(SUPPORT).filter(({ botId }) => botId);
    expect(bots.filter(({ onlyFor }) => !onlyFor).map(({ content }) => content.text)).toEqual([
      "Thank you, we have your answer.",
    ]);
    const privately = bots.filter(({ onlyFor }) => onlyFor).map(({ content }) => content.text);
    expect(new Set(privately).size).toBe(2);
    const isRepeatable = what === "posting the private word" || what === "saving that the private word is posted";
    expect(privately.length).toBeLessThanOrEqual(isRepeatable ? 3 : 2);
    expect(desk.slack.messages(TEAM_CHANNEL)).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});
