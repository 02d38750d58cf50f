import { isRecord, numberIn, recordsIn, textIn, timeIn } from "./api.ts";
import type { DiscordSection } from "./section.ts";

/** How a thread stands. */
export interface ThreadState {
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** When it was last archived or woken, milliseconds since 1970; that of its creation where it never was. */
  readonly turnedAt: number;
  readonly createdAt: number;
  /** Idle time after which Discord archives it, milliseconds. */
  readonly idleMs: number;
}

/** A channel or thread as far as the adapter needs to know it. */
export interface Channel {
  readonly id: string;
  /** Null for a direct line. */
  readonly guild: string | null;
  readonly parent: string | null;
  readonly name: string;
  /** Who started the thread. */
  readonly owner: string | null;
  readonly lastMessage: string | null;
  /** Users named in its permissions who may see it. */
  readonly guests: readonly string[];
  /** Users named in its permissions who may not. */
  readonly barred: readonly string[];
  /** The other one on a direct line. */
  readonly recipient: string | null;
  readonly thread: ThreadState | null;
  /** Ids of the tags that a post has. */
  readonly tags: readonly string[];
  /** The tags that posts of a forum may have. */
  readonly tagNames: readonly Tag[];
}

/** A tag of a forum. */
export interface Tag {
  readonly id: string;
  readonly name: string;
}

const VIEW = 1n << 10n;
const MEMBER = 1;
/** More tags than a post can have; what is beyond is not looked at. */
const MOST_TAGS = 50;
const MINUTE_MS = 60_000;

function threadOf(data: Record<string, unknown>): ThreadState | null {
  const meta = data.thread_metadata;
  if (!isRecord(meta)) return null;
  const turnedAt = timeIn(meta, "archive_timestamp") ?? 0;
  return {
    isArchived: meta.archived === true,
    isLocked: meta.locked === true,
    turnedAt,
    createdAt: timeIn(meta, "create_timestamp") ?? 0,
    idleMs: (numberIn(meta, "auto_archive_duration") ?? 0) * MINUTE_MS,
  };
}

function has(bits: unknown, flag: bigint): boolean {
  return typeof bits === "string" && /^[0-9]+$/.test(bits) && (BigInt(bits) & flag) !== 0n;
}

function idsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((id) => typeof id === "string").slice(0, MOST_TAGS) : [];
}

/** Reads a channel out of an event or answer; null where it is none. */
export function readChannel(data: unknown): Channel | null {
  const id = textIn(data, "id");
  if (!isRecord(data) || id === null) return null;
  const guild = textIn(data, "guild_id");
  const people = recordsIn(data, "permission_overwrites").filter(({ type }) => type === MEMBER);
  const named = (rule: "allow" | "deny") =>
    people.filter((overwrite) => has(overwrite[rule], VIEW)).flatMap((overwrite) => textIn(overwrite, "id") ?? []);
  return {
    id,
    guild,
    parent: textIn(data, "parent_id"),
    name: textIn(data, "name") ?? "",
    owner: textIn(data, "owner_id"),
    lastMessage: textIn(data, "last_message_id"),
    guests: named("allow"),
    barred: named("deny"),
    recipient: textIn(recordsIn(data, "recipients")[0], "id"),
    thread: threadOf(data),
    tags: idsIn(data.applied_tags),
    tagNames: recordsIn(data, "available_tags").flatMap((tag) => {
      const [tagId, name] = [textIn(tag, "id"), textIn(tag, "name")];
      return tagId === null || name === null ? [] : [{ id: tagId, name }];
    }),
  };
}

/** What a channel is to the desk. */
export type ChannelKind = "thread" | "ticket" | "other";

export function kindOf(
  { thread, parent }: Channel,
  { supportChannels, ticketCategories }: DiscordSection,
): ChannelKind {
  if (parent === null) return "other";
  if (thread) return supportChannels.includes(parent) ? "thread" : "other";
  return ticketCategories.includes(parent) ? "ticket" : "other";
}
