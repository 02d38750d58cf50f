/** A word as it is searched for, and where it stands in the text it was read from, in UTF-16 units. */
export interface IndexWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Characters of writing without blanks; the migrations split it by the same ones. */
const UNSPACED = "々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ";
const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{Co}\\u0300-\\u036f])+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/** The word without its accents, in small letters. */
export function folded(word: string): string {
  const bare = word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "");
  return bare.normalize("NFC");
}

/** The pairs of neighbours in a run without blanks, and its last character by itself. */
function pairsOf(run: string, from: number): IndexWord[] {
  return Array.from({ length: run.length }, (_, index) => {
    const word = run.slice(index, index + 2);
    return { word, from: from + index, to: from + index + word.length };
  });
}

/** Whether the word is of writing without blanks. */
export function isUnspaced(word: string): boolean {
  return IS_UNSPACED.test(word);
}

/** The words of a text in their order, as the index has them. Linear in the text. */
export function wordsOf(text: string): IndexWord[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (isUnspaced(run)) return pairsOf(run, index);
    const word = folded(run);
    return word === "" ? [] : [{ word, from: index, to: index + run.length }];
  });
}
