/** A word, an emoji, a mark or, of a script without blanks, one letter, as it is compared. */
export type Word = string;

/** Stands between two clauses: nothing is said across it. */
export const BREAK: Word = "|";
/** Stands for an address in the web or a mail address. */
export const LINK: Word = "<link>";

const INVISIBLE = /\p{Cf}|\uFE0E|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu;
const MARKS = /[\u0300-\u036F]/gu;
const LINKS = /\b(?:https?:\/\/|www\.)[^\s<>]{1,2000}|[^\s@<>]{1,64}@[^\s@<>]{1,255}/gu;
/** What English shortens: the apostrophe falls away in it; in other languages it parts two words. */
const SHORTENED = /(?<=\p{L})['’ʼ`´](?=(?:t|s|m|d|re|ve|ll)(?!\p{L}))/gu;
/** Nobody writes a letter three times but to sing it. */
const SUNG = /(\p{L})\1{2,}/gu;
const PIECES =
  /<link>|:[a-z0-9_+'-]{1,60}:|<3|[:;=]'?-?[)D(P/|\]3](?![a-z0-9])|\^_*\^|\p{Extended_Pictographic}|[0-9]+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]|[\p{L}\p{M}]+|[.,;!?。、…\n()"“”:–—]|(?<=\s)-(?=\s)/gu;
const CLAUSE_ENDS = /^[.,;!?。、…\n()"“”:–—-]$/u;

/** The text as it is compared: one width, one case, without accents, and nothing invisible in it. Linear in its length. */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(LINKS, ` ${LINK} `)
    .replace(SHORTENED, "")
    .replace(SUNG, "$1");
}

/** The words of a text in order, its clauses parted by {@link BREAK}. */
export function wordsOf(text: string): Word[] {
  const pieces = plainText(text).match(PIECES) ?? [];
  return pieces.map((piece) => (CLAUSE_ENDS.test(piece) ? BREAK : piece));
}
