import { WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { BUTTON, connected, MODAL, refusal, running, started, texts, WORKSPACE } from "./fixture.ts";
import { createHandTime } from "./time.ts";

describe("the Web API", () => {
  it("keeps a trigger for three seconds and one view", async () => {
    const errors: string[] = [];
    const triggers: string[] = [];
    const { slack, app, time } = await running("socket", (app) => {
      app.command("/emptychair", async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    await slack.user("U1").runs("/emptychair one");
    await slack.user("U1").runs("/emptychair two");
    const open = (trigger = "") =>
      app.client.views
        .open({ trigger_id: trigger, view: structuredClone(MODAL) as never })
        .catch((error: { data: { error: string } }) => errors.push(error.data.error));
    await open(triggers[0]);
    await open(triggers[0]);
    await time.advance(3001);
    await open(triggers[1]);
    await open("1.unheard.of");
    expect(errors).toEqual(["exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id"]);
  });

  it("lets a default client write a message twice when the answer is lost after it was written", async () => {
    for (const how of [{ status: 500 }, { drop: "rst" }, { drop: "fin" }] as const) {
      const slack = await started();
      const retryConfig = { retries: 3, minTimeout: 1, maxTimeout: 5 };
      const app = await connected(slack, "socket", {
        clientOptions: { slackApiUrl: slack.apiUrl, retryConfig },
      });
      slack.faults.add({ method: "chat.postMessage", when: "after-commit", how });
      await app.client.chat.postMessage({ channel: "C1", text: "once?" });
      expect(texts(slack)).toEqual(["once?", "once?"]);
      slack.faults.add({ method: "chat.postMessage", when: "before", how });
      await app.client.chat.postMessage({ channel: "C1", text: "once!" });
      expect(texts(slack).slice(2)).toEqual(["once!"]);
    }
  });

  it("answers too many posts to one channel with 429 and the seconds to wait, and other channels not at all", async () => {
    const time = createHandTime();
    const workspaces = [{ ...WORKSPACE, channels: [...WORKSPACE.channels, { id: "C3" }] }];
    const slack = await started({ time, workspaces });
    const app = await connected(slack, "socket", {
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    });
    const post = (channel: string) => app.client.chat.postMessage({ channel, text: "hello" });
    for (let n = 0; n < 5; n += 1) await post("C1");
    await expect(post("C1")).rejects.toMatchObject({ retryAfter: 1 });
    await post("C3");
    await time.advance(1000);
    await post("C1");
    await expect(post("C1")).rejects.toMatchObject({ retryAfter: 1 });
    expect(slack.messages("C1")).toHaveLength(6);
  });

  it("shows nothing to one person where they, or the bot, are not, or nobody may write", async () => {
    const slack = await started();
    const { client } = await connected(slack);
    const show = (user: string) => refusal(client.chat.postEphemeral({ channel: "C1", user, text: "Psst" }));
    expect(await show("U1")).toBe("ok");
    slack.user("U1").leaves("C1");
    expect(await show("U1")).toBe("user_not_in_channel");
    const { channel } = slack.world.ofChannel("C1");
    channel.restriction = "restricted_action";
    expect(await show("U2")).toBe("restricted_action");
    channel.restriction = undefined;
    slack.user("U2").removesBot("C1");
    expect(await show("U2")).toBe("not_in_channel");
    expect(await refusal(client.conversations.history({ channel: "C1" }))).toBe("not_in_channel");
    channel.archived = true;
    expect(await show("U2")).toBe("is_archived");
    expect(slack.complaints).toEqual([]);
  });

  it("answers too many look-ups with 429, each kind by itself, and lets them be again when the time is over", async () => {
    const methods = { "users.info": { perMinute: 60, burst: 2 } };
    const { slack, app, time } = await running("socket", () => {}, { limits: { methods } });
    const quick = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
    const client = new WebClient(slack.workspace().token, { slackApiUrl: slack.apiUrl, ...quick });
    const ask = () =>
      client.users.info({ user: "U1" }).then(
        () => "ok",
        (error) => error.retryAfter,
      );
    expect([await ask(), await ask(), await ask()]).toEqual(["ok", "ok", 1]);
    expect(
      (await app.client.conversations.replies({ channel: "C1", ts: slack.user("U1").writes("C1", "Hi").ts })).ok,
    ).toBe(true);
    await time.advance(1_000);
    expect(await ask()).toBe("ok");
    expect(slack.complaints).toEqual([]);
  });

  it("refuses and records an unknown method, an unknown argument and a bad block", async () => {
    const slack = await started();
    const app = await connected(slack);
    expect(await refusal(app.client.apiCall("chat.shout", { channel: "C1" }))).toBe("unknown_method");
    const text = "hello";
    expect(await refusal(app.client.apiCall("chat.postMessage", { channel: "C1", text, loud: true }))).toBe(
      "invalid_arguments",
    );
    expect(await refusal(app.client.apiCall("chat.postMessage", { text }))).toBe("invalid_arguments");
    const blocks = [{ type: "actions", elements: [BUTTON, BUTTON] }];
    expect(await refusal(app.client.apiCall("chat.postMessage", { channel: "C1", text, blocks }))).toBe(
      "invalid_blocks",
    );
    expect(slack.complaints).toHaveLength(4);
    expect((await fetch(slack.apiUrl.replace("/api/", "/nowhere"))).status).toBe(404);
    expect(slack.complaints).toHaveLength(5);
  });

  it("refuses with Slack's own codes", async () => {
    const slack = await started();
    const app = await connected(slack);
    const { client } = app;
    const post = (channel: string, text = "hello") => refusal(client.chat.postMessage({ channel, text }));
    slack.world.ofChannel("C2").channel.archived = true;
    expect(await post("C0NONE")).toBe("channel_not_found");
    expect(await post("C2")).toBe("is_archived");
    slack.world.ofChannel("C2").channel.archived = false;
    expect(await post("C2")).toBe("not_in_channel");
    expect(await post("U0BOT")).toBe("cannot_dm_bot");
    expect(await post("C1", "")).toBe("no_text");
    expect(await refusal(client.conversations.open({ users: "U9" }))).toBe("user_not_found");
    expect(await refusal(client.conversations.open({ users: "" }))).toBe("users_list_not_supplied");
    slack.world.ofPerson("U1").person.refusesDirectMessages = "user_not_visible";
    expect(await refusal(client.conversations.open({ users: "U1" }))).toBe("user_not_visible");
    const theirs = slack.user("U1").writes("C1", "mine");
    expect(await refusal(client.chat.update({ channel: "C1", ts: theirs.ts, text: "yours" }))).toBe(
      "cant_update_message",
    );
    expect(await refusal(client.usergroups.users.list({ usergroup: "S9" }))).toBe("no_such_subteam");
    slack.workspace().scopes = new Set(["chat:write"]);
    await expect(client.users.info({ user: "U1" })).rejects.toMatchObject({
      data: { error: "missing_scope", needed: "users:read", provided: "chat:write" },
    });
    slack.workspace().tokenError = "token_revoked";
    expect(await post("C1")).toBe("token_revoked");
    expect(slack.complaints).toEqual([]);
  });

  it("gives history in pages, newest first, and metadata only when asked for all of it", async () => {
    const slack = await started({ limits: { historyPage: 2 } });
    const app = await connected(slack);
    const { client } = app;
    const metadata = { event_type: "post", event_payload: { id: "p1" } };
    const { ts = "" } = await client.chat.postMessage({ channel: "C1", text: "one", metadata });
    slack.user("U1").writes("C1", "reply", { thread: { channel: "C1", ts } });
    for (const text of ["two", "three"]) slack.user("U1").writes("C1", text);
    const first = await client.conversations.history({ channel: "C1", limit: 200, include_all_metadata: true });
    expect(first.messages?.map(({ text }) => text)).toEqual(["three", "two"]);
    const cursor = first.response_metadata?.next_cursor ?? "";
    const second = await client.conversations.history({ channel: "C1", cursor, include_all_metadata: true });
    expect(second.messages).toMatchObject([{ text: "one", metadata, reply_count: 1, thread_ts: ts }]);
    const replies = await client.conversations.replies({ channel: "C1", ts });
    expect(replies.messages?.map(({ text }) => text)).toEqual(["one", "reply"]);
    expect(replies.messages?.[0]).not.toHaveProperty("metadata");
    expect(slack.complaints).toEqual([]);
  });

  it("takes a file in two steps and shows it in the thread a moment later", async () => {
    const time = createHandTime();
    const slack = await started({ time });
    const app = await connected(slack);
    const parent = slack.user("U1").writes("C1", "chart, please");
    await app.client.files.uploadV2({
      channel_id: "C1",
      thread_ts: parent.ts,
      file: Buffer.from("chart"),
      filename: "c.png",
    });
    expect(slack.user("U1").sees("C1", parent)).toHaveLength(1);
    await time.advance(1000);
    expect(
      slack
        .user("U1")
        .sees("C1", parent)[1]
        ?.files?.map(({ name }) => name),
    ).toEqual(["c.png"]);
    expect(slack.complaints).toEqual([]);
  });
});
