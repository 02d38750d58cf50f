import { createHmac } from "node:crypto";

const CONVERSATIONS = 640;
const PEOPLE = 20;

/** Whom the storm speaks of. */
export interface StormPlace {
  readonly team: string;
  readonly channel: string;
  readonly people: readonly string[];
  readonly signingSecret: string;
  readonly app: string;
}

function bodyOf({ team, channel, people, app }: StormPlace, number: number, begunS: number): string {
  const [conversation, round] = [number % CONVERSATIONS, Math.floor(number / CONVERSATIONS)];
  const generation = Math.floor(round / MESSAGES);
  const thread = `${begunS}.${String(generation * CONVERSATIONS + conversation).padStart(6, "0")}`;
  const ts =
    round % MESSAGES === 0 ? thread : `${begunS + (round % MESSAGES)}.${String(number % 1_000_000).padStart(6, "0")}`;
  const user = people[conversation % people.length];
  const text = `Message ${number}: the invoice for November shows another amount than the order did`;
  const rich = { type: "rich_text_section", elements: [{ type: "text", text }] };
  const event = {
    ...{
      user,
      type: "message",
      ts,
      client_msg_id: `7b4a3c3e-0000-4000-8000-${String(number).padStart(12, "0")}`,
      text,
      team,
    },
    ...(ts === thread ? {} : { thread_ts: thread, parent_user_id: user }),
    blocks: [{ type: "rich_text", block_id: "b1", elements: [rich] }],
    ...{ channel, event_ts: ts, channel_type: "channel" },
  };
  const authorizations = [
    { enterprise_id: null, team_id: team, user_id: "UBOT", is_bot: true, is_enterprise_install: false },
  ];
  return JSON.stringify({
    ...{ token: "local", team_id: team, context_team_id: team, context_enterprise_id: null, api_app_id: app, event },
    ...{ type: "event_callback", event_id: `Ev${begunS}N${number}`, event_time: begunS, authorizations },
    ...{ is_ext_shared_channel: false, event_context: "4-eyJldCI6Im1lc3NhZ2UifQ" },
  });
}

/** Of so many messages of a conversation the first begins it. */
const MESSAGES = 8;

/** Signed requests of customers who write in many threads by turns: one message in eight begins a conversation. */
export function createStorm(place: StormPlace): () => string {
  const begunS = Math.floor(Date.now() / 1000) - 60;
  let number = -1;
  return () => {
    number += 1;
    const body = bodyOf(place, number, begunS);
    const time = Math.floor(Date.now() / 1000);
    const signature = `v0=${createHmac("sha256", place.signingSecret).update(`v0:${time}:${body}`).digest("hex")}`;
    const head = [
      ...["POST /slack/events HTTP/1.1", "Host: 127.0.0.1", "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)"],
      ...["Accept: */*", "Content-Type: application/json", `X-Slack-Request-Timestamp: ${time}`],
      ...[`X-Slack-Signature: ${signature}`, `Content-Length: ${Buffer.byteLength(body)}`],
    ];
    return `${head.join("\r\n")}\r\n\r\n${body}`;
  };
}

/** The customers of a storm, as a local Slack takes them. */
export const STORM_PEOPLE = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `U1${index}`,
  name: `customer ${index}`,
}));
