import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebClient } from "@slack/web-api";
import { describe, expect, it, vi } from "vitest";
import { connected, refusal, running, started, WORKSPACE } from "./fixture.ts";
import { signature } from "./http-delivery.ts";
import { createHandTime } from "./time.ts";

/** A bare app over HTTP which answers every event with this status and these headers. */
async function bareApp(status: number, headers: Record<string, string> = {}) {
  const requests: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { type, challenge } = JSON.parse(body) as { type: string; challenge?: string };
    if (type === "url_verification") return response.end(challenge);
    requests.push({ headers: request.headers, body });
    return response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { requests, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

describe("delivery over HTTP", () => {
  it("is signed over the raw body and repeated with number and reason after an error status", async () => {
    const time = createHandTime();
    const slack = await started({ time });
    const app = await bareApp(500);
    await slack.deliversTo(app.url);
    slack.user("U1").writes("C1", "héllo");
    await slack.events.quiet();
    await time.advance(60_000);
    await slack.events.quiet();
    expect(app.requests.map(({ headers }) => [headers["x-slack-retry-num"], headers["x-slack-retry-reason"]])).toEqual([
      [undefined, undefined],
      ["1", "http_error"],
      ["2", "http_error"],
    ]);
    const [{ headers, body }] = app.requests as [{ headers: NodeJS.Dict<string | string[]>; body: string }];
    const seconds = Number(headers["x-slack-request-timestamp"]);
    expect(headers["x-slack-signature"]).toBe(signature("local-signing-secret", seconds, body));
    app.close();
  });

  it("stops when the app asks for no more tries", async () => {
    const slack = await started({ time: createHandTime() });
    const app = await bareApp(500, { "x-slack-no-retry": "1" });
    await slack.deliversTo(app.url);
    slack.user("U1").writes("C1", "hello");
    await slack.events.quiet();
    expect(app.requests).toHaveLength(1);
    expect(slack.events.lost).toHaveLength(1);
    app.close();
  });

  it("tells of too many events once, and turns the subscription off when almost nothing is acknowledged", async () => {
    const limits = { eventsPerHour: 2, deliveriesBeforeDisabling: 3, retryDelaysMs: [] };
    const slack = await started({ time: createHandTime(), limits });
    const app = await bareApp(503);
    await slack.deliversTo(app.url);
    for (const text of ["1", "2", "3", "4"]) slack.user("U1").writes("C1", text);
    await slack.events.quiet();
    const types = app.requests.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort();
    expect(types).toEqual(["app_rate_limited", "event_callback", "event_callback"]);
    expect(slack.events.subscriptionDisabled).toBe(true);
    app.close();
  });

  it("refuses a request URL that does not echo the challenge", async () => {
    const slack = await started();
    await expect(slack.deliversTo(slack.apiUrl)).rejects.toThrow("did not echo the challenge");
  });
});

describe("events", () => {
  it("come only from channels the bot is in, and only with the scope and the subscription", async () => {
    const heard: string[] = [];
    const { slack } = await running("socket", (app) =>
      app.message(async ({ message }) => void heard.push(message.channel)),
    );
    const customer = slack.user("U1");
    customer.writes("C2", "the bot is not here");
    customer.writes("C1", "the bot is here");
    customer.writes(customer.directChannel(), "and here");
    slack.workspace().scopes = new Set(["channels:history"]);
    customer.writes(customer.directChannel(), "not any more");
    await slack.events.quiet();
    await vi.waitFor(() => expect(heard.sort()).toEqual(["C1", customer.directChannel()].sort()));
    expect(slack.deliveries).toHaveLength(2);
  });

  it("of a guest from another organisation name that organisation, and ours as context", async () => {
    const workspaces = [
      {
        people: [{ id: "U7", name: "guest", teamId: "T9" }],
        channels: [{ id: "C7", members: ["U7"], shared: true }],
      },
    ];
    const { slack, app } = await running("socket", () => {}, { workspaces });
    slack.user("U7").writes("C7", "hello from outside");
    await slack.events.quiet();
    expect(slack.deliveries[0]?.parcel.payload).toMatchObject({
      team_id: "T9",
      context_team_id: "T0LOCAL",
      is_ext_shared_channel: true,
      event: { user_team: "T9" },
    });
    const { user } = await app.client.users.info({ user: "U7", include_locale: true });
    expect(user).toMatchObject({ is_stranger: true, team_id: "T9", locale: "en-US" });
  });

  it("of two workspaces come to one app, and each token opens its own workspace only", async () => {
    const second = {
      id: "T2",
      token: "xoxb-second",
      botUser: "U0BOT2",
      botId: "B0BOT2",
      people: [{ id: "U5" }],
      channels: [{ id: "C5", members: ["U5"] }],
    };
    const { slack, app } = await running("socket", () => {}, { workspaces: [WORKSPACE, second] });
    slack.user("U1").writes("C1", "one");
    slack.user("U5").writes("C5", "two");
    await slack.events.quiet();
    expect(slack.deliveries.map(({ parcel }) => parcel.payload.team_id)).toEqual(["T0LOCAL", "T2"]);
    const post = (token: string) => refusal(app.client.chat.postMessage({ token, channel: "C5", text: "hello" }));
    expect([await post("xoxb-local"), await post("xoxb-second"), await post("xoxb-nobody")]).toEqual([
      "channel_not_found",
      "ok",
      "invalid_auth",
    ]);
  });

  it("held back can arrive in reverse", async () => {
    const heard: string[] = [];
    const { slack } = await running("socket", (app) => app.message(async ({ message }) => void heard.push(message.ts)));
    const release = slack.events.hold();
    const written = ["1", "2", "3"].map((text) => slack.user("U1").writes("C1", text).ts);
    release("reversed");
    await vi.waitFor(() => expect(heard).toEqual(written.reverse()));
  });

  it("carry files, broadcasts, joins and previews under Slack's subtypes", async () => {
    const { slack } = await running("socket");
    const customer = slack.user("U1");
    const first = customer.writes("C1", "see this", { files: ["screen.png"] });
    customer.writes("C1", "also here", { thread: first, broadcast: true });
    customer.unfurls(first);
    slack.user("U2").leaves("C1");
    slack.user("U2").joins("C1");
    await slack.events.quiet();
    const seen = slack.deliveries.map(({ parcel }) => {
      const { type, subtype } = parcel.payload.event as { type: string; subtype?: string };
      return subtype ?? type;
    });
    expect(seen.sort()).toEqual(
      ["file_share", "thread_broadcast", "message_changed", "member_left_channel", "channel_leave"]
        .concat(["member_joined_channel", "channel_join"])
        .sort(),
    );
  });
});

describe("faults", () => {
  it("strike as often as they are set, before or after the deed, and are noticed", async () => {
    const slack = await started();
    const app = await connected(slack);
    const struck = vi.fn();
    const post = () => app.client.chat.postMessage({ channel: "C1", text: "hello" });
    slack.faults.add({
      method: "chat.postMessage",
      when: "before",
      how: { error: "fatal_error" },
      times: 2,
      onStrike: struck,
    });
    expect([await refusal(post()), await refusal(post()), await refusal(post())]).toEqual([
      "fatal_error",
      "fatal_error",
      "ok",
    ]);
    expect(struck).toHaveBeenCalledTimes(2);
    slack.faults.add({ method: "*", when: "after-commit", how: { error: "internal_error" } });
    expect(await refusal(post())).toBe("internal_error");
    expect(slack.messages("C1")).toHaveLength(2);
    slack.faults.add({ method: "chat.postMessage", when: "before", how: { status: 503 }, times: Infinity });
    slack.faults.clear();
    expect(await refusal(post())).toBe("ok");
  });

  it("can make an answer late, so that the client gives up on what was done", async () => {
    const slack = await started();
    const options = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 2_000 };
    const client = new WebClient(slack.workspace().token, options);
    slack.faults.add({ method: "chat.postMessage", when: "after-commit", how: { slowMs: Infinity } });
    await expect(client.chat.postMessage({ channel: "C1", text: "hello" })).rejects.toThrow();
    expect(slack.messages("C1")).toHaveLength(1);
  });

  it("include a whole outage, after which everything is as it was", async () => {
    const slack = await started();
    const app = await connected(slack, "http");
    slack.user("U1").writes("C1", "before");
    await slack.stop();
    expect(await refusal(app.client.chat.postMessage({ channel: "C1", text: "during" }))).not.toBe("ok");
    await slack.start();
    await app.client.chat.postMessage({ channel: "C1", text: "after" });
    expect(slack.messages("C1").map(({ content }) => content.text)).toEqual(["before", "after"]);
  });
});
