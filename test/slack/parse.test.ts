import { describe, expect, it } from "vitest";
import { parseEvent } from "../../adapters/slack/parse.ts";
import { parseClick } from "../../adapters/slack/parse-interaction.ts";
import type { ParseRules } from "../../adapters/slack/parse-rules.ts";

const RULES: ParseRules = {
  supportChannels: ["C0HELP"],
  resolveReaction: "white_check_mark",
  cordReaction: "rotating_light",
  unreadable: "[unread]",
  person: (team, user) => ({ address: `slack:${team}:${user}`, role: "customer", name: null }),
  isOwn: () => false,
  ours: ([team = "T1"]) => team,
};
const MESSAGE = { type: "message", channel: "C0HELP", user: "U1", ts: "1795255200.000100", text: "Hello" };

function envelope(event: unknown, more: Record<string, unknown> = { event_id: "Ev1" }) {
  return { team_id: "T1", event_time: 1_795_255_200, event, ...more };
}

describe("An event of Slack", () => {
  it("is known by its envelope's id, and one without is not taken for every other without", () => {
    expect(parseEvent(envelope(MESSAGE), RULES)).toMatchObject({ kind: "message", id: "slack:event:Ev1" });
    const [one, other] = ["1795255200.000100", "1795255201.000100"].map((ts) =>
      parseEvent(envelope({ ...MESSAGE, ts }, {}), RULES),
    );
    expect(one).toMatchObject({ kind: "message", text: "Hello" });
    expect(one?.id).not.toBe(other?.id);
    expect(parseEvent(envelope({ type: "unknown" }, {}), RULES)).toMatchObject({ kind: "unsupported", id: null });
  });

  it("says of what is done to a message when that was written, as it may come before it", () => {
    const writtenAt = 1_795_255_200_000;
    const edit = { ...MESSAGE, subtype: "message_changed", ts: "1795255260.000200", message: MESSAGE };
    const deletion = { ...MESSAGE, subtype: "message_deleted", ts: "1795255260.000200", previous_message: MESSAGE };
    expect(parseEvent(envelope(edit), RULES)).toMatchObject({ kind: "message-edited", writtenAt });
    expect(parseEvent(envelope(deletion), RULES)).toMatchObject({ kind: "message-deleted", writtenAt });
  });

  it.each([
    ["no channel", { ...MESSAGE, channel: undefined }],
    ["no timestamp", { ...MESSAGE, ts: undefined }],
    ["nobody on a direct line", { ...MESSAGE, channel_type: "im", user: undefined }],
    ["an edit of nothing", { ...MESSAGE, subtype: "message_changed", message: {} }],
    ["a deletion of nothing", { ...MESSAGE, subtype: "message_deleted", previous_message: {} }],
    ["no event", undefined],
  ])("that names %s is a value and no happening", (_, event) => {
    expect(parseEvent(envelope(event), RULES)).toMatchObject({ kind: "unsupported", id: "slack:event:Ev1" });
  });

  it("without a button behind the click says so", () => {
    const doing = { team: "T1", by: RULES.person("T1", "U1"), at: 1 };
    for (const actions of [[], [{}], [{ action_id: "score:1", value: "x" }]])
      expect(parseClick({ actions }, doing)).toMatchObject({ kind: "event", event: { kind: "unsupported" } });
  });
});
