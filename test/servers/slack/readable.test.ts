import { expect, it } from "vitest";
import { connected, QUESTION, started } from "./fixture.ts";
import { readable } from "./readable.ts";

it("writes a message down as a person sees it", async () => {
  const slack = await started();
  const app = await connected(slack);
  const section = { type: "section", text: { type: "mrkdwn", text: "How likely?" } } as const;
  const blocks = [section, ...QUESTION, { type: "divider" }] as const;
  const { ts = "" } = await app.client.chat.postMessage({ channel: "C1", text: "How likely?", blocks: [...blocks] });
  const message = slack.messages("C1")[0];
  slack.user("U1").reacts({ channel: "C1", ts }, "tada");
  if (!message) throw new Error("nothing was posted");
  expect(readable(message)).toBe(["U0BOT:", "  How likely?", "  [9]", "  ---", "  :tada: 1"].join("\n"));
});
