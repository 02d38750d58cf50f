import type { DeskBot } from "../../src/bot.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { ThemeFinder } from "../../src/digest/themes.ts";
import type { Clock, Ids, Log, Reader } from "../../src/ports.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";

/** What every page and route of the web platform works with. */
export interface Desk {
  /** Which of the desks it is. */
  readonly deskId: string;
  readonly store: Reader;
  readonly bot: DeskBot;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly themes: ThemeFinder;
  /** The picture of a digest as SVG, in the colours of the page. */
  readonly drawDigest: (digest: Digest) => string;
  /** How people reach the web server, without a trailing slash. */
  readonly publicUrl: string;
}

/** Address of the team's feed on the web. */
export const TEAM_LANE = "web:team";
