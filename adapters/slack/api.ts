/** What Slack answered to a call that was carried out. */
export type ApiData = Readonly<Record<string, unknown>>;

/** What Slack sends of its own accord, an event or an interaction, or a part of it. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/** How one call of the Web API ended. `unknown`: it may or may not have been carried out; `unsent`: it never left us. */
export type ApiAnswer =
  | { readonly kind: "ok"; readonly data: ApiData }
  | { readonly kind: "error"; readonly code: string; readonly needed: string | null }
  | { readonly kind: "limited"; readonly afterMs: number }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "unsent"; readonly reason: string };

/** The Web API as the adapter sees it: one attempt a call, no retries of its own, never a throw. */
export interface SlackApi {
  /** Calls a method with the token of the workspace; `home` is the first one configured. */
  call(team: string, method: string, args: Readonly<Record<string, unknown>>): Promise<ApiAnswer>;
}

/** What an error code asks of us: try later, give up on this message, or have a person mend the set-up. */
export type ErrorClass = "retry" | "ambiguous" | "refuse" | "stop";

/** What Slack says of a token that it does not take, or not any more. */
const TOKEN_REFUSED = ["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"];
const STOPPING = new Set([
  ...TOKEN_REFUSED,
  "missing_scope",
  "no_permission",
  "not_allowed_token_type",
  "org_login_required",
  "ekm_access_denied",
  "access_denied",
  "app_access_restricted",
  "enterprise_is_restricted",
  "team_access_not_granted",
  "two_factor_setup_required",
]);
const PASSING = new Set([
  "ratelimited",
  "rate_limited",
  "accesslimited",
  "team_added_to_org",
  "message_limit_exceeded",
  "external_channel_migrating",
]);
const AMBIGUOUS = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable", "update_failed"]);
/** Codes of the token, with which nothing in its workspace is taken. */
const TOKENS = new Set([...STOPPING].filter((code) => !["missing_scope", "no_permission"].includes(code)));
/** Channels that take nothing, or nothing of ours, until a person changes that. */
const CLOSED_PLACES = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "restricted_action",
  "restricted_action_non_threadable_channel",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
]);
const NO_DIRECT_LINE = new Set([
  "cannot_dm_bot",
  "user_disabled",
  "user_not_found",
  "user_not_visible",
  "messages_tab_disabled",
]);

/** Classes a documented error code; what is not known is a definite no. */
export function classOf(code: string): ErrorClass {
  if (STOPPING.has(code)) return "stop";
  if (PASSING.has(code)) return "retry";
  return AMBIGUOUS.has(code) ? "ambiguous" : "refuse";
}

/** The reason kept as the fate of what could not be delivered: `dm-closed` for every closed direct line, else Slack's own word. */
export function reasonOf(code: string, isDirect: boolean): string {
  const isClosed = NO_DIRECT_LINE.has(code) || (isDirect && code === "channel_not_found");
  return isClosed ? "dm-closed" : code.replaceAll("_", "-");
}

/** Whether a code of class `stop` is about all that the token is used for. */
export function isOfToken(code: string): boolean {
  return TOKENS.has(code);
}

/** What a person may do about a channel that refuses with the code; undefined where nothing helps. */
export function placeRemedyOf(code: string, channel: string): string | undefined {
  if (!CLOSED_PLACES.has(code)) return undefined;
  return `Slack takes nothing in ${channel} (${code}): unarchive the channel, invite the app to it again or let it write there, or name another one in slack.teamChannel. What is for it is kept`;
}

/** Whether what went wrong says that Slack does not take the token. */
export function isTokenRefused(fault: string): boolean {
  return TOKEN_REFUSED.some((code) => fault.includes(code));
}

/** What a person must do about a code of class `stop`. */
export function remedyOf(code: string, needed: string | null): string {
  if (code === "missing_scope") {
    return `Slack refuses for want of the scope ${needed ?? "(not named)"}: add it to the app, install it anew and restart`;
  }
  return `Slack refuses the token (${code}): check SLACK_BOT_TOKEN, install the app anew if it was removed, and restart`;
}

/** A text member of an answer, or null. */
export function textIn(data: unknown, ...path: readonly string[]): string | null {
  let value = data;
  for (const key of path) value = isRecord(value) ? value[key] : undefined;
  return typeof value === "string" ? value : null;
}

/** The members of an answer's list that are objects; none where it is no list. */
export function recordsIn(data: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(data) ? data[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
