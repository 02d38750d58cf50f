import { describe, expect, it } from "vitest";
import { parseEvent } from "../../adapters/slack/parse.ts";
import type { ParseRules } from "../../adapters/slack/parse-rules.ts";
import type { NewMessage } from "../servers/slack/messages.ts";
import { readable } from "../servers/slack/readable.ts";
import { SUPPORT, slackDesk } from "./slack-desk.ts";
import { lastSeen, untilAsked } from "./talk.ts";

const ROLES = { U1: "customer", U3: "customer", U2: "agent", U8: "bot", USLACKBOT: "bot" } as const;
const RULES: ParseRules = {
  supportChannels: ["C0HELP"],
  resolveReaction: "white_check_mark",
  cordReaction: "rotating_light",
  unreadable: "[unread]",
  person: (team, user) => ({ address: `slack:${team}:${user}`, role: ROLES[user as keyof typeof ROLES] ?? "customer" }),
  isOwn: (id) => id === "U0BOT" || id === "B0BOT",
  ours: ([team = "T1"]) => team,
};

function heard(message: Record<string, unknown>) {
  const event = { type: "message", channel: "C0HELP", ts: "1795255200.000100", text: "", ...message };
  return parseEvent({ event_id: "Ev1", team_id: "T1", event_time: 1_795_255_200, event }, RULES);
}

