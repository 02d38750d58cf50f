import { type Place, personAddress, placeOf, threadAddress } from "../../adapters/slack/address.ts";
import type { SlackPayload } from "../../adapters/slack/api.ts";
import { parseEvent } from "../../adapters/slack/parse.ts";
import { parseClick, parseSubmission } from "../../adapters/slack/parse-interaction.ts";
import type { ParseRules } from "../../adapters/slack/parse-rules.ts";
import { handleOf } from "../../src/interaction/address.ts";
import type { Person } from "../../src/interaction/customer.ts";
import type { Platform, PlatformParts, Talk } from "./platform.ts";
import { createSlackServer } from "./slack-server.ts";

const TEAM = "T1";
const CHANNELS: Readonly<Record<string, string>> = { north: "C0NORTH", south: "C0SOUTH" };

/** What a click says of where it was made. */
function placeOfClick(place: Place | null, user: string, ts: string) {
  const channel = place === null || place.isDirect ? `D${user}` : place.channel;
  const thread = place?.thread ? { thread_ts: place.thread } : {};
  return { channel: { id: channel }, container: { channel_id: channel, message_ts: ts, ...thread } };
}

/** Slack, with its channels of both desks in one workspace. */
export function createSlack(parts: PlatformParts): Platform {
  const { now, person } = parts;
  const server = createSlackServer(parts);
  let events = 0;
  const rules: ParseRules = {
    supportChannels: Object.values(CHANNELS),
    ...{ resolveReaction: "white_check_mark", cordReaction: "rotating_light", unreadable: "(no words)" },
    person: (team, user) => person(personAddress(team, user)),
    isOwn: (id) => id === "UBOT" || id === "BBOT",
    ours: () => TEAM,
  };
  const tell = (event: SlackPayload, thread: string | null = null) => {
    events += 1;
    const envelope = { event_id: `Ev${events}`, event_time: Math.floor(now() / 1000), team_id: TEAM, event };
    return parseEvent(envelope, rules, thread);
  };
  const channelOf = ({ desk }: Talk) => CHANNELS[desk] ?? "";
  const written = (talk: Talk, by: Person, ts: string, text: string) => ({
    ...{ type: "message", channel: channelOf(talk), user: handleOf(by.address), ts, text },
    ...(ts === talk.place ? {} : { thread_ts: talk.place }),
  });
  const reaction = (talk: Talk, type: string) => {
    const item = { type: "message", channel: channelOf(talk), ts: talk.place };
    const who = { user: handleOf(talk.agent.address), item_user: handleOf(talk.customer.address) };
    return tell({ type, reaction: "white_check_mark", item, ...who, event_ts: server.newTs() }, talk.place);
  };
  const begun = new Set<string>();
  return {
    name: "slack",
    chat: server.chat,
    begin(desk) {
      const place = server.newTs();
      return { place, conversation: threadAddress(TEAM, CHANNELS[desk] ?? "", place) };
    },
    says(talk, by, text) {
      const messageId = begun.has(talk.place) ? server.newTs() : talk.place;
      begun.add(talk.place);
      return { messageId, event: tell({ ...written(talk, by, messageId, text), channel_type: "channel" }) };
    },
    edits(talk, by, messageId, text) {
      const message = written(talk, by, messageId, text);
      const frame = { type: "message", subtype: "message_changed", channel: channelOf(talk), channel_type: "channel" };
      return tell({ ...frame, message, previous_message: message, ts: server.newTs() });
    },
    resolves: (talk) => reaction(talk, "reaction_added"),
    reopens: (talk) => reaction(talk, "reaction_removed"),
    presses(standing, { raw }, by) {
      const [, ts = ""] = standing.reference.split("/");
      const where = placeOfClick(placeOf(standing.lane), handleOf(by.address), ts);
      const action = { ...raw, action_ts: server.newTs() };
      const click = parseClick({ ...where, actions: [action] }, { team: TEAM, by, at: now() });
      return click.kind === "event" ? click.event : null;
    },
    fills(form, subject, note, by) {
      const values = { note: { note: { value: note } } };
      const about = { callback_id: form, private_metadata: JSON.stringify({ subject }), state: { values } };
      return parseSubmission({ view: { id: `V${server.newTs()}`, hash: "1", ...about } }, { by, at: now() });
    },
  };
}
