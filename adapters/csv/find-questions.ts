import { plainTitle, quotedTitle, titleText } from "./columns.ts";
import type { Headings } from "./find-title.ts";
import { MappingError } from "./mapping.ts";
import type { ReadyMap } from "./ready-map.ts";
import { asksForMail, asksForWords, asksToRecommend, asksWhy } from "./title-words.ts";

/** How Qualtrics ends the title of a column with the bands of a score. */
const BANDS = "_NPS_GROUP";

/** A title as people read it: the words below it where it is none itself, as `Q1` is. */
export function wordsOf({ titles, words }: Headings, place: number): string {
  const title = titles[place] ?? "";
  const below = words[place] ?? "";
  return titleText(title).includes(" ") || titleText(below) === "" ? title : below;
}

/** Every text that stands above a column. */
function above({ titles, words }: Headings, place: number): readonly string[] {
  return [titles[place] ?? "", words[place] ?? ""];
}

/** The columns that are questions, as far as titles tell: those that are not the tool's own. */
export function questionsOf(headings: Headings, own: ReadyMap["own"]): number[] {
  const known = new Set((own ?? []).map(plainTitle));
  const isNamed = (place: number) =>
    above(headings, place).some((title) => titleText(title) !== "") && !headings.titles[place]?.endsWith(BANDS);
  const isOwn = (place: number) => known.has(plainTitle(headings.titles[place] ?? ""));
  return headings.titles.map((_, place) => place).filter((place) => !isOwn(place) && isNamed(place));
}

/** The column of which Qualtrics gives the bands in a column of their own, `Q1` beside `Q1_NPS_GROUP`; null where there is none. */
function besideBands({ titles }: Headings): number | null {
  const place = titles.findIndex((title) => titles.includes(`${title}${BANDS}`));
  return place < 0 ? null : place;
}

/** Where the recommend question stands; null where none of the columns asks it. Throws {@link MappingError} where several do. */
export function findRecommend(headings: Headings, questions: readonly number[]): number | null {
  const asking = questions.filter((place) => above(headings, place).some(asksToRecommend));
  const plain = asking.filter((place) => !above(headings, place).some(asksWhy));
  const [place, another] = plain.length > 0 ? plain : asking;
  if (place === undefined || another === undefined) return place ?? besideBands(headings);
  const named = (plain.length > 0 ? plain : asking).map((one) => quotedTitle(wordsOf(headings, one)));
  throw new MappingError(
    `Several columns ask whether people recommend: ${named.join(", ")}. Say which with --map "score=Title".`,
  );
}

/** The columns with the words to an answer: those that ask for words, or else the only other question. */
export function findWords(headings: Headings, questions: readonly number[]): number[] {
  const others = questions.filter((place) => !above(headings, place).some(asksForMail));
  const asking = others.filter((place) => above(headings, place).some(asksForWords));
  return asking.length > 0 || others.length > 1 ? asking : others;
}

/** The columns that ask for a mail address. */
export function findMail(headings: Headings, questions: readonly number[]): number[] {
  return questions.filter((place) => above(headings, place).some(asksForMail));
}
