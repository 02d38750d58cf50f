import type { Clock, Log } from "../../src/ports.ts";
import type { Wording } from "../../src/wording.ts";
import type { DeskFinder, ServedDesk, ServedDesks } from "../platform.ts";
import type { Answers } from "./answers.ts";
import type { DiscordApi } from "./api.ts";
import type { ChannelCache } from "./channel-cache.ts";
import type { ChannelDesks, Places } from "./channel-desks.ts";
import type { Directory } from "./directory.ts";
import type { DrawMessage } from "./draw-message.ts";
import type { Members } from "./members.ts";
import type { PatientApi } from "./patient-api.ts";
import type { Acts } from "./recent-uses.ts";
import type { DiscordSection } from "./section.ts";
import type { Shards } from "./shards.ts";
import type { TheirTime } from "./their-time.ts";
import type { Threads } from "./threads.ts";

/** How long the adapter waits. */
export interface DiscordTimes {
  /** Time between two readings of what may have been missed, milliseconds. */
  readonly catchUpEveryMs?: number;
  /** Wait before what failed is tried again, milliseconds; for a connection it doubles up to five minutes. */
  readonly waitMs?: number;
  /** How long a start waits for the connection before it goes on without, milliseconds. */
  readonly patienceMs?: number;
  /** How long the connection may be lost before it counts as broken, milliseconds. */
  readonly graceMs?: number;
  /** How long the gateway may leave heartbeats unanswered before it counts as lost, milliseconds. */
  readonly silentMs?: number;
  /** Time between two looks at which shards are held and which are free, milliseconds. */
  readonly shardsEveryMs?: number;
}

export interface DiscordConfig extends DiscordTimes {
  /** Every desk, with what it has set for Discord. */
  readonly desks: ServedDesks<DiscordSection>;
  readonly finder: DeskFinder;
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined is Discord's own. */
  readonly apiUrl?: string | undefined;
  readonly shards: Shards;
  /** Who holds what this process serves, where others may be at work on the same database; absent where none can be. */
  readonly owner?: string | undefined;
}

/** What all desks have in common on Discord. */
export interface SharedParts {
  readonly finder: DeskFinder;
  readonly clock: Clock;
  readonly log: Log;
  readonly wording: Wording;
  readonly api: DiscordApi;
  /** For what is asked for, and waited for. */
  readonly patient: PatientApi;
  readonly theirTime: TheirTime;
  readonly channels: ChannelCache;
  readonly channelDesks: ChannelDesks;
  readonly members: Members;
  readonly acts: Acts;
  /** Our own user id; null until Discord has told it. */
  self(): string | null;
  /** Whether Discord gives us the words of messages. */
  isReadable(): boolean;
}

/** What every part of one desk works with. */
export interface DiscordParts extends ServedDesk<DiscordSection> {
  readonly api: DiscordApi;
  readonly patient: PatientApi;
  readonly theirTime: TheirTime;
  readonly directory: Directory;
  readonly places: Places;
  readonly threads: Threads;
  readonly draw: DrawMessage;
  readonly acts: Acts;
  readonly answers: Answers;
  /** Our own user id; null until Discord has told it. */
  self(): string | null;
  /** Whether an id is that of a server's role, as far as Discord has told. */
  isRole(guild: string, id: string): boolean;
  /** What stands for words that Discord withholds from us; null where it gives us all. */
  unreadable(): string | null;
}
