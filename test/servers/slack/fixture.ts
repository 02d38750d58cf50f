import type { App } from "@slack/bolt";
import { afterEach } from "vitest";
import { type BoltOptions, type Mode, startBolt } from "./bolt.ts";
import { createLocalSlack, type LocalSlack, type LocalSlackOptions } from "./slack.ts";
import { createHandTime, type HandTime } from "./time.ts";

/** Schemas kept beside the project; what is checked by them is checked only where they are. */
export const ORACLES = "../shared/oracles";

/** Two people, a support channel, one the bot is not in, and a private one. */
export const WORKSPACE = {
  people: [
    { id: "U1", name: "casey" },
    { id: "U2", name: "robin" },
  ],
  channels: [
    { id: "C1", name: "support", members: ["U1", "U2"] },
    { id: "C2", name: "elsewhere", members: ["U1"], bot: false },
    { id: "G1", name: "inner", kind: "private" as const, members: ["U2"] },
  ],
  userGroups: [{ id: "S1", handle: "support-team", members: ["U2"] }],
};

/** A score button. */
export const BUTTON = {
  type: "button",
  action_id: "score",
  value: "9",
  text: { type: "plain_text", text: "9" },
} as const;

/** A message's blocks with that button. */
export const QUESTION = [{ type: "actions", block_id: "scores", elements: [BUTTON] }] as const;

/** A modal with one text field. */
export const MODAL = {
  type: "modal",
  callback_id: "reason",
  title: { type: "plain_text", text: "Tell us why" },
  submit: { type: "plain_text", text: "Send" },
  blocks: [
    {
      type: "input",
      block_id: "why",
      label: { type: "plain_text", text: "Why?" },
      element: { type: "plain_text_input", action_id: "words" },
    },
  ],
} as const;

/** A local Slack with a Bolt app on it. */
export interface Running {
  readonly slack: LocalSlack;
  readonly app: App;
  readonly time: HandTime;
}

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A local Slack, stopped after the test. */
export async function started(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = createLocalSlack({ workspaces: [WORKSPACE], oracles: ORACLES, ...options });
  await slack.start();
  toStop.push(() => slack.stop());
  return slack;
}

/** A Bolt app on that Slack, stopped after the test. */
export async function connected(slack: LocalSlack, mode: Mode = "socket", options: BoltOptions = {}): Promise<App> {
  const bolt = await startBolt(slack, mode, options);
  toStop.push(() => bolt.stop().catch(() => {}));
  return bolt.app;
}

/** Both, with a clock moved by hand. */
export async function running(
  mode: Mode,
  listen: (app: App) => void = () => {},
  options: LocalSlackOptions = {},
): Promise<Running> {
  const time = createHandTime();
  const slack = await started({ time, ...options });
  return { slack, time, app: await connected(slack, mode, { listen }) };
}

/** Slack's error code of a refused call, or "ok". */
export function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: { data?: { error: string } }) => error.data?.error ?? String(error),
  );
}

/** What stands in a channel, as texts. */
export function texts(slack: LocalSlack, channel = "C1"): readonly string[] {
  return slack.messages(channel).map(({ content }) => content.text);
}
