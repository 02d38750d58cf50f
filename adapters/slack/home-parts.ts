import type { SayWords } from "../../src/wording.ts";
import type { ButtonValue } from "./buttons.ts";
import { plain, type View } from "./forms.ts";
import { shortened } from "./plain-text.ts";

/** Most characters of a header and of a text, by Slack's rules. */
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3_000;

/** A button of App Home; its names go beyond those of messages. */
export function homeButton(name: string, about: ButtonValue, label: string): View {
  return { type: "button", action_id: name, text: plain(label), value: JSON.stringify(about) };
}

/** A button that leads to a web address. */
export function homeLink(name: string, url: string, label: string): View {
  return { type: "button", action_id: name, text: plain(label), url };
}

export function homeHeader(text: string): View {
  return { type: "header", text: plain(shortened(text, LONGEST_HEADER)) };
}

export function homeSection(text: string, accessory?: View): View {
  return { type: "section", text: plain(shortened(text, LONGEST_TEXT)), ...(accessory ? { accessory } : {}) };
}

/** A list of which a page is shown. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  /** How many stand before the page, and how many there are in all. */
  readonly from: number;
  readonly count: number;
}

/** The page of the list that begins with the one of that number, from 0. */
export function pageOf<Item>(all: readonly Item[], from: number, most: number): Paged<Item> {
  const start = from < all.length ? from : 0;
  return { items: all.slice(start, start + most), from: start, count: all.length };
}

/** The name of the button that shows the next page of a list; the list is its subject. */
export const MORE = "home-more";

/** How many more there are than are shown, with the button that shows them; nothing where that is all. */
export function moreOf(list: string, desk: string, { items, from, count }: Paged<unknown>, say: SayWords): View[] {
  const next = from + items.length;
  if (next >= count) return [];
  const button = homeButton(`${MORE}:${list}`, { subject: list, desk, value: String(next) }, say("home.showMore"));
  return [homeSection(say("home.more", { count: count - next }), button)];
}
