import type {
  APIEmbed,
  APIGuildForumTag,
  APIMessageTopLevelComponent,
  ChannelType,
  Locale,
  MessageType,
  OverwriteType,
} from "discord.js";

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  /** Whether this person takes direct messages from bots (else 50007). */
  takesDms: boolean;
  locale: `${Locale}`;
}

export interface Role {
  readonly id: string;
  readonly guildId: string;
  name: string;
  permissions: bigint;
  readonly position: number;
}

export interface Member {
  readonly userId: string;
  roles: string[];
  readonly joinedAt: number;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: `${Locale}`;
  /** False in an outage: the bot gets GUILD_DELETE with `unavailable`. */
  available: boolean;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Overwrite {
  readonly id: string;
  readonly type: OverwriteType;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What a channel has more if it is a thread. */
export interface Thread {
  readonly ownerId: string;
  readonly createdAt: number;
  archived: boolean;
  locked: boolean;
  archivedAt: number;
  /** Minutes without a message after which Discord archives it. */
  autoArchive: number;
  readonly invitable: boolean;
  appliedTags: string[];
  sent: number;
  /** Who is in it: user id and when they came. */
  readonly members: Map<string, number>;
  cancelAutoArchive: () => void;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  /** Null for a direct message. */
  readonly guildId: string | null;
  parentId: string | null;
  name: string;
  topic: string | null;
  position: number;
  readonly overwrites: Map<string, Overwrite>;
  readonly tags: APIGuildForumTag[];
  /** The two of a direct message. */
  readonly recipients: readonly string[];
  readonly thread: Thread | null;
  readonly messages: Message[];
  lastMessageId: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly description: string | null;
  readonly content: Uint8Array;
}

/** What a message keeps of the interaction that it answers. */
export interface InteractionTrace {
  readonly id: string;
  readonly type: number;
  readonly userId: string;
  readonly guildId: string | null;
  readonly commandName: string | null;
  readonly messageId: string | null;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: MessageType;
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  attachments: Attachment[];
  flags: number;
  readonly createdAt: number;
  editedAt: number | null;
  readonly nonce: string | number | null;
  /** The message it replies to, or that it names if it is a system message. */
  readonly reference: { readonly channelId: string; readonly messageId: string | null } | null;
  readonly interaction: InteractionTrace | null;
  /** Who was really notified, given `allowed_mentions`. */
  readonly pings: readonly string[];
  /** Reactions: emoji and who gave it. */
  readonly reactions: Map<string, Set<string>>;
  /** The only person who sees it, if it is ephemeral. */
  readonly onlyFor: string | null;
}

/** A file as it came with a request. */
export interface Upload {
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

export type Json = Record<string, unknown>;
