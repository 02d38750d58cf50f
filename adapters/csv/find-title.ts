import { plainTitle, quotedTitle } from "./columns.ts";
import { MappingError } from "./mapping.ts";

/** The lines of headings of a file: the titles, and the words below them where a tool has two lines. */
export interface Headings {
  readonly titles: readonly string[];
  readonly words: readonly string[];
}

function placesIn(titles: readonly string[], isIt: (title: string) => boolean): number[] {
  return titles.flatMap((title, place) => (isIt(title) ? [place] : []));
}

function placeIn(titles: readonly string[], wanted: string): number | null {
  const exact = placesIn(titles, (title) => title.trim() === wanted);
  const places = exact.length > 0 ? exact : placesIn(titles, (title) => plainTitle(title) === plainTitle(wanted));
  if (places.length > 1)
    throw new MappingError(`Two columns have the title ${quotedTitle(wanted)}; rename one of them in the file.`);
  return places[0] ?? null;
}

/** Where the title stands; exactly as written, or else as it is compared. Null where it does not. Throws {@link MappingError} where two are alike. */
export function findTitle({ titles, words }: Headings, wanted: string): number | null {
  return placeIn(titles, wanted) ?? (wanted.trim() === "" ? null : placeIn(words, wanted));
}

/** Where the titles stand that are there, in their order, each place once. */
export function findTitles(headings: Headings, wanted: readonly string[]): number[] {
  return [...new Set(wanted.map((title) => findTitle(headings, title)).filter((place) => place !== null))];
}
