import { BREAK, type Word, wordsOf } from "../talk/plain-words.ts";

/** A word as it is compared, or the break that ends a clause, with where in the text it stands, in UTF-16 units, and in which clause and sentence, from 0. */
export interface PlacedWord {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly sentence: number;
}

/** A stretch without blanks; of scripts that put none, one letter. */
const STRETCHES =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+|\n/gu;
const SENTENCE_ENDS = /[.!?。！？…\n]$/u;
/** A stretch that is longer is no word, and only its beginning is looked at. */
const LONGEST = 80;

/** The words of the text with their places. Linear in its length. */
export function placedWords(text: string): PlacedWord[] {
  const placed: PlacedWord[] = [];
  let [clause, sentence] = [0, 0];
  for (const { 0: stretch, index: from } of text.matchAll(STRETCHES)) {
    for (const word of wordsOf(` ${stretch.slice(0, LONGEST)} `)) {
      placed.push({ word, from, to: from + stretch.length, clause, sentence });
      if (word === BREAK) clause += 1;
    }
    if (SENTENCE_ENDS.test(stretch)) [clause, sentence] = [clause + 1, sentence + 1];
  }
  return placed;
}
