import { afterEach, expect, test, vi } from "vitest";
import { readable } from "../servers/slack/readable.ts";
import { createSettingsPost, openSlack, SUPPORT, startOnSlack } from "../slack-program.ts";

const PATIENCE = { timeout: 60_000, interval: 50 };
const toEnd: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end();
});

test("a channel and a reaction that are named on the page are heeded at once", async () => {
  const complaint = vi.spyOn(console, "error");
  toEnd.push(async () => complaint.mockRestore());
  const slack = await openSlack();
  toEnd.push(() => slack.stop());
  const program = await startOnSlack(
    slack,
    "http",
    'ask: { delay: 1s, quietHours: "" }\nroles: { agents: ["slack:T1:S1"] }\n',
  );
  toEnd.push(() => program.end());
  const change = createSettingsPost(program);
  expect(await change("slack.supportChannels", SUPPORT)).toBe(303);
  expect(await change("slack.resolveReaction", "tada")).toBe(303);
  const [customer, agent] = [slack.user("U1"), slack.user("U2")];
  const first = customer.writes(SUPPORT, "My invoice is wrong.");
  agent.writes(SUPPORT, "I have corrected it.", { thread: first });
  await slack.events.quiet();
  agent.reacts(first, "tada");
  const question = () => customer.sees(SUPPORT, first).some((message) => readable(message).includes("recommend"));
  await expect.poll(question, PATIENCE).toBe(true);
  expect(program.log.faults).toEqual([]);
  expect(complaint).not.toHaveBeenCalled();
});
