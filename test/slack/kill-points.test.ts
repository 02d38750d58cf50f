import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createIds } from "../../adapters/ids.ts";
import { times } from "../runs.ts";
import { readable } from "../servers/slack/readable.ts";
import { MINUTE } from "../world.ts";
import { mortal, mortalDesk, type Point, pointsOf } from "./mortal.ts";
import { MODES, type Mode, type SlackDesk, SUPPORT, TEAM_CHANNEL } from "./slack-desk.ts";
import { moment } from "./talk.ts";

const folder = mkdtempSync(join(tmpdir(), "kill-points-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Life {
  readonly desk: SlackDesk;
  readonly wasKilled: boolean;
  /** Private words that were on their way when it was killed: nobody can look whether they arrived. */
  readonly underWay: number;
}

/** The whole loop with people who try again when Slack shows them an error; killed at the point and started anew. */
async function lived(mode: Mode, point: Point): Promise<Life> {
  const ground = { mode, path: join(folder, `${createIds().next()}.db`) };
  let life = mortal(point);
  let wasKilled = false;
  let underWay = 0;
  let desk = await mortalDesk(ground, life);
  const startAnew = async () => {
    wasKilled = true;
    life.bury();
    await desk.stop();
    await expect.poll(() => desk.slack.socketMode.count).toBe(0);
    const sending = await desk.store.list("post", { where: { state: "sending" } });
    underWay = sending.filter(({ message }) => message.privateTo).length;
    await desk.allDesks.close();
    life = mortal(null);
    desk = await mortalDesk(ground, life, desk);
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
  const [question] = desk.slack.messages(SUPPORT).filter(({ botId, onlyFor }) => botId && !onlyFor);
  if (!question) throw new Error("Nobody was asked");
  const click = () => desk.slack.user("U1").clicks(question, "score:3", null, { stale: true });
  await does(click, async () => (await desk.store.list("response", {})).length > 0);
  await does(() => moment(desk));
  await does(writes("U1", "It took a week.", first.message).heard);
  await does(() => moment(desk));
  await does(() => desk.pass(10 * MINUTE, 5 * MINUTE));
  return { desk, wasKilled, underWay };
}

const BROUGHT = [
  'saving the message "Hello?"',
  "saving resolved",
  "saving score-given",
  'saving the message "It took a week."',
];
const TIMES = ["before", "after"] as const;
/** Both ways of Slack, the one whose turn it is first; that one alone in the short form. */
function inTurn(turn: number): readonly Mode[] {
  return (turn % 2 === 0 ? MODES : MODES.toReversed()).slice(0, times(1, 2));
}
const OWN: Point[] = [
  ...TIMES.map((when) => ({ when, what: "saving survey-due" })),
  ...["question", "edit", "private word", "alert", "card's edit", "step"].flatMap(pointsOf),
];
/** In the long form what Slack brings is lost over both; else each over one, so that before and after come up over both. */
const POINTS: [Mode, Point["when"], string][] = [
  ...BROUGHT.flatMap((what, index) =>
    TIMES.flatMap((when, side) => inTurn(index + side).map((mode) => ({ mode, when, what }))),
  ),
  ...OWN.map((point, index) => ({ mode: MODES[Math.floor(index / 2) % 2] ?? "socket", ...point })),
].map(({ mode, when, what }) => [mode, when, what]);

describe("a program that is killed", () => {
  it.each(POINTS)("over %s %s %s loses no answer and asks no second time", async (mode, when, what) => {
    const { desk, wasKilled, underWay } = await lived(mode, { when, what });
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
    expect(new Set(privately).size).toBe(3);
    expect(privately.length).toBeLessThanOrEqual(3 + underWay);
    const [card, ...others] = desk.slack.messages(TEAM_CHANNEL);
    expect(card && readable(card)).toMatch(/customer one gave 3 out of 10.*It took a week\./s);
    expect(others).toMatchObject([{ threadTs: card?.ts }]);
    expect(others.map(readable)).toEqual([expect.stringContaining("It took a week.")]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
