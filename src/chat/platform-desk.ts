import type { DeskBot } from "../bot.ts";
import type { Context } from "../context.ts";
import type { DrawPicture, FindLink, Log } from "../ports.ts";
import type { WordlessReader } from "../privacy/hold-words.ts";
import type { SettingsKeeper } from "../settings/settings-keeper.ts";

/** What a chat platform is given to work with at one desk. */
export interface PlatformDesk extends Pick<Context, "deskId" | "settings" | "wording" | "themes" | "clock"> {
  /** The desk's rows without words, which the bot alone gives. */
  readonly store: WordlessReader;
  readonly bot: DeskBot;
  readonly log: Log;
  readonly findLink: FindLink;
  readonly drawPicture: DrawPicture;
  /** Where its settings are kept; absent where they cannot be changed. */
  readonly keeper?: SettingsKeeper;
  /** Web address of the one-time link with that secret. */
  readonly enterAt: (secret: string) => string;
  /** To be told the space of the team's channel, a workspace or server, as soon as that is known; resolves once every row names it. */
  readonly homeFound: (space: string) => Promise<void>;
}
