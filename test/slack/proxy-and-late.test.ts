import { expect, it } from "vitest";
import { threadAddress } from "../../adapters/slack/address.ts";
import { createSlackChat } from "../../adapters/slack/chat.ts";
import { createWorkspaces } from "../../adapters/slack/web-client.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { createDispatcher } from "../../src/outbox/dispatcher.ts";
import { pending, plant, words } from "../outbox/posts.ts";
import type { Failure } from "../servers/slack/faults.ts";
import { createHandTime } from "../servers/slack/time.ts";
import { createWorld, DAY, HOUR, MINUTE, MONDAY_TEN, SECOND } from "../world.ts";
import { localSlack, SUPPORT, TEAM_CHANNEL } from "./slack-desk.ts";

const TEAM_LANE = `slack:T1:${TEAM_CHANNEL}`;
const LANE = `slack:T1:${SUPPORT}`;
const PAGE = "<!doctype html><html><title>Gateway</title><p>Please sign in &amp; try again</p></html>";

/** A dispatcher on the local Slack, whose clock it shares; what waits is in memory. */
async function posting(timeoutMs = 5_000) {
  const time = createHandTime(MONDAY_TEN);
  const slack = await localSlack(time);
  const world = createWorld({ start: MONDAY_TEN, teamLanes: [TEAM_LANE] });
  const { allDesks: store, bot, log } = world;
  const clock = { now: () => time.now() };
  const api = createWorkspaces({ tokens: [slack.workspace().token], apiUrl: slack.apiUrl, log, timeoutMs });
  const drawPicture = async () => ({ name: "digest", png: new Uint8Array([1, 2, 3]) });
  const findLink = async () => null;
  const chat = createSlackChat({ api, clock, log, linkText: "Read", findLink, drawPicture, apiUrl: slack.apiUrl });
  const dispatcher = createDispatcher({ store, bot, chats: [chat], clock, log, owner: "A", random: () => 0.5 });
  const pass = async (ms: number, step = SECOND) => {
    for (let left = ms; left > 0; left -= step) {
      time.advance(step);
      world.sleep(step);
      await dispatcher.drain();
    }
  };
  const put = async (id: string, lane: string, message = words(id)) => {
    const at = time.now();
    await plant(store, [{ ...pending(id, lane, message), createdAt: at, dueAt: at }]);
    await dispatcher.drain();
  };
  const get = (id: string) => store.at(DEFAULT_DESK).get("post", id);
  const shown = (channel = SUPPORT) => slack.messages(channel).map(({ content }) => content.text);
  return { slack, time, log, put, pass, get, shown };
}

const PAGES: [string, Failure][] = [
  ["a page with status 200", { page: PAGE }],
  ["a page with status 403", { page: PAGE, as: 403 }],
  ["a page with status 502", { page: PAGE, as: 502 }],
  ["nothing at all", { page: "" }],
  ["JSON of somebody else", { page: '{"message":"upstream"}' }],
  ["a list", { page: "[]" }],
];

it.each(PAGES)("a post that meets %s of a proxy is posted once nevertheless", async (_, how) => {
  const { slack, put, pass, get, shown } = await posting();
  slack.faults.add({ method: "chat.postMessage", when: "before", how });
  await put("p1", LANE);
  await pass(70 * SECOND);
  expect(shown()).toEqual(["p1"]);
  expect(await get("p1")).toMatchObject({ state: "posted" });
});

it.each(PAGES)("one that was taken before %s came back is found, and is not sent again", async (_, how) => {
  const { slack, put, pass, get, shown } = await posting();
  slack.faults.add({ method: "chat.postMessage", when: "after-commit", how });
  slack.faults.add({ method: "conversations.history", when: "before", how, times: 3 });
  await put("p1", LANE);
  await pass(2 * MINUTE);
  expect(shown()).toEqual(["p1"]);
  expect(slack.calls("chat.postMessage")).toHaveLength(1);
  expect(await get("p1")).toMatchObject({ state: "posted" });
});

it("a look-up that is answered well but without messages says nothing about what stands there", async () => {
  const { slack, put, pass, shown } = await posting();
  slack.faults.add({ method: "chat.postMessage", when: "after-commit", how: { drop: "rst" } });
  slack.faults.add({ method: "conversations.history", when: "before", how: { page: '{"ok":true}' }, times: 40 });
  await put("p1", LANE);
  await pass(5 * MINUTE);
  expect(shown()).toEqual(["p1"]);
});

it("a look-up that is limited is made again until it tells", async () => {
  const { slack, put, pass, shown } = await posting();
  slack.faults.add({ method: "chat.postMessage", when: "after-commit", how: { status: 500 } });
  slack.faults.add({ method: "conversations.history", when: "before", how: { retryAfter: 10 }, times: 8 });
  await put("p1", LANE);
  await pass(15 * MINUTE, 5 * SECOND);
  expect(shown()).toEqual(["p1"]);
  expect(slack.calls("chat.postMessage")).toHaveLength(1);
});

