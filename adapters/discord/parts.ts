import type { PlatformDesk } from "../../src/chat/platform-desk.ts";
import type { Answers } from "./answers.ts";
import type { DiscordApi } from "./api.ts";
import type { Places } from "./channel-cache.ts";
import type { Directory } from "./directory.ts";
import type { DrawMessage } from "./draw-message.ts";
import type { Acts } from "./recent-uses.ts";
import type { DiscordSection } from "./section.ts";
import type { Shards } from "./shards.ts";
import type { Threads } from "./threads.ts";

export interface DiscordConfig extends PlatformDesk {
  /** What the desk has set for Discord. */
  readonly section: DiscordSection;
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined is Discord's own. */
  readonly apiUrl?: string | undefined;
  readonly shards: Shards;
  /** Time between two readings of what may have been missed, milliseconds. */
  readonly catchUpEveryMs?: number;
  /** Wait before what failed is tried again, milliseconds; for a connection it doubles up to five minutes. */
  readonly waitMs?: number;
  /** How long a start waits for the connection before it goes on without, milliseconds. */
  readonly patienceMs?: number;
}

/** What every part of the adapter works with. */
export interface DiscordParts extends Omit<DiscordConfig, "token" | "apiUrl" | "shards"> {
  readonly api: DiscordApi;
  readonly directory: Directory;
  readonly places: Places;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly acts: Acts;
  readonly answers: Answers;
  /** Our own user id; null until Discord has told it. */
  self(): string | null;
  /** What stands for words that Discord withholds from us; null where it gives us all. */
  unreadable(): string | null;
}
