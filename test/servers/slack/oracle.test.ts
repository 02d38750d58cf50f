import { describe, expect, it } from "vitest";
import { connected, MODAL, ORACLES, QUESTION, refusal, started } from "./fixture.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { fileMethods } from "./methods/files.ts";
import { historyMethods } from "./methods/history.ts";
import { peopleMethods } from "./methods/people.ts";
import { reactionMethods } from "./methods/reactions.ts";
import { viewMethods } from "./methods/views.ts";
import { openOracle } from "./oracle.ts";

const oracle = openOracle(ORACLES);
const ABSENT = `the schemas are not at ${ORACLES}`;

describe("the schemas from elsewhere", () => {
  it("know every argument the local Slack knows", ({ skip }) => {
    if (!oracle) return skip(ABSENT);
    const all = { ...chatMethods, ...conversationMethods, ...fileMethods, ...historyMethods };
    const methods = Object.entries({ ...all, ...peopleMethods, ...reactionMethods, ...viewMethods });
    const unknown = methods.flatMap(([name, { args }]) => {
      const names = args.split(" ").filter((argument) => argument !== "");
      const faults = oracle.argumentFaults(name, Object.fromEntries(names.map((it) => [it.replace("!", ""), "1"])));
      return faults.filter((fault) => fault.startsWith("unexpected")).map((fault) => `${name}: ${fault}`);
    });
    expect(unknown).toEqual([]);
  });

  it("accept a good message and a good modal, and name the place of a fault", ({ skip }) => {
    if (!oracle) return skip(ABSENT);
    expect(oracle.blockFaults("blocks", QUESTION)).toEqual([]);
    expect(oracle.blockFaults("modal_view", MODAL)).toEqual([]);
    const section = (text: string) => [{ type: "section", text: { type: "mrkdwn", text } }];
    expect(oracle.blockFaults("blocks", section("x".repeat(3000)))).toEqual([]);
    expect(oracle.blockFaults("blocks", section("x".repeat(3001)))).toHaveLength(1);
    const { submit: _, ...withoutSubmit } = MODAL;
    expect(oracle.blockFaults("modal_view", withoutSubmit)[0]).toContain("submit");
  });

  it("make the local Slack refuse what they refuse, and know a method's error codes", async ({ skip }) => {
    if (!oracle) return skip(ABSENT);
    const slack = await started();
    const app = await connected(slack);
    const button = { type: "button", action_id: "a", text: { type: "plain_text", text: "x".repeat(76) } };
    const blocks = [{ type: "actions", elements: [button] }];
    expect(await refusal(app.client.apiCall("chat.postMessage", { channel: "C1", text: "hi", blocks }))).toBe(
      "invalid_blocks",
    );
    expect(slack.complaints).toHaveLength(1);
    expect(oracle.documents("chat.postMessage", "is_archived")).toBe(true);
    expect(oracle.documents("chat.postMessage", "hash_conflict")).toBe(false);
  });
});