it("a picture whose upload a proxy answers with a page is sent once more", async () => {
  const { slack, put, pass, shown, get } = await posting();
  slack.faults.add({ method: "upload", when: "before", how: { page: PAGE } });
  await put("p1", LANE);
  const [first] = slack.messages(SUPPORT);
  const picture = { kind: "digest", digestId: "d", alt: "A digest", after: 0, fingerprint: "f" } as const;
  await put("p2", threadAddress("T1", SUPPORT, first?.ts ?? ""), { ...words("A digest"), kind: "detail", picture });
  await pass(2 * MINUTE);
  expect(await get("p2")).toMatchObject({ state: "posted" });
  expect(shown()).toHaveLength(2);
});

it.each([12, 30, 50])(
  "a message that Slack takes %i s after we asked, long after our time-out, stands there once",
  async (late) => {
    const { slack, put, pass, get, shown } = await posting(150);
    slack.faults.add({ method: "chat.postMessage", when: "before", how: { slowMs: late * SECOND } });
    await put("p1", LANE);
    expect(await get("p1")).toMatchObject({ state: "sending", sentAt: MONDAY_TEN });
    expect(shown()).toEqual([]);
    await pass(5 * MINUTE);
    expect(shown()).toEqual(["p1"]);
    expect(await get("p1")).toMatchObject({ state: "posted" });
  },
);

it("a private word may come twice, for it cannot be looked for", async () => {
  const { slack, put, pass } = await posting();
  slack.faults.add({ method: "chat.postEphemeral", when: "after-commit", how: { drop: "rst" } });
  await put("p1", LANE, { ...words("p1"), privateTo: "slack:T1:U1" });
  await pass(2 * SECOND);
  expect(slack.user("U1").sees(SUPPORT)).toHaveLength(2);
});

it("a private word to somebody who has left the channel goes to their direct line, and nothing waits for it", async () => {
  const { slack, put, pass, get, shown } = await posting();
  slack.user("U1").leaves(SUPPORT);
  await put("p1", LANE, { ...words("p1"), privateTo: "slack:T1:U1" });
  expect(await get("p1")).toMatchObject({ state: "posted" });
  await put("p2", LANE);
  await pass(2 * SECOND);
  expect(shown().filter((text) => text === "p2")).toHaveLength(1);
});

it("nothing is looked for after an outage in which Slack could not be reached at all", async () => {
  const { slack, put, pass, shown } = await posting();
  await slack.stop();
  for (const id of ["p1", "p2"]) await put(id, `${LANE}`);
  await pass(HOUR, MINUTE);
  await slack.start();
  await pass(20 * SECOND);
  expect(shown()).toEqual(["p1", "p2"]);
  expect(slack.calls("conversations.history")).toEqual([]);
});

it.each([
  [
    "is archived",
    (archived: boolean, { slack }: Awaited<ReturnType<typeof posting>>) => {
      slack.world.ofChannel(TEAM_CHANNEL).channel.archived = archived;
    },
  ],
  [
    "has thrown the bot out",
    (isOut: boolean, { slack }: Awaited<ReturnType<typeof posting>>) => {
      const { members } = slack.world.ofChannel(TEAM_CHANNEL).channel;
      if (isOut) members.delete(slack.workspace().botUser);
      else members.add(slack.workspace().botUser);
    },
  ],
  [
    "lets only some people write",
    (isShut: boolean, { slack }: Awaited<ReturnType<typeof posting>>) => {
      slack.world.ofChannel(TEAM_CHANNEL).channel.restriction = isShut
        ? "restricted_action_read_only_channel"
        : undefined;
    },
  ],
] as const)(
  "what is for a team channel that %s is kept, and posted in order within an hour of its end",
  async (_, shut) => {
    const desk = await posting();
    const { put, pass, get, shown, log } = desk;
    shut(true, desk);
    await put("p1", TEAM_LANE, { ...words("p1"), kind: "alert" });
    await put("p2", TEAM_LANE, { ...words("p2"), kind: "alert" });
    await pass(DAY, 5 * MINUTE);
    expect(await get("p1")).toMatchObject({ state: "pending" });
    expect(log.faults).toHaveLength(1);
    expect(log.faults[0]).toContain(`Slack takes nothing in ${TEAM_CHANNEL}`);
    shut(false, desk);
    await pass(HOUR + MINUTE, 5 * SECOND);
    expect(shown(TEAM_CHANNEL)).toEqual(["p1", "p2"]);
    expect(log.faults).toHaveLength(1);
  },
);
