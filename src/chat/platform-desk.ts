import type { Bot } from "../bot.ts";
import type { Context } from "../context.ts";
import type { DrawPicture, FindLink, Log, Reader } from "../ports.ts";

/** What a chat platform is given to work with. */
export interface PlatformDesk extends Pick<Context, "settings" | "wording" | "themes" | "clock"> {
  readonly store: Reader;
  readonly bot: Bot;
  readonly log: Log;
  readonly findLink: FindLink;
  readonly drawPicture: DrawPicture;
}
