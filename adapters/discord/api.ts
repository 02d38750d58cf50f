/** How one call of the REST API ended. `unknown`: it may or may not have been carried out; `unsent`: it never left us. */
export type ApiAnswer =
  | { readonly kind: "ok"; readonly data: unknown }
  | { readonly kind: "error"; readonly status: number; readonly code: number; readonly message: string }
  | {
      readonly kind: "limited";
      readonly afterMs: number;
      /** Whether it is for every call, not for what this one was about. */
      readonly isGlobal: boolean;
    }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "unsent"; readonly reason: string };

/** A message as an event or an answer of Discord holds it. */
export type DiscordMessage = Readonly<Record<string, unknown>>;

/** How a call ended that makes something: with its id. */
export type MadeAnswer = { readonly kind: "ok"; readonly id: string } | Exclude<ApiAnswer, { kind: "ok" }>;

/** A file to be sent along. */
export interface ApiFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType: string;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** Files that go with the body, named in it by their place in this list. */
  readonly files?: readonly ApiFile[];
  /** True for what carries an interaction's token instead of the bot's. */
  readonly isWithoutToken?: boolean;
}

/** The REST API as the adapter sees it: one attempt a call, no retries of its own, never a throw. */
export interface DiscordApi {
  call(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, options?: CallOptions): Promise<ApiAnswer>;
}

/** Discord's error codes that the adapter acts on. */
export const CODE = {
  unknownChannel: 10003,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  cannotWriteToUser: 50007,
  missingPermissions: 50013,
  threadArchived: 50083,
  threadLocked: 160005,
  noMutualGuild: 50278,
} as const;

/** What an error asks of us: try later, give up on this message, or have a person mend the set-up. */
export type ErrorClass = "retry" | "refuse" | "stop";

/** An answer that says no. */
export type ApiError = Extract<ApiAnswer, { kind: "error" }>;

/** Write limits, direct messages opened too fast, full or overloaded resources. */
const PASSING = new Set([20016, 20028, 20029, 30046, 40003, 40006, 40062, 130000, 160006]);
const STOPPING = new Set<number>([CODE.missingPermissions, 20012, 40001, 40002, 50025]);
/** Places that take nothing, or nothing of ours, until a person changes that. */
const CLOSED_PLACES = new Set<number>([
  CODE.unknownChannel,
  CODE.missingAccess,
  CODE.threadArchived,
  CODE.threadLocked,
]);
const NO_DIRECT_LINE = new Set<number>([CODE.cannotWriteToUser, CODE.noMutualGuild, CODE.unknownUser]);
const REASONS: Readonly<Record<number, string>> = {
  [CODE.unknownChannel]: "channel-gone",
  [CODE.unknownMessage]: "message-gone",
  [CODE.missingAccess]: "no-access",
  [CODE.missingPermissions]: "missing-permissions",
  [CODE.threadArchived]: "thread-archived",
  [CODE.threadLocked]: "thread-locked",
};

/** Classes an error; a definite no that nobody here can mend is `refuse`. */
export function classOf(error: ApiError): ErrorClass {
  const { status, code } = error;
  if (PASSING.has(code) || status === 408) return "retry";
  return isOfToken(error) || STOPPING.has(code) ? "stop" : "refuse";
}

/** The reason kept as the fate of what could not be delivered: `dm-closed` for every closed direct line. */
export function reasonOf({ code, status }: ApiError): string {
  if (NO_DIRECT_LINE.has(code)) return "dm-closed";
  return REASONS[code] ?? `discord-${code === 0 ? status : code}`;
}

/** Whether an error is about all that the token is used for. */
export function isOfToken({ status, code }: ApiError): boolean {
  return status === 401 || (status === 403 && code === 0);
}

/** Whether a person may have the place take what it refuses now. */
export function isOfPlace({ code }: ApiError): boolean {
  return CLOSED_PLACES.has(code);
}

/** What a person must do about an error of class `stop`, or about one in a place that the settings name. */
export function remedyOf({ code, status, message }: ApiError): string {
  if (status === 401) return "Discord refuses the token: set DISCORD_TOKEN anew from the developer portal and restart";
  if (code === CODE.missingPermissions)
    return "Discord refuses for want of a permission: compare the bot's rights in that channel with adapters/discord/README.md";
  if (code === CODE.unknownChannel) return "discord.teamChannel names no channel: put the id of one in its place";
  if (code === CODE.missingAccess)
    return "The bot may not see that channel: give its role the permission View Channel there";
  if (code === CODE.threadArchived || code === CODE.threadLocked)
    return "Discord takes nothing in that thread: unlock it, and give the bot's role the permission Manage Threads there";
  return `Discord refuses (${code}: ${message}): check the application in the developer portal`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id of what a call has made; an answer that names none leaves it unknown. */
export function madeBy(answer: ApiAnswer): MadeAnswer {
  if (answer.kind !== "ok") return answer;
  const id = textIn(answer.data, "id");
  return id === null ? { kind: "unknown", reason: "Discord's answer names nothing" } : { kind: "ok", id };
}

/** What stands at the path in an answer or event; undefined where nothing does. */
export function valueIn(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), data);
}

/** A text member, or null. */
export function textIn(data: unknown, ...path: readonly string[]): string | null {
  const value = valueIn(data, ...path);
  return typeof value === "string" ? value : null;
}

/** A number member, or null. */
export function numberIn(data: unknown, ...path: readonly string[]): number | null {
  const value = valueIn(data, ...path);
  return typeof value === "number" ? value : null;
}

/** A member that tells a time, in milliseconds since 1970; null where there is none. */
export function timeIn(data: unknown, ...path: readonly string[]): number | null {
  const at = Date.parse(String(valueIn(data, ...path)));
  return Number.isNaN(at) ? null : at;
}

/** The members of a list that are objects; none where it is no list. */
export function recordsIn(data: unknown, ...path: readonly string[]): Record<string, unknown>[] {
  const list = valueIn(data, ...path);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