const FORM = { subtype: "bot_message", bot_id: "B7FORM", app_id: "A7", username: "Support form" };
const user = (id: string) => ({ type: "user", user_id: id });
const rich = (...elements: unknown[]) => [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
const section = (text: string) => [{ type: "section", text: { type: "mrkdwn", text } }];

describe("an app's message that begins a conversation", () => {
  it.each<[string, Record<string, unknown>]>([
    ["text", { text: "*New request* from <@U1>: the printer burns" }],
    ["text with a label", { text: "Request of <@U1|casey>" }],
    ["a section", { blocks: section("From <@U1>: the printer burns") }],
    ["fields", { blocks: [{ type: "section", fields: [{ type: "mrkdwn", text: "<@U1>" }] }] }],
    ["rich text", { blocks: rich(user("U1"), { type: "text", text: " sent the form" }) }],
    ["an attachment", { attachments: [{ text: "Reported by <@U1>" }] }],
    [
      "text, beside an agent, an automaton and ourselves",
      { text: "<@U1> for <@U2>, by <@U8>, <@USLACKBOT>, <@U0BOT>" },
    ],
    ["text, twice", { text: "<@U1>", blocks: rich(user("U1")) }],
  ])("is the one person's whom it names in %s", (_, message) => {
    expect(heard({ ...FORM, ...message })).toMatchObject({
      kind: "message",
      author: { address: "slack:T1:U1" },
      customer: { role: "customer" },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ["nobody", { text: "Deployed." }],
    ["two people", { text: "<@U1> and <@U3>" }],
    ["an agent alone", { text: "Assigned to <@U2>" }],
    ["somebody in what it passes on", { attachments: [{ is_share: true, text: "<@U1>" }] }],
    ["a crowd", { text: Array.from({ length: 50 }, (_, index) => `<@U9${index}>`).join(" ") }],
    ["nobody, as it is our own", { bot_id: "B0BOT", text: "<@U1>" }],
  ])("is nobody's where it names %s", (_, message) => {
    expect(heard({ ...FORM, ...message })).toMatchObject({ kind: "unsupported" });
  });

  it("in a thread is only the app's", () => {
    const event = heard({ ...FORM, text: "<@U1> is waiting", thread_ts: "1795255100.000100" });
    expect(event).toMatchObject({ kind: "message", author: { role: "bot" } });
    expect(event).not.toHaveProperty("customer");
  });
});

describe("a colleague's message that begins a conversation", () => {
  it("is the one customer's whom it names where it calls us, and the colleague's own else", () => {
    const called = heard({ user: "U2", text: "<@U0BOT> this is for <@U1>" });
    expect(called).toMatchObject({ author: { role: "agent" }, customer: { address: "slack:T1:U1" } });
    expect(called).toMatchObject({ text: "this is for @U1" });
    for (const text of ["this is for <@U1>", "<@U0BOT> this is for <@U1> and <@U3>", "<@U0BOT> hello"])
      expect(heard({ user: "U2", text })).not.toHaveProperty("customer");
    expect(heard({ user: "U3", text: "<@U0BOT> ask <@U1>" })).not.toHaveProperty("customer");
  });
});

describe("a message without words that we can read", () => {
  it("says so, and is no answer", () => {
    const event = heard({ user: "U1", blocks: [{ type: "hologram" }] });
    expect(event).toMatchObject({ kind: "message", text: "[unread]", isUnreadable: true });
    expect(heard({ user: "U1", files: [{ name: "a.png" }], subtype: "file_share" })).toMatchObject({ text: "" });
    expect(heard({ user: "U1", subtype: "canvas_comment" })).toMatchObject({
      what: "a message of subtype canvas_comment",
    });
  });
});

describe("a form that somebody has sent", () => {
  it("opens their conversation, and they are asked; automatons among those named are looked up once", async () => {
    const more = [{ id: "U8", name: "printer", isBot: true }];
    const desk = await slackDesk({ more });
    const form: NewMessage = {
      ...{
        channel: SUPPORT,
        team: "T1",
        user: "U8",
        botId: "B7FORM",
        subtype: "bot_message",
        username: "Support form",
      },
      content: { text: "New request", blocks: section("*New request* from <@U1>, by <@U8>: my invoice is wrong.") },
    };
    const first = desk.slack.happenings.posted(form);
    await desk.settle();
    expect(await desk.store.list("entry", {})).toMatchObject([
      { author: "customer", name: "customer one", text: "*New request* from @U1, by @U8: my invoice is wrong." },
    ]);
    desk.slack.user("U2").writes(SUPPORT, "I have corrected it.", { thread: first });
    await desk.settle();
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await untilAsked(desk);
    expect(readable(lastSeen(desk, "U1", first))).toContain("how likely are you to recommend Acme");
    expect(await desk.store.get("identity", "slack:T1:U1")).not.toBeNull();
    const asked = desk.slack.calls("users.info").map(({ args }) => args.user);
    expect(asked.filter((one) => one === "U8")).toHaveLength(1);
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("what a colleague writes down for a customer", () => {
  it("is that customer's conversation, begun by them, and they are asked once they have spoken", async () => {
    const desk = await slackDesk();
    const first = desk.slack.user("U2").writes(SUPPORT, "<@U0BOT> this is for <@U1>: their invoice was wrong.");
    await desk.settle();
    desk.slack.user("U1").writes(SUPPORT, "Right again, thank you.", { thread: first });
    await desk.settle();
    desk.slack.user("U2").reacts(first, "white_check_mark");
    await untilAsked(desk);
    expect(await desk.store.list("interaction", {})).toMatchObject([{ openedBy: "customer", customerMessages: 1 }]);
    expect(readable(lastSeen(desk, "U1", first))).toContain("how likely are you to recommend Acme");
    expect(desk.slack.complaints).toEqual([]);
  });
});

describe("the direct line", () => {
  it("is heard as such, of the team too, with its edits", async () => {
    const direct = { channel: "D1", channel_type: "im", text: "my invoice is wrong" };
    expect(heard({ ...direct, user: "U1" })).toMatchObject({ conversation: "slack:T1:U1", isDirect: true });
    expect(heard({ ...direct, user: "U2", text: "status" })).toMatchObject({
      author: { role: "agent" },
      isDirect: true,
    });
    const inThread = heard({ ...direct, user: "U1", thread_ts: "1795255100.000100" });
    expect(inThread).toMatchObject({ conversation: "slack:T1:U1", isDirect: true });
    const changed = { user: "U1", ts: "1795255100.000100", text: "3" };
    expect(heard({ ...direct, subtype: "message_changed", message: changed })).toMatchObject({
      ...{ kind: "message-edited", conversation: "slack:T1:U1", messageId: "1795255100.000100", text: "3" },
    });
  });
});
