import type { Happenings } from "./happenings.ts";
import { asObject, type Json, parseJson } from "./json.ts";
import type { Limits, Tier } from "./limits.ts";
import type { Oracle } from "./oracle.ts";
import { invalidArguments, SlackError } from "./slack-error.ts";
import type { TimeSource } from "./time.ts";
import type { Triggers } from "./triggers.ts";
import type { Views } from "./views.ts";
import type { Channel, Workspace } from "./workspace.ts";
import type { World } from "./world.ts";

/** What the methods of the Web API work on. */
export interface Backstage {
  readonly world: World;
  readonly limits: Limits;
  readonly time: TimeSource;
  readonly happenings: Happenings;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly oracle: Oracle | undefined;
  /** Base address of the server, without a slash at the end. */
  address(): string;
  /** Records something the app should not have done and real Slack might let pass. */
  complain(text: string): void;
}

/** The arguments of a call, all text as they come over the wire. */
export interface Args {
  readonly raw: Readonly<Record<string, string>>;
  text(name: string): string | undefined;
  /** The argument, or the answer Slack gives when it is missing. */
  need(name: string): string;
  flag(name: string): boolean;
  /** A whole number from 1 to `most`; `otherwise` if absent. */
  count(name: string, otherwise: number, most: number): number;
  /** The parsed JSON of the argument; undefined if absent. Throws `error` if it is no JSON. */
  json(name: string, error: string): unknown;
  /** The argument as a JSON object, which it must be. */
  needObject(name: string): Json;
}

/** One call of one method. */
export interface Call {
  readonly workspace: Workspace;
  readonly args: Args;
  readonly backstage: Backstage;
}

/** A method of the Web API. */
export interface Method {
  readonly tier: Tier;
  /** Names of its arguments, those with "!" required. */
  readonly args: string;
  /** Accepted although undocumented, and without effect. */
  readonly tolerated?: string;
  /** Scopes of which one is enough; none if absent. */
  readonly scopes?: readonly string[] | ((call: Call) => readonly string[]);
  /** The app-level token instead of a bot's. */
  readonly token?: "app";
  /** Changes the world and returns the answer without `ok`. Throws SlackError to refuse. */
  run(call: Call): Json;
}

/** Methods by name. */
export type Methods = Readonly<Record<string, Method>>;

/** Reads arguments out of their wire form. */
export function createArgs(raw: Readonly<Record<string, string>>): Args {
  const need = (name: string) => {
    const value = raw[name];
    if (value === undefined || value === "") throw invalidArguments(`missing required field: ${name}`);
    return value;
  };
  return {
    raw,
    text: (name) => raw[name],
    need,
    flag: (name) => raw[name] === "true" || raw[name] === "1",
    count(name, otherwise, most) {
      const value = raw[name];
      if (value === undefined || value === "" || value === "0") return otherwise;
      if (!/^\d+$/.test(value)) throw new SlackError("invalid_limit");
      return Math.min(Number(value), most);
    },
    json(name, error) {
      const value = raw[name];
      if (value === undefined || value === "") return undefined;
      const parsed = parseJson(value);
      if (parsed === undefined) throw new SlackError(error);
      return parsed;
    },
    needObject(name) {
      const value = asObject(parseJson(need(name)));
      if (!value) throw invalidArguments(`must be a JSON object: ${name}`);
      return value;
    },
  };
}

/** The channel of the call's argument, as far as the bot may know of it. Throws channel_not_found. */
export function channelOf({ workspace, args }: Call, name = "channel"): Channel {
  const channel = workspace.channels.get(args.need(name));
  const hidden = channel && channel.kind !== "public" && !channel.members.has(workspace.botUser);
  if (!channel || hidden) throw new SlackError("channel_not_found");
  return channel;
}

const KINDS = { public: "channels", private: "groups", im: "im", mpim: "mpim" } as const;

/** The scope for a right ("history" or "read") on the channel the call names, by the channel's kind. */
export function channelScope(right: "history" | "read"): (call: Call) => readonly string[] {
  return ({ workspace, args }) => {
    const channel = workspace.channels.get(args.text("channel") ?? "");
    return channel ? [`${KINDS[channel.kind]}:${right}`] : [];
  };
}

/** One page of a list and the cursor of the next; throws invalid_cursor. */
export function page<T>(
  all: readonly T[],
  limit: number,
  cursor: string | undefined,
): { items: readonly T[]; next: string } {
  const start = cursor
    ? Number(
        Buffer.from(cursor, "base64url")
          .toString()
          .replace(/^next:/, ""),
      )
    : 0;
  if (!Number.isInteger(start) || start < 0 || start > all.length) throw new SlackError("invalid_cursor");
  const end = start + limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? Buffer.from(`next:${end}`).toString("base64url") : "",
  };
}
