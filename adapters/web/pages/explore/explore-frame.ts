import { dateFormat } from "../../../../src/calendar/date-format.ts";
import { createSpeaker, type Speaker } from "../../../../src/digest/say-figures.ts";
import { mayBeOneOf } from "../../../../src/doors/account.ts";
import type { Explored } from "../../../../src/explore/explored.ts";
import type { CommentList, ListedComment } from "../../../../src/explore/gather-comments.ts";
import type { SliceValues } from "../../../../src/explore/slice.ts";
import type { ChosenSpan } from "../../../../src/explore/span.ts";
import { windowOfSpan } from "../../../../src/explore/span.ts";
import type { Person, Role } from "../../../../src/interaction/customer.ts";
import type { PageDesk, ReadingDesk } from "../../desk.ts";
import { type PageWords, wordsOf } from "../page-words.ts";
import type { Seated } from "../seated.ts";
import { type ExploreQuery, exploreAddress, partsOfQuery, type QueryChange } from "./explore-address.ts";

/** What was found for an address. */
export interface FoundExplored {
  readonly explored: Explored;
  /** Null where it is held against nothing. */
  readonly other: Explored | null;
  readonly comments: CommentList;
  readonly values: SliceValues;
  /** Names of the agents, by address. */
  readonly agents: ReadonlyMap<string, string>;
}

/** Who looks, at what. */
export interface ExploreFrame extends FoundExplored {
  readonly desk: PageDesk;
  readonly seated: Seated | null;
  /** The role of whoever came by a link or an account of their own; null with the desk's key. */
  readonly guest: Role | null;
  /** Whoever looks. */
  readonly reader: Person;
  readonly query: ExploreQuery;
}

/** The frame with what is said in it. */
export interface ExploreView extends ExploreFrame {
  readonly words: PageWords;
  readonly speaker: Speaker;
  /** Address of the page with something changed. */
  linkTo(change: QueryChange): string;
}

/** Whether the score of a comment is kept from whoever looks: their own help may be what it rates, and the settings do not show that. */
export function isKeptBack({ desk, reader }: Pick<ExploreFrame, "desk" | "reader">, { rated }: ListedComment): boolean {
  return !desk.settings.recovery.agentsSeeOwnScores && mayBeOneOf(reader, rated);
}

/** The frame as it is said in the desk's language. */
export function viewOf(frame: ExploreFrame): ExploreView {
  const { desk, seated, query } = frame;
  return {
    ...frame,
    words: wordsOf(desk),
    speaker: createSpeaker(desk),
    linkTo: (change) => exploreAddress(desk, seated, partsOfQuery(query, change)),
  };
}

/** The span as it is headed: a week by its number, a month and a quarter by name, one's own by its days. */
export function spanName(speaker: Speaker, span: ChosenSpan, zone: string): string {
  const { from, to } = windowOfSpan(span, zone);
  if (span.kind === "week") return speaker.week(span.label);
  const [year = "", part = ""] = span.label.split("-");
  if (span.kind === "quarter") return speaker.say("explore.quarterName", { quarter: part.slice(1), year });
  if (span.kind === "month")
    return dateFormat(speaker.locale, { month: "long", year: "numeric", timeZone: zone }).format(from);
  return speaker.days(from, to);
}

/** A product as the settings name it; its id where they do not. */
export function productNamed({ settings }: Pick<ReadingDesk, "settings">, id: string): string {
  return settings.products.find((product) => product.id === id)?.name ?? id;
}

/** A channel as it is offered: what platform it is of, and which of its channels. */
export function channelNamed(channel: string): string {
  const [platform = "", ...rest] = channel.split(":");
  const name = `${platform.slice(0, 1).toUpperCase()}${platform.slice(1)}`;
  return rest.length === 0 ? name : `${name} · ${rest.at(-1)}`;
}

/** The channels to choose among: the platforms, each followed by its channels. */
export function channelsOffered(channels: readonly string[]): string[] {
  const platforms = [...new Set(channels.map((channel) => channel.split(":")[0] ?? ""))].toSorted();
  return platforms.flatMap((platform) => [
    platform,
    ...channels.filter((channel) => channel.startsWith(`${platform}:`)).toSorted(),
  ]);
}

/** A language by its own name for whoever reads; what an address calls one and is none stays as it is. */
export function languageNamed(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
