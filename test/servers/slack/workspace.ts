/** Someone in a workspace. */
export interface Person {
  readonly id: string;
  /** Handle, without the at sign. */
  readonly name: string;
  readonly realName: string;
  /** Workspace the person belongs to: another than the app's for a Slack Connect guest. */
  readonly teamId: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Seconds east of UTC. */
  readonly timeZoneOffset: number;
  readonly email: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly guest: "no" | "multi-channel" | "single-channel";
  /** Deactivated. */
  deleted: boolean;
  /** Direct messages from apps are refused, with this code of conversations.open. */
  refusesDirectMessages: "user_not_visible" | "user_disabled" | undefined;
}

/** A channel, a private channel or a direct conversation. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im" | "mpim";
  readonly members: Set<string>;
  readonly created: number;
  /** Shared with another organisation through Slack Connect. */
  readonly shared: boolean;
  archived: boolean;
  /** Posting is refused with this code, for example restricted_action_read_only_channel. */
  restriction: string | undefined;
}

/** A user group, the thing behind @support-team. */
export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  members: readonly string[];
  disabled: boolean;
}

/** A file from the moment its upload address is given. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly owner: string;
  readonly created: number;
  title: string;
  size: number;
  state: "awaited" | "uploaded" | "complete";
  shares: { readonly channel: string; readonly ts: string }[];
}

/** One workspace with the app installed in it. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Token of the app's bot here. */
  readonly token: string;
  readonly botUser: string;
  readonly botId: string;
  readonly botName: string;
  /** Scopes granted at the installation. */
  scopes: ReadonlySet<string>;
  /** The kinds of table block that it knows; any other is refused. */
  tables: ReadonlySet<string>;
  /** Set when the token no longer works: the code every call gets. */
  tokenError: "token_revoked" | "account_inactive" | "invalid_auth" | undefined;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly userGroups: Map<string, UserGroup>;
  readonly files: Map<string, StoredFile>;
}
