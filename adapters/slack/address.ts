/** Where a message goes on Slack. */
export interface Place {
  readonly team: string;
  /** A channel, or a user for a direct message. */
  readonly channel: string;
  readonly thread: string | null;
  readonly isDirect: boolean;
}

const USER = /^[UW][A-Z0-9]+$/;
const CHANNEL = /^[CDG][A-Z0-9]+$/;
const TIMESTAMP = /^[0-9]+\.[0-9]+$/;

/** The address of a person, which is that of their direct line too. */
export function personAddress(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

/** The address of a conversation: a channel's thread, or somebody's direct line. */
export function threadAddress(team: string, channel: string, thread: string): string {
  return `slack:${team}:${channel}:${thread}`;
}

/** Address of a team channel as settings name it: `C0TEAM` in the team's own workspace, or `T1:C0TEAM`. */
export function channelAddress(setting: string, home: string): string {
  return setting.includes(":") ? `slack:${setting}` : `slack:${home}:${setting}`;
}

/** The place an address names; null where it is not one of Slack's. */
export function placeOf(address: string): Place | null {
  const [platform, team, channel, thread, ...more] = address.split(":");
  if (platform !== "slack" || !team || !channel || more.length > 0) return null;
  const isDirect = USER.test(channel);
  if (!isDirect && !CHANNEL.test(channel)) return null;
  if (thread !== undefined && !TIMESTAMP.test(thread)) return null;
  return { team, channel, thread: thread ?? null, isDirect };
}

/** The user named by a person's address; null for anything else. */
export function userOf(address: string): string | null {
  const place = placeOf(address);
  return place?.isDirect ? place.channel : null;
}

/** Slack's own name for a posted message: its channel and timestamp. */
export interface Reference {
  readonly channel: string;
  readonly ts: string;
}

const EPHEMERAL = "ephemeral";

export function referenceText({ channel, ts }: Reference): string {
  return `${channel}/${ts}`;
}

/** The reference of a message only one person sees: it can neither be found nor changed. */
export function ephemeralReference(ts: string): string {
  return `${EPHEMERAL}/${ts}`;
}

/** Reads a reference; null for an ephemeral one. */
export function readReference(text: string): Reference | null {
  const [channel = "", ts = ""] = text.split("/");
  return channel === EPHEMERAL || ts === "" ? null : { channel, ts };
}

/** Milliseconds of a Slack timestamp. */
export function momentOf(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}
