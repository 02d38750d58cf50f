import type { DeskBot } from "../../src/bot.ts";
import type { Digest } from "../../src/digest/document.ts";
import type { ThemeFinder } from "../../src/digest/themes.ts";
import type { DrawSpan } from "../../src/explore/span-picture.ts";
import type { Clock, Ids, Log, Reader } from "../../src/ports.ts";
import type { WordlessReader } from "../../src/privacy/hold-words.ts";
import type { SettingsKeeper } from "../../src/settings/settings-keeper.ts";
import type { Settings } from "../../src/settings.ts";
import type { Wording } from "../../src/wording.ts";
import type { DeskWorks } from "../desk-works.ts";
import type { AskedChat } from "../set-up-answers.ts";
import type { ShownConfiguration } from "../shown-configuration.ts";

/** What the first questions about a desk are asked with. */
export interface FirstRun {
  /** Whether there is no settings file yet. */
  isNew(): boolean;
  /** The chats that are connected, each with what it says there is to name, or why it does not tell. */
  chats(): Promise<readonly AskedChat[]>;
  /** The variables that would connect others. */
  readonly unset: readonly string[];
}

/** What the web works with at one desk. */
export interface WebDesk {
  /** Which of the desks it is. */
  readonly deskId: string;
  /** The desk's rows without words, which the bot alone gives. */
  readonly store: WordlessReader;
  readonly bot: DeskBot;
  readonly settings: Settings;
  /** Where its settings are kept; absent where they cannot be changed. */
  readonly keeper?: SettingsKeeper;
  /** What may be set, and where; absent where nothing can be. */
  readonly configuration?: ShownConfiguration;
  /** The work of whoever runs the program; absent where the pages do none of it. */
  readonly works?: DeskWorks;
  /** What the first questions are asked with; absent where the settings cannot be changed. */
  readonly firstRun?: FirstRun;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly themes: ThemeFinder;
  /** The picture of a digest as SVG, in the colours of the page. */
  readonly drawDigest: (digest: Digest) => string;
  /** The picture of a span: on the page, on a background of its own, and as PNG. */
  readonly drawSpan: DrawSpan;
}

/** A desk with what somebody who reads it may have of its words. */
export type ReadingDesk<D extends { readonly store: Reader } = PageDesk> = Omit<D, "store"> & {
  readonly store: Reader;
};

/** Every desk that the web serves, the first one first; there is at least one. */
export type WebDesks = readonly [WebDesk, ...WebDesk[]];

/** Where the pages of a desk are, and what people call it. */
export interface DeskPlace {
  readonly deskId: string;
  /** Its name; with its id where another desk has the same name. */
  readonly name: string;
  /** Address of a page of the desk, by the address that it has at the first desk, e.g. `/team`; `/` is its lobby. */
  path(rest: string): string;
}

/** What every page and route of the web platform works with: one desk and where it is. */
export interface PageDesk extends WebDesk, DeskPlace {
  /** Id of the audit log's line with which the page was opened; none where no words stand on it. */
  readonly opening?: string | null;
  /** Every desk there is, this one too, in the order of the settings. */
  readonly places: readonly DeskPlace[];
  /** How people reach the web server, without a trailing slash. */
  readonly publicUrl: string;
}

/** Where the pages of a desk begin, whichever it is; the first one's begin at the root as well. */
export function deskBase(deskId: string): string {
  return `/desks/${deskId}`;
}

function placeOf({ deskId, settings }: WebDesk, desks: WebDesks): DeskPlace {
  const isNamesake = (other: WebDesk) => other.deskId !== deskId && other.settings.desk.name === settings.desk.name;
  const base = deskId === desks[0].deskId ? "" : deskBase(deskId);
  const path = (rest: string) => (rest === "/" && base !== "" ? base : `${base}${rest}`);
  return {
    deskId,
    path,
    get name() {
      const { name } = settings.desk;
      return desks.some(isNamesake) ? `${name} (${deskId})` : name;
    },
  };
}

/** The desks with their places: the first one's pages begin at the root, those of another at `/desks/` and its id. */
export function placeDesks(desks: WebDesks, server: Pick<PageDesk, "publicUrl">): readonly [PageDesk, ...PageDesk[]] {
  const places = desks.map((desk) => placeOf(desk, desks));
  const placed = (desk: WebDesk, place = placeOf(desk, desks)): PageDesk => ({
    ...desk,
    path: place.path,
    places,
    get name() {
      return place.name;
    },
    get publicUrl() {
      return server.publicUrl;
    },
  });
  const [first, ...others] = desks;
  return [placed(first), ...others.map((desk) => placed(desk))];
}

/** Address of the team's feed on the web. */
export const TEAM_LANE = "web:team";
