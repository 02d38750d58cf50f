import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { signature } from "../servers/slack/http-delivery.ts";
import { type SlackDesk, SUPPORT, slackDesk } from "./slack-desk.ts";

type Send = (body: string, more?: { type?: string; signed?: boolean; method?: string }) => Promise<number>;

/** The program behind `/slack/events`, and a way to send it whatever one likes. */
async function openEvents(): Promise<{ desk: SlackDesk; send: Send }> {
  const desk = await slackDesk({ mode: "http" });
  const server = createServer(desk.adapter.requestListener ?? undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const { signingSecret } = desk.slack.world.app;
  const send: Send = async (body, { type = "application/json", signed = true, method = "POST" } = {}) => {
    const seconds = Math.floor(Date.now() / 1000);
    const headers = {
      "content-type": type,
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": signed ? signature(signingSecret, seconds, body) : "v0=none",
    };
    const { status } = await fetch(url, { method, headers, ...(method === "POST" ? { body } : {}) });
    return status;
  };
  return { desk, send };
}

const DEEP = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
const NO_OBJECTS = ["", "null", "true", "0", "1e400", '"text"', "[]", "[null]", "{", "undefined", DEEP, "\0", "<xml/>"];
const STRANGE: readonly unknown[] = [
  {},
  { event: null },
  { event: [] },
  { event: 5 },
  { event: {} },
  { type: 5 },
  { type: "nothing-known" },
  { type: "block_actions" },
  { type: "block_actions", user: null, actions: null },
  { type: "block_actions", user: {}, actions: [null] },
  { type: "view_submission", user: {} },
  { command: null },
  { command: 5 },
];
const MESSAGE = { type: "message", channel: SUPPORT, user: "U1", ts: "1.2", text: "Hello" };
/** Slack's shape with something else in one place: taken, passed over or refused, but never a fault of ours. */
const HALF: readonly unknown[] = [
  { ...MESSAGE, type: "never-heard-of" },
  { ...MESSAGE, channel: null },
  { ...MESSAGE, channel: {} },
  { ...MESSAGE, channel: ["C1"] },
  { ...MESSAGE, user: 5 },
  { ...MESSAGE, ts: "yesterday" },
  { ...MESSAGE, ts: "1e400" },
  { ...MESSAGE, ts: "-1" },
  { ...MESSAGE, ts: {} },
  { ...MESSAGE, text: null },
  { ...MESSAGE, text: 5 },
  { ...MESSAGE, text: "a\0b \ud800" },
  { ...MESSAGE, ts: "3.4", files: [null, 5, {}] },
  { ...MESSAGE, ts: "5.6", blocks: "none", attachments: 5 },
  { ...MESSAGE, subtype: "message_changed", message: null },
  { ...MESSAGE, subtype: "message_changed", message: { ts: 5 } },
  { ...MESSAGE, subtype: "message_deleted", previous_message: [] },
  { type: "reaction_added", user: "U2", reaction: 5, item: null },
  { type: "reaction_added", user: "U2", reaction: "white_check_mark", item: "here" },
  { type: "reaction_added", user: "U2", reaction: "white_check_mark", item: { channel: SUPPORT, ts: null } },
  { type: "app_home_opened" },
  { type: "app_home_opened", user: 5 },
].map((event, index) => ({ type: "event_callback", team_id: "T1", event_id: `Ev${index}`, event_time: 1e300, event }));
const ACTS: readonly unknown[] = [
  { type: "block_actions", user: {}, actions: [] },
  { type: "block_actions", user: { id: "U1" }, actions: [{}] },
  { type: "block_actions", user: { id: "U1" }, team: { id: "T1" }, channel: null, actions: [{ action_id: 5 }] },
  { type: "block_actions", user: { id: 5 }, team: null, actions: [{ action_id: "score:nothing", value: {} }] },
  { type: "view_submission", user: { id: "U1" }, view: {} },
  { type: "view_submission", user: { id: "U1" }, view: { callback_id: "comment", state: { values: 5 } } },
  { type: "message_action", user: { id: "U1" } },
  { type: "message_action", user: { id: "U1" }, callback_id: "resolve_and_ask", message: null, channel: 5 },
];

describe("what nobody at Slack would send", () => {
  it("is the caller's fault, signed or not, and the program lives", async () => {
    const { desk, send } = await openEvents();
    for (const body of [...NO_OBJECTS, ...STRANGE.map((one) => JSON.stringify(one))]) {
      expect([body.slice(0, 40), await send(body)]).toEqual([body.slice(0, 40), 400]);
      expect([body.slice(0, 40), await send(body, { signed: false })]).toEqual([body.slice(0, 40), 401]);
    }
    for (const payload of ["", "null", "[]", "5", DEEP]) {
      const form = new URLSearchParams({ payload }).toString();
      expect(await send(form, { type: "application/x-www-form-urlencoded" })).toBe(400);
    }
    expect(await send("x".repeat(4 * 1024 * 1024 + 1))).toBe(413);
    expect(await send(JSON.stringify({ type: "url_verification", challenge: "c" }), { signed: false })).toBe(401);
    expect(desk.log.faults).toEqual([]);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("is not taken by %s", async (method) => {
    const { send } = await openEvents();
    expect(await send("", { method })).toBe(405);
  });

  it("is no fault of ours where it is Slack's shape with something else in one place", async () => {
    const { desk, send } = await openEvents();
    for (const body of HALF) {
      const status = await send(JSON.stringify(body));
      expect([JSON.stringify(body), status < 500]).toEqual([JSON.stringify(body), true]);
    }
    // Bolt waits 3 s for a listener before it gives up, so these come together.
    await Promise.all(
      ACTS.map(async (act) => {
        const form = new URLSearchParams({ payload: JSON.stringify(act) }).toString();
        const status = await send(form, { type: "application/x-www-form-urlencoded" });
        expect([JSON.stringify(act), status < 500]).toEqual([JSON.stringify(act), true]);
      }),
    );
    expect(desk.log.faults).toEqual([]);
    desk.slack.user("U1").writes(SUPPORT, "My invoice is wrong.");
    await desk.settle();
    await expect.poll(() => desk.store.list("entry", { where: { text: "My invoice is wrong." } })).toHaveLength(1);
  });
});
