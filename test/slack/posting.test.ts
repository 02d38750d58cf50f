import { describe, expect, it } from "vitest";
import type { Failure } from "../servers/slack/faults.ts";
import { readable } from "../servers/slack/readable.ts";
import { HOUR, MINUTE, SECOND } from "../world.ts";
import { SHARED, type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";
import { askedOnSlack, moment, resolved, untilAsked } from "./talk.ts";

const QUESTION = /how likely are you to recommend/g;

function questions(desk: SlackDesk, channel = SUPPORT): number {
  const posted = desk.slack.messages(channel).filter(({ botId }) => botId !== undefined);
  return posted.filter((message) => readable(message).match(QUESTION)).length;
}

async function fates(desk: SlackDesk) {
  return (await desk.store.list("resolution", {})).map(({ fate, fateReason }) => fateReason ?? fate);
}

/** A resolved conversation whose question meets the failure. */
async function askedThrough(when: "before" | "after-commit", how: Failure, times = 1) {
  const desk = await slackDesk();
  await resolved(desk);
  desk.slack.faults.add({ method: "chat.postMessage", when, how, times });
  await untilAsked(desk);
  return desk;
}

describe("a post on Slack", () => {
  it.each<[string, "before" | "after-commit", Failure]>([
    ["an error status before it was done", "before", { status: 500 }],
    ["an error status after it was done", "after-commit", { status: 500 }],
    ["a closed connection before", "before", { drop: "fin" }],
    ["a closed connection after", "after-commit", { drop: "fin" }],
    ["a reset before", "before", { drop: "rst" }],
    ["a reset after", "after-commit", { drop: "rst" }],
    ["a fatal_error before", "before", { error: "fatal_error" }],
    ["a fatal_error after", "after-commit", { error: "fatal_error" }],
    ["an internal_error after", "after-commit", { error: "internal_error" }],
    ["service_unavailable after", "after-commit", { error: "service_unavailable" }],
    ["ratelimited before", "before", { retryAfter: 1 }],
    ["a passing refusal before", "before", { error: "team_added_to_org" }],
  ])("stands in the thread once after %s", async (_, when, how) => {
    const desk = await askedThrough(when, how);
    // What nobody knows is sent again no sooner than a minute after it was sent.
    await desk.pass(when === "after-commit" || "retryAfter" in how ? 10 * SECOND : 62 * SECOND, SECOND);
    expect(questions(desk)).toBe(1);
    const toAll = (await desk.store.list("post", {})).filter(({ message }) => message.privateTo === undefined);
    expect(toAll.map(({ state }) => state)).toEqual(["posted"]);
    await desk.pass(2 * MINUTE);
    expect(questions(desk)).toBe(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("stands there once even where Slack fails after every attempt and reading back fails for a while", async () => {
    const desk = await slackDesk();
    await resolved(desk);
    desk.slack.faults.add({ method: "chat.postMessage", when: "after-commit", how: { drop: "rst" }, times: 3 });
    desk.slack.faults.add({ method: "conversations.replies", when: "before", how: { status: 503 }, times: 4 });
    await untilAsked(desk);
    await desk.pass(5 * MINUTE, 10 * SECOND);
    expect(questions(desk)).toBe(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each([
    ["channel_not_found", "dm-closed"],
    ["is_archived", "is-archived"],
    ["not_in_channel", "not-in-channel"],
    ["restricted_action_read_only_channel", "restricted-action-read-only-channel"],
    ["cannot_reply_to_message", "cannot-reply-to-message"],
    ["msg_blocks_too_long", "msg-blocks-too-long"],
    ["invalid_blocks", "invalid-blocks"],
  ])(
    "that is refused with %s, in the conversation and directly, is given up with that fate, told to the team",
    async (error, fate) => {
      const desk = await askedThrough("before", { error }, 2);
      await moment(desk);
      await moment(desk);
      expect(await fates(desk)).toEqual([fate]);
      expect(desk.slack.messages("C9").map(readable).join()).toContain(`customer one could not be asked: ${fate}.`);
      expect(questions(desk)).toBe(0);
      expect(desk.slack.complaints).toEqual([]);
    },
  );

  it("that is refused in the conversation is put directly, with a sentence why", async () => {
    const desk = await askedThrough("before", { error: "not_in_channel" });
    await moment(desk);
    expect(await fates(desk)).toEqual(["waiting"]);
    const [survey] = await desk.store.list("survey", {});
    const [post] = await desk.store.list("post", { where: { lane: survey?.askIn ?? "", state: "posted" } });
    expect(post?.message.text).toMatch(/^We can no longer reach you in your conversation/);
    expect(questions(desk)).toBe(0);
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each(["invalid_auth", "token_revoked", "account_inactive", "org_login_required"])(
    "that meets %s waits, and shouts what to do",
    async (error) => {
      const desk = await askedThrough("before", { error });
      expect(desk.log.faults.join()).toContain(`Slack refuses the token (${error}): check SLACK_BOT_TOKEN`);
      await desk.pass(6 * MINUTE);
      expect(questions(desk)).toBe(1);
      expect(desk.slack.complaints).toEqual([]);
    },
  );

  it("that wants a scope names it and is posted once the scope is there", async () => {
    const desk = await slackDesk();
    await resolved(desk);
    const workspace = desk.slack.workspace();
    const scopes = workspace.scopes;
    workspace.scopes = new Set([...scopes].filter((scope) => scope !== "chat:write"));
    await untilAsked(desk);
    expect(desk.log.faults.join()).toContain("Slack refuses for want of the scope chat:write");
    expect(await fates(desk)).toEqual(["waiting"]);
    workspace.scopes = scopes;
    await desk.pass(6 * MINUTE);
    expect(questions(desk)).toBe(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("waits as long as Slack wants in its channel, while other channels go on", async () => {
    const desk = await slackDesk();
    await resolved(desk);
    await resolved(desk, { customer: "U7", channel: SHARED });
    const only = (args: Readonly<Record<string, string>>) => args.channel === SUPPORT;
    desk.slack.faults.add({ method: "chat.postMessage", when: "before", how: { retryAfter: 30 }, only });
    await untilAsked(desk);
    expect([questions(desk), questions(desk, SHARED)]).toEqual([0, 1]);
    await desk.pass(20 * SECOND, SECOND);
    const calls = () => desk.slack.calls("chat.postMessage").filter(({ args }) => args.channel === SUPPORT);
    expect(calls()).toHaveLength(1);
    await desk.pass(15 * SECOND, SECOND);
    expect(questions(desk)).toBe(1);
    expect(calls()).toHaveLength(2);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("keeps a second's distance from the last one in its channel", async () => {
    const people = Array.from({ length: 12 }, (_, index) => ({ id: `U5${index}0`, name: `person ${index}` }));
    const desk = await slackDesk({ more: people });
    for (const { id } of people) await resolved(desk, { customer: id });
    await desk.pass(5 * MINUTE, 5 * MINUTE);
    await desk.pass(14 * SECOND, SECOND);
    const moments = desk.slack.calls("chat.postMessage").map(({ at }) => at);
    expect(moments).toHaveLength(12);
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SECOND);
    expect(questions(desk)).toBe(12);
    expect(desk.slack.complaints).toEqual([]);
  });

  it("is made good after an outage of an hour", async () => {
    const desk = await slackDesk({ mode: "http" });
    await resolved(desk);
    await desk.slack.stop();
    await desk.pass(HOUR, 5 * MINUTE);
    await desk.slack.start();
    await desk.pass(10 * MINUTE, MINUTE);
    expect(questions(desk)).toBe(1);
    expect(desk.slack.complaints).toEqual([]);
  });

  it.each<[string, (desk: SlackDesk) => void]>([
    ["they have left the channel", (desk) => desk.slack.user("U1").leaves(SUPPORT)],
    [
      "the channel was archived",
      ({ slack }) => slack.happenings.archived(slack.world.ofChannel(SUPPORT).channel, "U2"),
    ],
    ["the bot was taken out of it", (desk) => desk.slack.user("U2").removesBot(SUPPORT)],
  ])("for one person's eyes goes to their direct line where %s", async (_, shut) => {
    const { desk, question } = await askedOnSlack();
    const customer = desk.slack.user("U1");
    expect(await customer.clicks(question, "score:9")).toBe("ok");
    shut(desk);
    await moment(desk);
    const line = customer.sees(customer.directChannel()).map(readable).join("\n");
    expect(line).toContain("What did we do well?");
    expect(line.match(QUESTION)).toBeNull();
    const thanks = (await desk.store.list("post", {})).filter(({ message }) => message.privateTo === "slack:T1:U1");
    expect(thanks).toMatchObject([{ state: "posted" }]);
    expect(desk.slack.complaints).toEqual([]);
  });
});
